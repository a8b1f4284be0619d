/** The four words of a finding, the worst first. Cannot tell is no fault, but nobody may rely on it. */
export const READINESS_STATUSES = ['blocking', 'cannot-tell', 'warning', 'good'] as const;

export type ReadinessStatus = (typeof READINESS_STATUSES)[number];
