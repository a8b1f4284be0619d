/** Domains of Microsoft's own; apart from the rules that use them, because every start loads this. */

/** Their accounts are reached as they are (facts B, H: the exclusion list). */
export const MICROSOFT_DOMAINS: readonly string[] = ['msn.com', 'outlook.com', 'live.com', 'hotmail.com'];

/** Accounts of other domains are reached under this one, as `user(domain)@msn.com` (facts H). */
export const ROUTING_DOMAIN = 'msn.com';

/** A Skype name without a Microsoft account is reached as `name@skypeids.net` (facts H, from practice). */
export const SKYPE_ID_DOMAIN = 'skypeids.net';
