import type { Failure } from '../../core/failure.ts';
import { type Plan, blockersOf, pendingChanges } from '../../core/plan/plan.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import type { Verification } from '../../core/run/verification.ts';

/** What the process says with its exit code; documented in the README. */
export const EXIT = {
  done: 0,
  internalError: 1,
  badUsage: 2,
  changesPending: 3,
  restored: 4,
  leftChanged: 5,
  missing: 6,
  refused: 7,
  fileUnusable: 8,
  powershellLost: 9,
  cmdletFailed: 10,
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of each kind of failure. */
export const FAILURE_CODES: Record<Failure['kind'], ExitCode> = {
  'invalid-request': EXIT.badUsage,
  'invalid-answers': EXIT.badUsage,
  'powershell-missing': EXIT.missing,
  'powershell-not-starting': EXIT.missing,
  'module-missing': EXIT.missing,
  'practice-state-invalid': EXIT.refused,
  'practice-state-of-other-profile': EXIT.refused,
  'practice-faults-invalid': EXIT.badUsage,
  'powershell-lost': EXIT.powershellLost,
  'unreadable-answer': EXIT.powershellLost,
  'cmdlet-failed': EXIT.cmdletFailed,
  refused: EXIT.refused,
  'plan-out-of-date': EXIT.refused,
  unacknowledged: EXIT.refused,
  'invalid-plan': EXIT.badUsage,
  'only-checking': EXIT.refused,
  'no-such-run': EXIT.badUsage,
  'run-damaged': EXIT.refused,
  'cannot-continue': EXIT.refused,
  busy: EXIT.refused,
  'shell-outlives': EXIT.refused,
  locked: EXIT.refused,
  'not-recorded': EXIT.refused,
  storage: EXIT.fileUnusable,
  'invalid-list': EXIT.fileUnusable,
  'no-file': EXIT.fileUnusable,
  cancelled: EXIT.cancelled,
  unexpected: EXIT.internalError,
};

/** The exit code of a failure. */
export function exitCodeOfFailure(failure: Failure): ExitCode {
  return FAILURE_CODES[failure.kind];
}

/** The exit code of a plan that was only shown. */
export function exitCodeOfPlan(plan: Plan): ExitCode {
  if (blockersOf(plan).length > 0) return EXIT.refused;
  return pendingChanges(plan).length > 0 ? EXIT.changesPending : EXIT.done;
}

/** The exit code of a run that has ended. */
export function exitCodeOfRun(run: RunSnapshot): ExitCode {
  if (run.isCancelled) return EXIT.cancelled;
  switch (run.outcome) {
    case 'done':
    case 'nothing-to-do':
      return EXIT.done;
    case 'restored':
      return EXIT.restored;
    case 'cancelled':
      return EXIT.cancelled;
    case 'left-changed':
    case 'unknown':
    case null:
      return EXIT.leftChanged;
  }
}

/** The exit code of a network check: a warning, or what cannot be told, is no refusal. */
export function exitCodeOfReadiness({ unchecked, counts }: Readiness): ExitCode {
  if (unchecked.length > 0) return EXIT.cancelled;
  return counts.blocking > 0 ? EXIT.refused : EXIT.done;
}

/** The exit code of a check by reading. */
export function exitCodeOfVerification({ outcome }: Verification): ExitCode {
  return outcome === 'as-wanted' ? EXIT.done : EXIT.changesPending;
}
