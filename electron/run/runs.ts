import type { Answers } from '../../core/answers/answers-schema.ts';
import { publicChange } from '../../core/plan/change.ts';
import type { SettledRun } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type LockOwner, type Result, failed, success } from '../../core/failure.ts';
import { continuationOf } from '../../core/run/resume.ts';
import { rollbackPlan } from '../../core/run/rollback.ts';
import type { ResumeAction } from '../../core/run/run-events.ts';
import { type RunSnapshot, type RunSummary, summaryOfRun } from '../../core/run/run.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import type { Deployments, OpenDeployment } from '../deployment/deployments.ts';
import { writeEvidence } from './evidence.ts';
import {
  type Journal,
  type OpenJournal,
  type RunPlace,
  evidencePath,
  journalPath,
  newRunId,
  recordedRuns,
} from './journal.ts';
import { planWith } from '../plan/planning.ts';
import { ownIdentity } from './process-identity.ts';
import { type RunLock, acquireRunLock } from './run-lock.ts';
import { readDeployment } from '../deployment/read-deployment.ts';
import { resumeRun, runPlan } from './run-plan.ts';
import type { RunInput } from './run-progress.ts';
import { recordedOn, settledPicture } from './run-records.ts';
import { type StartOptions, checkStart, ownOwner, startEvent } from './run-start.ts';

/** How long a cancelled run waits for the command in hand before PowerShell is ended. */
const DEFAULT_CANCEL_GRACE_MS = 10_000;

/** A run as it begins or goes on, and the promise of its end. */
interface Launched {
  readonly run: RunSnapshot;
  readonly ended: Promise<RunSnapshot>;
  readonly journalPath: string;
}

/** A run with what was found of an earlier one: a lock that was taken over, or one that could not be read. */
export interface StartedRun extends Launched {
  readonly takenOver: LockOwner | null;
  readonly lockMovedAside: string | null;
}

/** Runs on deployments: one at a time, each with a journal, and each to be continued or taken back later. */
export interface Runs {
  start(deployment: DeploymentKind, answers: Answers, options: StartOptions): Promise<Result<StartedRun>>;
  list(deployment: DeploymentKind): Promise<readonly RunSummary[]>;
  /** Reads the deployment and says what became of a run. `null`: the newest run on it. */
  settle(deployment: DeploymentKind, runId: string | null): Promise<Result<SettledRun>>;
  resume(deployment: DeploymentKind, runId: string, action: ResumeAction): Promise<Result<StartedRun>>;
  current(): RunSnapshot | null;
  /** Stops the run after the command in hand; ends PowerShell when that one does not end. */
  cancel(): void;
}

export interface RunsOptions {
  readonly deployments: Deployments;
  readonly dataDir: string;
  readonly now: () => Date;
  readonly cancelGraceMs?: number;
  readonly openJournal: OpenJournal;
  /** Which deployment of that kind it is: the practice deployment's file; empty for this computer's own. */
  readonly placeOf: (deployment: DeploymentKind) => string;
  /** Where the lock of a deployment lies. */
  readonly lockPath: (deployment: DeploymentKind) => string;
  readonly onRunChange: (run: RunSnapshot) => void;
}

