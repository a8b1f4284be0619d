/** The page "Network readiness", and what its requests say. */
export const readinessPageTexts = {
  notAResult: 'This is not the result of a network check. Paste what the readiness command printed with --json.',
} as const;
