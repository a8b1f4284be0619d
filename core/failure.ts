import type { Problem } from './answers.ts';
import type { Finding } from './finding.ts';

/** What a cmdlet, or PowerShell itself, said when it failed: PowerShell's own words, never rewritten. */
interface CmdletError {
  readonly message: string;
  /** FullyQualifiedErrorId, the stable part of a PowerShell error. */
  readonly errorId: string;
  readonly category: string;
  readonly target: string | null;
  readonly cmdlet: string | null;
  readonly exception: string;
}

/** Everything that can go wrong, as data. It crosses the process border and is turned into words by `texts.failures`. */
export type Failure =
  | { readonly kind: 'invalid-request'; readonly detail: string }
  | { readonly kind: 'invalid-answers'; readonly problems: readonly Problem[] }
  | { readonly kind: 'powershell-missing'; readonly searched: readonly string[] }
  | { readonly kind: 'powershell-not-starting'; readonly path: string; readonly detail: string }
  | { readonly kind: 'module-missing'; readonly detail: string }
  | { readonly kind: 'practice-state-invalid'; readonly detail: string }
  | { readonly kind: 'practice-state-of-other-profile'; readonly detail: string }
  | {
      readonly kind: 'powershell-lost';
      readonly during: string;
      readonly reason: 'ended' | 'timed-out';
      readonly detail: string;
    }
  | { readonly kind: 'unreadable-answer'; readonly during: string; readonly detail: string }
  | { readonly kind: 'cmdlet-failed'; readonly during: string; readonly error: CmdletError }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'plan-out-of-date' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'storage'; readonly path: string; readonly detail: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unexpected'; readonly detail: string };

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
