/**
 * Microsoft's own domains: their accounts are reached as they are (facts H, the exclusion list of B). Apart from the rule,
 * because every start loads this.
 */
export const MICROSOFT_DOMAINS: readonly string[] = ['msn.com', 'outlook.com', 'live.com', 'hotmail.com'];
