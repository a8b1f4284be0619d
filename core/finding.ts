import type { StepId } from './steps.ts';

/**
 * What a check of answers and deployment found before anything is written.
 * A blocker stops apply; a warning has to be acknowledged; a note is shown.
 */
export interface Finding {
  readonly id: string;
  readonly severity: 'blocker' | 'warning' | 'note';
  /** What is so, in one sentence. */
  readonly message: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly remedy: string;
  /** The wizard's page that mends it, when one does. */
  readonly step: StepId | null;
}

/** What is so, and what to do about it; the second is empty when there is nothing to do. */
export type FindingWords = readonly [message: string, remedy: string];

/** Puts a finding together from its words. */
export function finding(
  id: string,
  severity: Finding['severity'],
  [message, remedy]: FindingWords,
  step: StepId | null = null,
): Finding {
  return { id, severity, message, remedy, step };
}
