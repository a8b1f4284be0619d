import { utcMinute } from '../formats/times.ts';
import type { ReadinessFacts } from './readiness-facts.ts';
import type { ReadinessStatus } from './readiness-status.ts';

/** A cause and a remedy, in words; the remedy is empty where there is nothing to do. */
export type ReadinessWords = readonly [cause: string, remedy: string];

/** What every part of the network check says; its rules have their words beside them. */
export const readinessTexts = {
  notAResult: 'This is not the result of a network check. Paste what the readiness command printed with --json.',
  statuses: {
    good: 'good',
    warning: 'warning',
    blocking: 'blocking',
    'cannot-tell': 'cannot tell',
  } satisfies Record<ReadinessStatus, string>,
  /** Where and when was looked: a result holds for no other place and time. */
  seen: (from: ReadinessFacts['seenFrom'], at: string): string =>
    `${from === 'this-computer' ? 'Seen from this computer' : 'Seen from elsewhere'}, ${utcMinute(at)}`,
  resolver: (resolver: string): string => (resolver === 'system' ? "this computer's DNS" : resolver),
  nameAt: (name: string, places: string): string => `${name} at ${places}`,
} as const;
