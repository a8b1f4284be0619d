import type { Answers } from '../../core/answers.ts';
import { publicChange } from '../../core/change.ts';
import type { SettledRun } from '../../core/contract.ts';
import type { DeploymentKind } from '../../core/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { remainingChanges, rollbackPlan } from '../../core/rollback.ts';
import type { ResumeAction } from '../../core/run-events.ts';
import { type RunSnapshot, type RunSummary, summaryOfRun } from '../../core/run.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import type { Deployments, OpenDeployment } from './deployments.ts';
import { type Journal, type OpenJournal, journalPath, newRunId, recordedRuns } from './journal.ts';
import { planWith } from './planning.ts';
import { readDeployment } from './read-subject.ts';
import { resumeRun, runPlan } from './run-plan.ts';
import type { RunInput } from './run-progress.ts';
import { recordedOn, settledPicture, unknownChanges } from './run-records.ts';
import { type StartOptions, checkStart, ownOwner, startEvent } from './run-start.ts';

/** How long a cancelled run waits for the command in hand before PowerShell is ended. */
const DEFAULT_CANCEL_GRACE_MS = 10_000;

/** A run as it begins or goes on, and the promise of its end. */
export interface StartedRun {
  readonly run: RunSnapshot;
  readonly ended: Promise<RunSnapshot>;
  readonly journalPath: string;
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
  readonly onRunChange: (run: RunSnapshot) => void;
}

/** Creates the keeper of runs; nothing is started yet. */
export function createRuns(options: RunsOptions): Runs {
  const active: { run: RunSnapshot | null; cancel: (() => void) | null; isStarting: boolean } = {
    run: null,
    cancel: null,
    isStarting: false,
  };

  /** One run at a time; `begin` prepares it and `launch` lets it go. */
  const exclusively = async (
    deployment: DeploymentKind,
    begin: (open: OpenDeployment) => Promise<Result<StartedRun>>,
  ): Promise<Result<StartedRun>> => {
    if (active.isStarting || active.cancel !== null) return failed({ kind: 'busy' });
    active.isStarting = true;
    try {
      const open = await options.deployments.open(deployment);
      return open.ok ? await begin(open.value) : open;
    } finally {
      active.isStarting = false;
    }
  };

  const launch = (
    { deployment, open, journal, ...rest }: LaunchParts,
    run: (input: RunInput) => Promise<RunSnapshot>,
  ): Promise<StartedRun> => {
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

  const start: Runs['start'] = (deployment, answers, startOptions) => {
    if (answers.goal === 'check') return Promise.resolve(failed({ kind: 'only-checking' }));
    return exclusively(deployment, async (open) => {
      const planned = await planWith(open, deployment, answers, options.now);
      if (!planned.ok) return planned;
      const allowed = checkStart(planned.value.plan, startOptions);
      if (!allowed.ok) return allowed;
      const runId = newRunId(options.now());
      const journal = await opened(journalPath(options.dataDir, runId), true);
      if (!journal.ok) return journal;
      const { plan, snapshot: before } = planned.value;
      const started = startEvent({
        ...planned.value,
        runId,
        deployment,
        open,
        answers,
        startOptions,
        now: options.now,
      });
      const parts = { deployment, open, journal: journal.value, changes: plan.changes, answers, before };
      return success(await launch(parts, (input) => runPlan(input, started, startOptions.onFailure)));
    });
  };

  const opened = async (path: string, isNew: boolean): Promise<Result<Journal>> =>
    options.openJournal(path, isNew).then(success, (error: unknown) => failed(storageFailure(path, error)));

  const resume: Runs['resume'] = (deployment, runId, action) =>
    exclusively(deployment, async (open) => {
      const recorded = await recordedOn(options.dataDir, deployment, runId);
      if (!recorded.ok) return recorded;
      const { started, run } = recorded.value;
      const live = await readDeployment(open.shell, started.changes);
      if (!live.ok) return live;
      const lost =
        action === 'continue' ? unknownChanges(settledPicture(recorded.value, live.value, options.now())) : [];
      if (lost.length > 0) return failed({ kind: 'cannot-continue', changes: lost });
      const journal = await opened(journalPath(options.dataDir, runId), false);
      if (!journal.ok) return journal;
      const at = options.now().toISOString();
      const resumed = { type: 'run-resumed', at, action, owner: ownOwner(), takenOver: null } as const;
      const { changes, answers, before } = started;
      const parts = { deployment, open, journal: journal.value, changes, answers, before };
      return success(await launch(parts, (input) => resumeRun(input, { run, live: live.value, resumed })));
    });

  const settle: Runs['settle'] = async (deployment, runId) => {
    const recorded = await recordedOn(options.dataDir, deployment, runId);
    if (!recorded.ok) return recorded;
    const open = await options.deployments.open(deployment);
    if (!open.ok) return open;
    const { started } = recorded.value;
    const live = await readDeployment(open.value.shell, started.changes);
    if (!live.ok) return live;
    const run = settledPicture(recorded.value, live.value, options.now());
    const { changes, before } = started;
    return success({
      run,
      remaining: remainingChanges(changes, run).map(publicChange),
      rollback: rollbackPlan({ changes, run, before, live: live.value }),
      canContinue: unknownChanges(run).length === 0,
    });
  };

  return {
    start,
    list: async (deployment) => {
      const runs: RunSummary[] = [];
      for await (const { run } of recordedRuns(options.dataDir, deployment)) runs.push(summaryOfRun(run));
      return runs;
    },
    settle,
    resume,
    current: () => active.run,
    cancel: () => active.cancel?.(),
  };
}

interface LaunchParts extends Pick<RunInput, 'changes' | 'answers' | 'before' | 'journal'> {
  readonly deployment: DeploymentKind;
  readonly open: OpenDeployment;
}
