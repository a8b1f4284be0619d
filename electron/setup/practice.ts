import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DEFAULT_PRACTICE,
  type PracticeChoice,
  type PracticeFault,
  practiceFaultsSchema,
} from '../../core/deployment/practice.ts';
import { parseJson } from '../../core/formats/strict-json.ts';
import { type PreparedProductId, isPreparedProduct } from '../../core/deployment/products.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { needsDecision, summaryOfRun } from '../../core/run/run.ts';
import { journalPath, openJournal, recordedRuns } from '../run/journal.ts';
import { ownOwner } from '../run/process-identity.ts';
import { deleteFile, writeJsonFile } from '../storage/json-file.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import type { FederationSetup } from './federation-setup.ts';

/** The practice deployment as the window sets it up. */
export interface Practice {
  /** What it behaves as, and the faults that it makes. */
  describe(): Promise<PracticeChoice>;
  /** Has it behave as another product, or make other faults, from the next connect on. `busy` while a run is going on. */
  choose(choice: PracticeChoice): Promise<Result<null>>;
  /** Deletes what it has become. A run on it that waits for a decision is recorded as left. */
  reset(): Promise<Result<null>>;
}

export interface PracticeOptions {
  readonly setup: Pick<FederationSetup, 'practice' | 'usePractice'>;
  readonly dataDir: string;
  readonly statePathOf: (profile: PreparedProductId) => string;
  readonly isRunActive: () => boolean;
  readonly now: () => Date;
}

/** Sets the practice deployment up. What comes from a page becomes JSON in a file of a fixed name, and never a path. */
export function createPractice({ setup, dataDir, statePathOf, isRunActive, now }: PracticeOptions): Practice {
  const chosenFaultsPath = join(dataDir, 'practice', 'faults.json');
  return {
    async describe() {
      const { profile, faultsPath } = setup.practice();
      return {
        profile: isPreparedProduct(profile) ? profile : DEFAULT_PRACTICE.profile,
        faults: faultsPath === null ? [] : await faultsIn(faultsPath),
      };
    },
    async choose({ profile, faults }) {
      if (isRunActive()) return failed({ kind: 'busy' });
      const statePath = statePathOf(profile);
      const faultsPath = faults.length > 0 ? chosenFaultsPath : null;
      if (faultsPath !== null) {
        const written = await writeJsonFile(faultsPath, faults);
        if (!written.ok) return written;
      }
      await setup.usePractice({ profile, statePath, faultsPath });
      // Calls are counted from now on: what was called before the list was made is nobody's first call.
      return deleteFile(callsPath(statePath));
    },
    async reset() {
      if (isRunActive()) return failed({ kind: 'busy' });
      const present = setup.practice();
      await setup.usePractice(present);
      const left = await leaveRuns(dataDir, present.statePath, now);
      if (!left.ok) return left;
      const calls = await deleteFile(callsPath(present.statePath));
      return calls.ok ? deleteFile(present.statePath) : calls;
    },
  };
}

/** Where the practice module counts the calls of each cmdlet. */
function callsPath(statePath: string): string {
  return `${statePath}.calls`;
}

/** A file that cannot be read or is no list of faults tells so itself, when the practice deployment is connected to. */
async function faultsIn(path: string): Promise<readonly PracticeFault[]> {
  try {
    return practiceFaultsSchema.parse(parseJson(await readFile(path, 'utf8')));
  } catch {
    return [];
  }
}

/** What a run has changed is gone with the deployment, so that nobody can decide about it any more. */
async function leaveRuns(dataDir: string, place: string, now: () => Date): Promise<Result<null>> {
  for await (const recorded of recordedRuns(dataDir, { deployment: 'practice', place })) {
    if (!recorded.ok) continue;
    const { run } = recorded.value;
    const path = journalPath(dataDir, run.id);
    const left = needsDecision(summaryOfRun(run)) ? await leaveRun(path, now().toISOString()) : success(null);
    if (!left.ok) return left;
  }
  return success(null);
}

async function leaveRun(path: string, at: string): Promise<Result<null>> {
  try {
    const journal = await openJournal(path, false);
    await journal.append({ type: 'run-resumed', at, action: 'leave', owner: ownOwner(), takenOver: null, shell: null });
    await journal.append({ type: 'run-ended', at, outcome: 'unknown', ...NOTHING_READ, byHand: [] });
    await journal.close();
    return success(null);
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}

const NOTHING_READ = {
  isCancelled: false,
  journalFailure: null,
  provider: null,
  textOutput: '',
} as const;
