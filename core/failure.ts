import type { Finding } from './finding.ts';

/** What a cmdlet, or PowerShell itself, said when it failed: PowerShell's own words, never rewritten. */
export interface CmdletError {
  readonly message: string;
  /** FullyQualifiedErrorId, the stable part of a PowerShell error. */
  readonly errorId: string;
  readonly category: string;
  readonly target: string | null;
  readonly cmdlet: string | null;
  readonly exception: string;
}

/** Who holds a deployment's lock: one process of one user on one computer, for one run, since `at` (ISO 8601, UTC). */
export interface LockOwner {
  readonly user: string;
  readonly host: string;
  readonly processId: number;
  readonly runId: string;
  readonly at: string;
}

/** One thing that is wrong with the answers: where (a JSON path such as `$.request.sipDomains[1]`) and why. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** A property that is not what it was when the plan was made; null: there was, or is, no such object. */
export interface Difference {
  readonly path: string;
  readonly planned: string | number | boolean | null;
  readonly live: string | number | boolean | null;
}

/** Everything that can go wrong, as data. It crosses the process border and is turned into words by core/texts/failures. */
export type Failure =
  | { readonly kind: 'invalid-request'; readonly detail: string }
  | { readonly kind: 'invalid-answers'; readonly problems: readonly Problem[] }
  | { readonly kind: 'powershell-missing'; readonly searched: readonly string[] }
  | { readonly kind: 'powershell-not-starting'; readonly path: string; readonly detail: string }
  | { readonly kind: 'module-missing'; readonly detail: string }
  | { readonly kind: 'practice-state-invalid'; readonly detail: string }
  | { readonly kind: 'practice-state-of-other-profile'; readonly detail: string }
  | { readonly kind: 'practice-faults-invalid'; readonly detail: string }
  | {
      readonly kind: 'powershell-lost';
      readonly during: string;
      readonly reason: 'ended' | 'timed-out';
      readonly detail: string;
    }
  | { readonly kind: 'unreadable-answer'; readonly during: string; readonly detail: string }
  | { readonly kind: 'cmdlet-failed'; readonly during: string; readonly error: CmdletError }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  /** The deployment has moved since the plan was made; the differences are empty where they are not known. */
  | { readonly kind: 'plan-out-of-date'; readonly differences: readonly Difference[] }
  | { readonly kind: 'unacknowledged'; readonly findings: readonly Finding[] }
  /** A saved plan that cannot be used: not one, changed by hand, or made by another version. */
  | { readonly kind: 'invalid-plan'; readonly path: string; readonly detail: string }
  /** The goal is to check: nothing is applied. */
  | { readonly kind: 'only-checking' }
  | { readonly kind: 'no-such-run'; readonly runId: string; readonly detail: string }
  /** The beginning of a run's journal, which holds its commands, is not what was written. */
  | { readonly kind: 'run-damaged'; readonly runId: string; readonly path: string }
  /** A run that cannot be continued: the deployment is not as it expects it for these changes; none: it has ended. */
  | { readonly kind: 'cannot-continue'; readonly changes: readonly string[] }
  | { readonly kind: 'busy' }
  /** A PowerShell of a program that has died may still be at work on the deployment. */
  | { readonly kind: 'shell-outlives'; readonly processId: number }
  | {
      readonly kind: 'locked';
      /** Full path of the lock file. */
      readonly path: string;
      readonly owner: LockOwner;
      /** False: whether the owner still runs cannot be seen from here. */
      readonly isOnThisComputer: boolean;
    }
  /** Something that cannot be recorded of the request as it stands; `detail` says why, in words. */
  | { readonly kind: 'not-recorded'; readonly detail: string }
  | { readonly kind: 'storage'; readonly path: string; readonly detail: string }
  /** A list that could be read as a file, but not as what it should be. */
  | { readonly kind: 'invalid-list'; readonly path: string; readonly detail: string }
  /** Something is to be written where no file can be: onto a folder, a device or a pipe. */
  | { readonly kind: 'no-file'; readonly path: string; readonly detail: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unexpected'; readonly detail: string };

/** Every kind of failure; the compiler checks that none is left out. */
export const FAILURE_KINDS: readonly Failure['kind'][] = Object.values({
  'invalid-request': 'invalid-request',
  'invalid-answers': 'invalid-answers',
  'powershell-missing': 'powershell-missing',
  'powershell-not-starting': 'powershell-not-starting',
  'module-missing': 'module-missing',
  'practice-state-invalid': 'practice-state-invalid',
  'practice-state-of-other-profile': 'practice-state-of-other-profile',
  'practice-faults-invalid': 'practice-faults-invalid',
  'powershell-lost': 'powershell-lost',
  'unreadable-answer': 'unreadable-answer',
  'cmdlet-failed': 'cmdlet-failed',
  refused: 'refused',
  'plan-out-of-date': 'plan-out-of-date',
  unacknowledged: 'unacknowledged',
  'invalid-plan': 'invalid-plan',
  'only-checking': 'only-checking',
  'no-such-run': 'no-such-run',
  'run-damaged': 'run-damaged',
  'cannot-continue': 'cannot-continue',
  locked: 'locked',
  busy: 'busy',
  'shell-outlives': 'shell-outlives',
  'not-recorded': 'not-recorded',
  storage: 'storage',
  'invalid-list': 'invalid-list',
  'no-file': 'no-file',
  cancelled: 'cancelled',
  unexpected: 'unexpected',
} as const satisfies { readonly [Kind in Failure['kind']]: Kind });

/** The outcome of anything that can fail: a value, or the failure as data. */
export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** Wraps a value as a successful result. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a failure as a result. */
export function failed<const F extends Failure>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}

/** Closes a switch over a union: a case that is forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}

/** True for the path of an answer, and for every path below it: `$.request` and `$.request.agreement`, not `$.requests`. */
export function isAtOrBelow(path: string, answer: string): boolean {
  return path.startsWith(answer) && ['', '.', '['].includes(path.charAt(answer.length));
}
