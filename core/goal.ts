/** What the administrator wants of a deployment. */
export const GOALS = ['set-up', 'check', 'retire'] as const;

export type Goal = (typeof GOALS)[number];
