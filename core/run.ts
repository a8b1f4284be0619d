import type { Answers } from './answers.ts';
import type { Connection, DeploymentKind, Product, PublicProvider, Snapshot } from './deployment.ts';
import { type Failure, assertNever } from './failure.ts';
import type { Properties, PublicChange } from './plan.ts';

/** How a run ended. The exit codes and the words on the Apply page follow from it. */
export type RunOutcome =
  | 'done'
  | 'nothing-to-do'
  /** It failed, and the deployment is as it was before. */
  | 'restored'
  /** It failed or was cancelled, and some changes stand. */
  | 'left-changed'
  /** It was cancelled before anything was changed. */
  | 'cancelled'
  /** It could not be found out what the deployment is like now. */
  | 'unknown';

/** What became of one change. `unknown`: the command was sent and no answer came. */
export type ChangeResult =
  | 'already-right'
  | 'waiting'
  | 'running'
  | 'done'
  /** The cmdlet reported success, but the value read back is another. */
  | 'not-as-wanted'
  | 'failed'
  | 'unknown'
  | 'restored'
  | 'skipped';

/** One line of a run's journal. The journal is written before a command is sent, so it survives whatever follows. */
export type RunEvent =
  | {
      readonly type: 'run-started';
      readonly runId: string;
      readonly at: string;
      readonly deployment: DeploymentKind;
      readonly product: Product;
      readonly module: Connection['module'];
      readonly powershell: Connection['powershell'];
      readonly planHash: string;
      readonly answers: Answers;
      readonly before: Snapshot;
      readonly changes: readonly PublicChange[];
    }
  | { readonly type: 'change-started'; readonly id: string; readonly at: string }
  | {
      readonly type: 'change-ended';
      readonly id: string;
      readonly at: string;
      readonly result: Extract<ChangeResult, 'done' | 'not-as-wanted' | 'failed' | 'unknown'>;
      readonly durationMs: number;
      readonly readBack: Properties | null;
      readonly warnings: readonly string[];
      readonly failure: Failure | null;
    }
  | { readonly type: 'restore-started'; readonly id: string; readonly at: string; readonly command: string }
  | {
      readonly type: 'restore-ended';
      readonly id: string;
      readonly at: string;
      readonly isRestored: boolean;
      readonly failure: Failure | null;
    }
  | {
      readonly type: 'change-settled';
      readonly id: string;
      readonly at: string;
      readonly result: 'done' | 'skipped';
      readonly readBack: Properties | null;
    }
  | {
      readonly type: 'run-ended';
      readonly at: string;
      readonly outcome: RunOutcome;
      /** The administrator asked to stop it. */
      readonly isCancelled: boolean;
      /** The journal could not be written, and the run stopped for that. */
      readonly journalFailure: Failure | null;
      readonly provider: PublicProvider | null;
      readonly textOutput: string;
    };

/** A change as the run shows it. */
export interface RunChange extends PublicChange {
  readonly result: ChangeResult;
  readonly durationMs: number | null;
  readonly readBack: Properties | null;
  readonly warnings: readonly string[];
  readonly failure: Failure | null;
}

/** A command that takes back an earlier change of the same run. */
export interface Restore {
  readonly id: string;
  readonly command: string;
  readonly result: 'running' | 'done' | 'failed';
  readonly failure: Failure | null;
}

/** One whole picture of a run: what is sent to the window after each event, and what a reload asks for. */
export interface RunSnapshot {
  readonly id: string;
  readonly deployment: DeploymentKind;
  readonly product: Product;
  readonly planHash: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: RunOutcome | null;
  readonly isCancelled: boolean;
  readonly journalFailure: Failure | null;
  readonly changes: readonly RunChange[];
  readonly restores: readonly Restore[];
  readonly provider: PublicProvider | null;
  readonly textOutput: string;
}

/** Folds a journal into the picture of its run; null when the journal does not begin with the start of a run. */
export function foldRun(events: readonly RunEvent[]): RunSnapshot | null {
  const [first, ...rest] = events;
  if (first?.type !== 'run-started') return null;
  return rest.reduce(applyRunEvent, startedRun(first));
}

function startedRun(event: Extract<RunEvent, { type: 'run-started' }>): RunSnapshot {
  const changes = event.changes.map((change): RunChange => ({
    ...change,
    result: change.command === null ? 'already-right' : 'waiting',
    durationMs: null,
    readBack: null,
    warnings: [],
    failure: null,
  }));
  const { runId: id, deployment, product, planHash, at: startedAt } = event;
  return {
    id,
    deployment,
    product,
    planHash,
    startedAt,
    endedAt: null,
    outcome: null,
    isCancelled: false,
    journalFailure: null,
    changes,
    restores: [],
    provider: null,
    textOutput: '',
  };
}

/** The picture after one more event. */
export function applyRunEvent(run: RunSnapshot, event: RunEvent): RunSnapshot {
  switch (event.type) {
    case 'run-started':
      return startedRun(event);
    case 'change-started':
      return withChange(run, event.id, { result: 'running' });
    case 'change-ended': {
      const { result, durationMs, readBack, warnings, failure } = event;
      return withChange(run, event.id, { result, durationMs, readBack, warnings, failure });
    }
    case 'change-settled':
      return withChange(run, event.id, { result: event.result, readBack: event.readBack });
    case 'restore-started': {
      const restore: Restore = { id: event.id, command: event.command, result: 'running', failure: null };
      return { ...run, restores: [...run.restores, restore] };
    }
    case 'restore-ended':
      return withRestore(run, event.id, event.isRestored, event.failure);
    case 'run-ended':
      return endedRun(run, event);
    default:
      return assertNever(event);
  }
}

function withChange(run: RunSnapshot, id: string, values: Partial<RunChange>): RunSnapshot {
  return { ...run, changes: run.changes.map((change) => (change.id === id ? { ...change, ...values } : change)) };
}

function withRestore(run: RunSnapshot, id: string, isRestored: boolean, failure: Failure | null): RunSnapshot {
  const result = isRestored ? 'done' : 'failed';
  const restores = run.restores.map((one): Restore => (one.id === id ? { ...one, result, failure } : one));
  const changes = run.changes.map((one): RunChange =>
    one.id === id && isRestored ? { ...one, result: 'restored' } : one,
  );
  return { ...run, restores, changes };
}

function endedRun(run: RunSnapshot, event: Extract<RunEvent, { type: 'run-ended' }>): RunSnapshot {
  const { at: endedAt, outcome, isCancelled, journalFailure, provider, textOutput } = event;
  const changes = run.changes.map((change): RunChange =>
    change.result === 'waiting' ? { ...change, result: 'skipped' } : change,
  );
  return { ...run, endedAt, outcome, isCancelled, journalFailure, provider, textOutput, changes };
}

/** The changes that stand in the deployment because of this run. */
export function standingChanges(run: RunSnapshot): readonly RunChange[] {
  return run.changes.filter(({ result }) => result === 'done' || result === 'not-as-wanted');
}

/** True while commands of a run may still be sent. */
export function isRunning(run: RunSnapshot | null): boolean {
  return run !== null && run.outcome === null;
}