/** Creates the keeper of runs; nothing is started yet. */
export function createRuns(options: RunsOptions): Runs {
  const active: { run: RunSnapshot | null; cancel: (() => void) | null; isStarting: boolean } = {
    run: null,
    cancel: null,
    isStarting: false,
  };

  /** One run at a time a deployment, over all processes: `begin` is called with the lock, which is given back at the end. */
  const exclusively = async (
    deployment: DeploymentKind,
    runId: string,
    begin: (open: OpenDeployment, lock: RunLock) => Promise<Result<Launched>>,
  ): Promise<Result<StartedRun>> => {
    if (active.isStarting || active.cancel !== null) return failed({ kind: 'busy' });
    active.isStarting = true;
    try {
      const open = await options.deployments.open(deployment);
      if (!open.ok) return open;
      const path = options.lockPath(deployment);
      const lock = await acquireRunLock({ path, owner: ownIdentity(), runId, now: options.now });
      if (!lock.ok) return lock;
      // A lock that cannot be given back lasts until this process ends, and is then taken over.
      const release = (): Promise<void> => lock.value.release().catch(() => undefined);
      const begun = await begin(open.value, lock.value);
      if (!begun.ok) {
        await release();
        return begun;
      }
      const { takenOver, movedAside: lockMovedAside } = lock.value;
      return success({ ...begun.value, ended: finishing(begun.value.ended, release), takenOver, lockMovedAside });
    } finally {
      active.isStarting = false;
    }
  };

  const launch = (
    { deployment, open, journal, ...rest }: LaunchParts,
    run: (input: RunInput) => Promise<RunSnapshot>,
  ): Promise<Launched> => {
    const cancelling = new AbortController();
    const forcing = new AbortController();
    active.cancel = () => {
      cancelling.abort();
      setTimeout(() => forcing.abort(), options.cancelGraceMs ?? DEFAULT_CANCEL_GRACE_MS).unref();
    };
    return new Promise((resolve, reject) => {
      const ended = run({
        ...rest,
        journal,
        shell: open.shell,
        reopen: async () => {
          await options.deployments.discard(deployment);
          const reopened = await options.deployments.open(deployment);
          return reopened.ok ? success(reopened.value.shell) : reopened;
        },
        now: options.now,
        cancelSignal: cancelling.signal,
        forceSignal: forcing.signal,
        onChange: (picture) => {
          active.run = picture;
          options.onRunChange(picture);
          resolve({ run: picture, ended, journalPath: journal.path });
        },
      }).finally(() => {
        active.cancel = null;
      });
      void ended.catch(reject);
    });
  };

  const of = (deployment: DeploymentKind): RunPlace => ({ deployment, place: options.placeOf(deployment) });

  const start: Runs['start'] = (deployment, answers, startOptions) => {
    if (answers.goal === 'check') return Promise.resolve(failed({ kind: 'only-checking' }));
    const runId = newRunId(options.now());
    return exclusively(deployment, runId, async (open, { takenOver }) => {
      const planned = await planWith(open, deployment, answers, options.now);
      if (!planned.ok) return planned;
      const allowed = checkStart(planned.value.plan, startOptions);
      if (!allowed.ok) return allowed;
      const { plan, snapshot: before } = planned.value;
      const evidence = await writeEvidence(evidencePath(options.dataDir, runId), open.shell, plan.changes, before);
      if (!evidence.ok) return evidence;
      const journal = await opened(journalPath(options.dataDir, runId), true);
      if (!journal.ok) return journal;
      const started = startEvent({
        ...planned.value,
        runId,
        ...of(deployment),
        open,
        answers,
        startOptions,
        now: options.now,
        takenOver,
      });
      const parts = { deployment, open, journal: journal.value, changes: plan.changes, answers, before };
      return success(await launch(parts, (input) => runPlan(input, started, startOptions.onFailure)));
    });
  };

  const opened = async (path: string, isNew: boolean): Promise<Result<Journal>> =>
    options.openJournal(path, isNew).then(success, (error: unknown) => failed(storageFailure(path, error)));

  const resume: Runs['resume'] = (deployment, runId, action) =>
    exclusively(deployment, runId, async (open, { takenOver }) => {
      const recorded = await recordedOn(options.dataDir, of(deployment), runId);
      if (!recorded.ok) return recorded;
      const { started, run } = recorded.value;
      const live = await readDeployment(open.shell, started.changes);
      if (!live.ok) return live;
      const picture = settledPicture(recorded.value, live.value, options.now());
      const { canContinue, moved } = continuationOf(started.changes, picture, live.value);
      if (action === 'continue' && !canContinue) {
        return failed({ kind: 'cannot-continue', changes: moved.map(({ sentence }) => sentence) });
      }
      const journal = await opened(journalPath(options.dataDir, runId), false);
      if (!journal.ok) return journal;
      const at = options.now().toISOString();
      const resumed = { type: 'run-resumed', at, action, owner: ownOwner(), takenOver } as const;
      const { changes, answers, before } = started;
      const parts = { deployment, open, journal: journal.value, changes, answers, before };
      return success(await launch(parts, (input) => resumeRun(input, { run, live: live.value, resumed })));
    });

  const settle: Runs['settle'] = async (deployment, runId) => {
    const recorded = await recordedOn(options.dataDir, of(deployment), runId);
    if (!recorded.ok) return recorded;
    const open = await options.deployments.open(deployment);
    if (!open.ok) return open;
    const { started } = recorded.value;
    const live = await readDeployment(open.value.shell, started.changes);
    if (!live.ok) return live;
    const run = settledPicture(recorded.value, live.value, options.now());
    const { changes, before } = started;
    const { remaining, canContinue } = continuationOf(changes, run, live.value);
    return success({
      run,
      remaining: remaining.map(publicChange),
      rollback: rollbackPlan({ changes, run, before, live: live.value }),
      canContinue,
    });
  };

  return {
    start,
    list: async (deployment) => {
      const runs: RunSummary[] = [];
      for await (const { run } of recordedRuns(options.dataDir, of(deployment))) runs.push(summaryOfRun(run));
      return runs;
    },
    settle,
    resume,
    current: () => active.run,
    cancel: () => active.cancel?.(),
  };
}

/** The end of a run, told once what follows it is done as well, however it ended. */
async function finishing(ended: Promise<RunSnapshot>, after: () => Promise<void>): Promise<RunSnapshot> {
  try {
    return await ended;
  } finally {
    await after();
  }
}

interface LaunchParts extends Pick<RunInput, 'changes' | 'answers' | 'before' | 'journal'> {
  readonly deployment: DeploymentKind;
  readonly open: OpenDeployment;
}
