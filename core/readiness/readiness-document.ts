import type { ReadinessFacts } from './readiness-facts.ts';
import { type Readiness, judgeReadiness } from './readiness.ts';

/** A network check as it is printed and kept: the judgement, and the facts that it rests on. */
export interface ReadinessDocument extends Readiness {
  readonly version: 1;
  readonly facts: ReadinessFacts;
}

/** The published form of a network check. */
export function readinessDocument(facts: ReadinessFacts): ReadinessDocument {
  return { version: 1, ...judgeReadiness(facts), facts };
}
