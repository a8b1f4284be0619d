import { type Result, failed, success } from '../../core/failure.ts';
import { readPastedFacts } from '../../core/readiness/pasted-facts.ts';
import { judgeReadiness } from '../../core/readiness/readiness.ts';
import { readinessDocument } from '../../core/readiness/readiness-document.ts';
import type { ReadinessFacts } from '../../core/readiness/readiness-facts.ts';
import { type ReadinessProgress, progressOfResult } from '../../core/readiness/readiness-progress.ts';
import type { ReadinessQuestion } from '../../core/readiness/readiness-question.ts';
import type { ReadinessStatus } from '../../core/readiness/readiness-status.ts';
import { readExtraRoots } from './extra-roots.ts';

/** The network checks of a window: one at a time, and the newest result. */
export interface ReadinessChecks {
  /** Begins a check, and answers with its first picture; `onChange` tells the others. Fails while another one goes on. */
  run(question: ReadinessQuestion): Promise<Result<ReadinessProgress>>;
  cancel(): void;
  /** Takes a result that was made elsewhere in place of the newest one. */
  paste(text: string): Result<ReadinessProgress>;
  current(): ReadinessProgress | null;
}

export interface ReadinessChecksOptions {
  readonly now: () => Date;
  /** A PEM file of further certification authorities, or null. */
  readonly extraRootsPath: string | null;
  readonly onChange: (progress: ReadinessProgress) => void;
}

/** Creates the keeper of network checks; nothing is asked yet. */
export function createReadinessChecks({ now, extraRootsPath, onChange }: ReadinessChecksOptions): ReadinessChecks {
  const state: { progress: ReadinessProgress | null; stopping: AbortController | null } = {
    progress: null,
    stopping: null,
  };
  const show = (progress: ReadinessProgress): ReadinessProgress => (state.progress = progress);
  const look = async (question: ReadinessQuestion, extraRoots: string, signal: AbortSignal): Promise<void> => {
    const pictures = picturesOf(question, (picture) => onChange(show(picture)));
    // TLS and its root certificates are loaded for the first check, not for the window.
    const { runReadiness } = await import('./readiness-run.ts');
    const facts = await runReadiness(question, { signal, now, extraRoots, onDomain: (seen) => pictures.add(seen) });
    pictures.end();
    state.stopping = null;
    onChange(show(progressOfResult(readinessDocument(facts))));
  };
  return {
    async run(question) {
      if (state.stopping) return failed({ kind: 'busy' });
      const stopping = new AbortController();
      state.stopping = stopping;
      const extraRoots = await readExtraRoots(extraRootsPath);
      if (!extraRoots.ok) {
        state.stopping = null;
        return extraRoots;
      }
      const begun = show(pictureOf(question, new Map()));
      void look(question, extraRoots.value, stopping.signal);
      return success(begun);
    },
    cancel: () => state.stopping?.abort(),
    paste(text) {
      if (state.stopping) return failed({ kind: 'busy' });
      const facts = readPastedFacts(text);
      return facts.ok ? success(show(progressOfResult(readinessDocument(facts.value)))) : facts;
    },
    current: () => state.progress,
  };
}

/** Pictures of a check in progress are told this far apart: thousands of domains may be done within a second. */
const TELL_MS = 100;

/** Gathers what is seen domain by domain, and tells the whole picture of it from time to time until the end. */
function picturesOf(question: ReadinessQuestion, onPicture: (picture: ReadinessProgress) => void) {
  const statuses = new Map<string, ReadinessStatus>();
  let telling: NodeJS.Timeout | null = null;
  const tell = (): void => {
    telling = null;
    onPicture(pictureOf(question, statuses));
  };
  return {
    add(seen: ReadinessFacts): void {
      for (const { domain, status } of judgeReadiness(seen).domains) statuses.set(domain, status);
      telling ??= setTimeout(tell, TELL_MS);
    },
    end(): void {
      if (telling) clearTimeout(telling);
    },
  };
}

function pictureOf({ domains }: ReadinessQuestion, statuses: ReadonlyMap<string, ReadinessStatus>): ReadinessProgress {
  const shown = domains.map((domain) => ({ domain, status: statuses.get(domain) ?? null }));
  return { state: 'checking', domains: shown, result: null };
}
