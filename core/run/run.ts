/**
 * A run: the events of its journal and the one picture that they make; how it is rolled back or continued; and whether the
 * deployment, and every copy of it, has what was wanted.
 */

import type { DeploymentKind, Product, PublicProvider } from '../deployment/deployment.ts';
import { type Failure, type LockOwner, assertNever } from '../failure.ts';
import type { Goal } from '../goal.ts';
import { type PlannedChange, type Properties, type PublicChange, publicChange } from '../plan/change.ts';
import type {
  Acknowledgement,
  DamagedLine,
  JournalEntry,
  ResumeAction,
  RollbackStep,
  RunEvent,
  RunOutcome,
  RunOwner,
  RunStarted,
  ShellProcess,
} from './run-events.ts';
import { isAsWanted } from './verification.ts';

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
  /** Which deployment of that kind: the practice deployment's file; empty for this computer's own. */
  readonly place: string;
  readonly goal: Goal;
  readonly product: Product;
  readonly planHash: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** When the last command was sent: what the servers' copies have to be newer than. */
  readonly lastSentAt: string | null;
  /** Null: it goes on, or it did not come to its end and can be resumed. */
  readonly outcome: RunOutcome | null;
  readonly isCancelled: boolean;
  readonly journalFailure: Failure | null;
  /** The lines of the journal that are damaged: what they told of is found out by reading the deployment. */
  readonly damagedLines: readonly Pick<DamagedLine, 'line' | 'problem'>[];
  readonly changes: readonly RunChange[];
  /** The plan by which the run is, or was, taken back; null when it never was. */
  readonly rollback: readonly RollbackStep[] | null;
  readonly restores: readonly Restore[];
  readonly acknowledged: readonly Acknowledgement[];
  readonly owner: RunOwner;
  /** The owner of a run that had died, whose lock was taken over. */
  readonly takenOver: LockOwner | null;
  /** The PowerShells that have worked for it and may still be at work: none of a run that came to its end. */
  readonly shells: readonly ShellProcess[];
  readonly resumed: readonly { readonly at: string; readonly action: ResumeAction }[];
  readonly provider: PublicProvider | null;
  readonly textOutput: string;
  readonly byHand: readonly string[];
}

/** Folds a journal into the picture of its run; null when the journal does not begin with the start of a run. */
export function foldRun(events: readonly JournalEntry[]): RunSnapshot | null {
  const [first, ...rest] = events;
  if (first?.type !== 'run-started') return null;
  return rest.reduce(applyRunEvent, startedRun(first));
}

function startedRun(event: RunStarted): RunSnapshot {
  const { runId: id, deployment, place, product, planHash, at: startedAt, acknowledged, owner, takenOver } = event;
  return {
    id,
    deployment,
    place,
    goal: event.answers.goal,
    product,
    planHash,
    startedAt,
    endedAt: null,
    lastSentAt: null,
    outcome: null,
    isCancelled: false,
    journalFailure: null,
    damagedLines: [],
    changes: event.changes.map(notStarted),
    rollback: null,
    restores: [],
    acknowledged,
    owner,
    takenOver,
    shells: withShell([], event.shell),
    resumed: [],
    provider: null,
    textOutput: '',
    byHand: [],
  };
}

function notStarted(change: PlannedChange): RunChange {
  return {
    ...publicChange(change),
    result: change.call !== null ? 'waiting' : change.status === 'already-right' ? 'already-right' : 'skipped',
    durationMs: null,
    readBack: null,
    warnings: [],
    failure: null,
  };
}

/** The picture after one more event. */
export function applyRunEvent(run: RunSnapshot, event: JournalEntry): RunSnapshot {
  switch (event.type) {
    case 'run-started':
      return startedRun(event);
    case 'shell-opened':
      return { ...run, shells: withShell(run.shells, event.shell) };
    case 'change-started':
      return withChange({ ...run, lastSentAt: event.at }, event.id, { result: 'running' });
    case 'change-ran': {
      const { durationMs, warnings, failure } = event;
      return withChange(run, event.id, { durationMs, warnings, failure });
    }
    case 'change-verified': {
      const { result, readBack, failure } = event;
      return withChange(run, event.id, { result, readBack, ...(failure ? { failure } : {}) });
    }
    case 'change-settled':
      return withSettled(run, event);
    case 'rollback-started':
      return { ...run, ...running, rollback: event.steps };
    case 'restore-started': {
      const restore: Restore = { id: event.id, command: event.command, result: 'running', failure: null };
      const restores = [...run.restores.filter((one) => one.id !== event.id), restore];
      return { ...run, lastSentAt: event.at, restores };
    }
    case 'restore-ended':
      return withRestore(run, event.id, event.isRestored, event.failure);
    case 'run-resumed': {
      const { at, action, owner, takenOver } = event;
      const shells = withShell(run.shells, event.shell);
      return { ...run, ...running, owner, takenOver, shells, resumed: [...run.resumed, { at, action }] };
    }
    case 'run-ended':
      return endedRun(run, event);
    case 'line-damaged':
      return withDamage(run, event);
    default:
      return assertNever(event);
  }
}

