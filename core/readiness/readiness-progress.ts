import type { ReadinessDocument } from './readiness-document.ts';
import type { ReadinessStatus } from './readiness-status.ts';

/** A network check as it goes on: always the whole picture. */
export interface ReadinessProgress {
  readonly state: 'checking' | 'ended' | 'cancelled';
  /** Every domain that was asked for, with its word once it has been looked at. */
  readonly domains: readonly { readonly domain: string; readonly status: ReadinessStatus | null }[];
  /** The whole result, when the check has ended or was cancelled. */
  readonly result: ReadinessDocument | null;
}

/** The picture of a result: of a check that has ended, or of one that was pasted in. */
export function progressOfResult(result: ReadinessDocument): ReadinessProgress {
  const looked = result.domains.map(({ domain, status }) => ({ domain, status }));
  const left = result.unchecked.map((domain) => ({ domain, status: null }));
  return { state: left.length > 0 ? 'cancelled' : 'ended', domains: [...looked, ...left], result };
}
