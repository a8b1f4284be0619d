/**
 * This folder runs plans. `runs` begins a run, or goes on with one, under the deployment's lock (`run-turn`, `run-launch`);
 * `run-plan` executes it, journal first: `apply-changes` makes its changes, `roll-back` takes them back. `journal` and
 * `evidence` are what stays of it; `replication` waits for the servers afterwards.
 */
import type { Answers } from '../../core/answers/answers-schema.ts';
import type { SettledRun } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Result, failed } from '../../core/failure.ts';
import { type RunList, type RunSnapshot, type RunSummary, summaryOfRun } from '../../core/run/run.ts';
import type { ResumeAction } from '../../core/run/run-events.ts';
import { newRunId, recordedRuns } from './journal.ts';
import { type RunContext, runPlace } from './run-context.ts';
import { type StartedRun, launchRun } from './run-launch.ts';
import { prepareResume, settleRun } from './run-resume.ts';
import { type StartOptions, prepareStart } from './run-start.ts';
import { RunTurn } from './run-turn.ts';

/** How long a cancelled run waits for the command in hand before PowerShell is ended. */
const DEFAULT_CANCEL_GRACE_MS = 10_000;

/** Runs on deployments: one at a time, each with a journal, and each to be continued or taken back later. */
export interface Runs {
  start(deployment: DeploymentKind, answers: Answers, options: StartOptions): Promise<Result<StartedRun>>;
  /** The newest first. */
  list(deployment: DeploymentKind): Promise<RunList>;
  /** Reads the deployment and says what became of a run. `null`: the newest run on it. */
  settle(deployment: DeploymentKind, runId: string | null): Promise<Result<SettledRun>>;
  resume(deployment: DeploymentKind, runId: string, action: ResumeAction): Promise<Result<StartedRun>>;
  current(): RunSnapshot | null;
  /** Stops the run after the command in hand; ends PowerShell when that one does not end. */
  cancel(): void;
}

export interface RunsOptions extends Omit<RunContext, 'turn'> {
  readonly cancelGraceMs?: number;
}

/** Creates the keeper of runs; nothing is started yet. */
export function createRuns(options: RunsOptions): Runs {
  const turn = new RunTurn(options.cancelGraceMs ?? DEFAULT_CANCEL_GRACE_MS);
  const latest: { run: RunSnapshot | null } = { run: null };
  const onRunChange = (run: RunSnapshot): void => {
    latest.run = run;
    options.onRunChange(run);
  };
  const context: RunContext = { ...options, onRunChange, turn };
  return {
    async start(deployment, answers, startOptions) {
      if (answers.goal === 'check') return failed({ kind: 'only-checking' });
      const runId = await newRunId(options.dataDir, options.now());
      const subject = { deployment, runId, answers, startOptions };
      return launchRun(context, deployment, runId, (...begun) => prepareStart(context, subject, ...begun));
    },
    list: (deployment) => listRuns(context, deployment),
    settle: (deployment, runId) => settleRun(context, deployment, runId),
    resume(deployment, runId, action) {
      const subject = { deployment, runId, action };
      return launchRun(context, deployment, runId, (...begun) => prepareResume(context, subject, ...begun));
    },
    current: () => latest.run,
    cancel: () => turn.cancel(),
  };
}

async function listRuns(context: RunContext, deployment: DeploymentKind): Promise<RunList> {
  const runs: RunSummary[] = [];
  const damaged: string[] = [];
  for await (const recorded of recordedRuns(context.dataDir, runPlace(context, deployment))) {
    if (recorded.ok) runs.push(summaryOfRun(recorded.value.run));
    else if (recorded.failure.kind === 'run-damaged') damaged.push(recorded.failure.path);
  }
  return { runs, damaged };
}