function withShell(shells: readonly ShellProcess[], shell: ShellProcess | null): readonly ShellProcess[] {
  return shell === null ? shells : [...shells, shell];
}

/** A run that had ended goes on. */
const running = { endedAt: null, outcome: null, isCancelled: false } as const;

function withChange(run: RunSnapshot, id: string, values: Partial<RunChange>): RunSnapshot {
  return { ...run, changes: run.changes.map((change) => (change.id === id ? { ...change, ...values } : change)) };
}

function withRestore(run: RunSnapshot, id: string, isRestored: boolean, failure: Failure | null): RunSnapshot {
  const result = isRestored ? 'done' : 'failed';
  const restores = run.restores.map((one): Restore => (one.id === id ? { ...one, result, failure } : one));
  const restored = { ...run, restores };
  return isRestored ? withChange(restored, id, { result: 'restored' }) : restored;
}

/** Settling a change also ends the step that was taking it back when the program was cut off. */
function withSettled(run: RunSnapshot, event: Extract<RunEvent, { type: 'change-settled' }>): RunSnapshot {
  const { id, result, readBack } = event;
  const isTakingBack = run.restores.some((one) => one.id === id && one.result === 'running');
  if (!isTakingBack) return withChange(run, id, { result, readBack });
  const isRestored = result === 'skipped';
  return withChange(withRestore(run, id, isRestored, null), id, isRestored ? { readBack } : { result, readBack });
}

function endedRun(run: RunSnapshot, event: Extract<RunEvent, { type: 'run-ended' }>): RunSnapshot {
  const { at: endedAt, outcome, isCancelled, journalFailure, provider, textOutput, byHand } = event;
  const changes = run.changes.map((change): RunChange =>
    change.result === 'waiting' ? { ...change, result: 'skipped' } : change,
  );
  return { ...run, endedAt, outcome, isCancelled, journalFailure, provider, textOutput, byHand, changes, shells: [] };
}

/** What is lost may have told of any change that is said to wait, or to have been left out when the run ended. */
function withDamage(run: RunSnapshot, { line, problem }: DamagedLine): RunSnapshot {
  const changes = run.changes.map((change): RunChange => {
    const mayBeSent = change.command !== null && (change.result === 'waiting' || change.result === 'skipped');
    return mayBeSent ? { ...change, result: 'unknown' } : change;
  });
  return { ...run, changes, damagedLines: [...run.damagedLines, { line, problem }] };
}

/** The changes that stand in the deployment because of this run. */
export function standingChanges(run: RunSnapshot): readonly RunChange[] {
  return run.changes.filter(
    ({ result, before, readBack }) =>
      result === 'done' || (result === 'not-as-wanted' && !isAsWanted(before, readBack)),
  );
}

/** True while commands of a run may still be sent. */
export function isRunning(run: RunSnapshot | null): boolean {
  return run !== null && run.outcome === null;
}

/** A run in a list of runs. */
export interface RunSummary extends Pick<
  RunSnapshot,
  'id' | 'deployment' | 'goal' | 'product' | 'planHash' | 'startedAt' | 'endedAt' | 'lastSentAt' | 'outcome' | 'owner'
> {
  /** How many changes issued, or would have issued, a command; and how many of them stand. */
  readonly changes: number;
  readonly standing: number;
  /** How many lines of its journal are damaged: what stands is not known without a look at the deployment. */
  readonly damagedLines: number;
  /** Somebody decided to leave it as it is. */
  readonly isLeft: boolean;
}

/** The runs on a deployment, and the journals of which nobody can tell any more what run they were of: full paths. */
export interface RunList {
  readonly runs: readonly RunSummary[];
  readonly damaged: readonly string[];
}

/** What a list of runs says of one. */
export function summaryOfRun(run: RunSnapshot): RunSummary {
  const { id, deployment, goal, product, planHash, startedAt, endedAt, lastSentAt, outcome, owner } = run;
  const changes = run.changes.filter(({ command }) => command !== null).length;
  return {
    id,
    deployment,
    goal,
    product,
    planHash,
    startedAt,
    endedAt,
    lastSentAt,
    outcome,
    owner,
    changes,
    standing: standingChanges(run).length,
    damagedLines: run.damagedLines.length,
    isLeft: run.resumed.at(-1)?.action === 'leave',
  };
}

/** True for a run about which somebody has to decide: it was cut off, or changes of it stand that nobody chose to leave. */
export function needsDecision({ outcome, isLeft }: RunSummary): boolean {
  return outcome === null || ((outcome === 'left-changed' || outcome === 'unknown') && !isLeft);
}
