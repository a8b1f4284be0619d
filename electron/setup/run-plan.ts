import type { Answers } from '../../core/answers.ts';
import { commandText } from '../../core/command-text.ts';
import type { Connection, DeploymentKind, Snapshot } from '../../core/deployment.ts';
import { findProvider, policyKey } from '../../core/deployment.ts';
import type { Failure, Result } from '../../core/failure.ts';
import { type Plan, type PlannedChange, pendingChanges, publicChange } from '../../core/plan.ts';
import {
  type ChangeResult,
  type RunEvent,
  type RunOutcome,
  type RunSnapshot,
  applyRunEvent,
  foldRun,
} from '../../core/run.ts';
import { isAsWanted, readBackOf } from '../../core/verification.ts';
import { type Journal, storageFailure } from './journal.ts';
import { readTouched } from './read-subject.ts';

/** What a run needs of the management shell. */
export interface RunShell {
  execute(
    command: NonNullable<PlannedChange['call']>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<
    Result<{ readonly output: readonly unknown[]; readonly warnings: readonly string[]; readonly durationMs: number }>
  >;
  show(): Promise<Result<string>>;
}

/** Everything that one run works with. `reopen` starts PowerShell again after it was lost. */
export interface RunInput {
  readonly runId: string;
  readonly plan: Plan;
  readonly answers: Answers;
  readonly before: Snapshot;
  readonly deployment: DeploymentKind;
  readonly connection: Connection;
  readonly shell: RunShell;
  readonly reopen: () => Promise<Result<RunShell>>;
  readonly journal: Journal;
  readonly now: () => Date;
  readonly onChange: (run: RunSnapshot) => void;
  /** Asks to stop: no further command is sent. `forceSignal` ends the one that is being worked on. */
  readonly cancelSignal: AbortSignal;
  readonly forceSignal: AbortSignal;
}

/** A run in progress: the input, the shell of the moment, and the picture so far. */
interface Progress {
  readonly input: RunInput;
  shell: RunShell | null;
  run: RunSnapshot;
  /** What was read before the run, with each part renewed when it was read again. */
  latest: Snapshot;
  /** Set when the journal could not be written: from then on no command is sent. */
  journalFailure: Failure | null;
}

/**
 * Executes a plan through one PowerShell session, journal first: each event is on disk before the next command is sent.
 * It stops at the first failure, takes back the unit that failed (removing a provider and creating the new one are one
 * unit), and says by reading the deployment what stands.
 */
export async function runPlan(input: RunInput): Promise<RunSnapshot> {
  const started = startEvent(input);
  const run = foldRun([started]);
  if (run === null) throw new Error('A run begins with its start.');
  const progress: Progress = { input, shell: input.shell, run, latest: input.before, journalFailure: null };
  await record(progress, started);
  const failedChange = await applyChanges(progress);
  if (failedChange !== null) await takeBackUnit(progress, failedChange);
  await endRun(progress, failedChange !== null);
  return progress.run;
}

function startEvent(input: RunInput): RunEvent {
  const { runId, plan, answers, before, deployment, connection } = input;
  const { product, hash: planHash, changes } = plan;
  const { module, powershell } = connection;
  const at = input.now().toISOString();
  return {
    type: 'run-started',
    runId,
    at,
    deployment,
    product,
    module,
    powershell,
    planHash,
    answers,
    before,
    changes: changes.map(publicChange),
  };
}

async function record(progress: Progress, event: RunEvent): Promise<void> {
  await progress.input.journal.append(event).catch((error: unknown) => {
    progress.journalFailure ??= storageFailure(progress.input.journal.path, error);
  });
  progress.run = applyRunEvent(progress.run, event);
  progress.input.onChange(progress.run);
}

/** Returns the change at which the run stopped, or null when every change is done. */
async function applyChanges(progress: Progress): Promise<PlannedChange | null> {
  for (const change of pendingChanges(progress.input.plan)) {
    if (progress.input.cancelSignal.aborted || progress.journalFailure !== null) return change;
    const isDone = await applyChange(progress, change);
    if (!isDone) return change;
  }
  return null;
}

async function applyChange(progress: Progress, change: PlannedChange): Promise<boolean> {
  const { input, shell } = progress;
  const at = () => input.now().toISOString();
  if (!shell || !change.call) return false;
  await record(progress, { type: 'change-started', id: change.id, at: at() });
  if (progress.journalFailure !== null) return notSent(progress, change);
  const startedMs = input.now().getTime();
  const executed = await shell.execute(change.call, { signal: input.forceSignal });
  const durationMs = executed.ok ? executed.value.durationMs : input.now().getTime() - startedMs;
  const isLost = !executed.ok && isOutcomeUnknown(executed.failure);
  if (isLost) progress.shell = null;
  const read = isLost ? null : await readTouched(shell, [change], progress.latest);
  if (read?.ok) progress.latest = read.value;
  const readBack = read?.ok ? readBackOf(read.value, change) : null;
  const failure = executed.ok ? (read && !read.ok ? read.failure : null) : executed.failure;
  const result = resultOf(
    executed.ok,
    isLost || (executed.ok && read?.ok === false),
    isAsWanted(change.after, readBack),
  );
  const warnings = executed.ok ? executed.value.warnings : [];
  await record(progress, {
    type: 'change-ended',
    id: change.id,
    at: at(),
    result,
    durationMs,
    readBack,
    warnings,
    failure,
  });
  if (result !== 'unknown') return result === 'done';
  return settle(progress, change);
}

async function notSent(progress: Progress, { id }: PlannedChange): Promise<false> {
  const at = progress.input.now().toISOString();
  await record(progress, { type: 'change-settled', id, at, result: 'skipped', readBack: null });
  return false;
}

function resultOf(
  isExecuted: boolean,
  isUnknown: boolean,
  isRight: boolean,
): Extract<ChangeResult, 'done' | 'not-as-wanted' | 'failed' | 'unknown'> {
  if (isUnknown) return 'unknown';
  if (!isExecuted) return 'failed';
  return isRight ? 'done' : 'not-as-wanted';
}

/** No answer came, or none that can be read: whether the command took effect shows only by reading. */
function isOutcomeUnknown(failure: Failure): boolean {
  return failure.kind === 'powershell-lost' || failure.kind === 'unreadable-answer' || failure.kind === 'cancelled';
}

/** After a lost command: start PowerShell again and read what became of the change. True when it is done after all. */
async function settle(progress: Progress, change: PlannedChange): Promise<boolean> {
  const snapshot = await readAgain(progress);
  if (snapshot === null) return false;
  const readBack = readBackOf(snapshot, change);
  const isDone = isAsWanted(change.after, readBack);
  if (!isDone && !isAsWanted(change.before, readBack)) return false;
  const at = progress.input.now().toISOString();
  await record(progress, { type: 'change-settled', id: change.id, at, result: isDone ? 'done' : 'skipped', readBack });
  return isDone;
}

async function readAgain(progress: Progress): Promise<Snapshot | null> {
  if (progress.shell === null) {
    const reopened = await progress.input.reopen();
    if (!reopened.ok) return null;
    progress.shell = reopened.value;
  }
  const read = await readTouched(progress.shell, pendingChanges(progress.input.plan), progress.input.before);
  return read.ok ? read.value : null;
}

/**
 * Takes back what stands of the failed change's unit, last first, by comparing the deployment with what it was before.
 * The organisation-wide federation switch is never taken back here: others may rely on it by now (facts J.8).
 */
async function takeBackUnit(progress: Progress, failedChange: PlannedChange): Promise<void> {
  const { plan } = progress.input;
  const unit =
    failedChange.unit === null ? [failedChange] : plan.changes.filter((change) => change.unit === failedChange.unit);
  const touched = unit.filter(
    (change) => change.undo !== null && change.subject.type !== 'access-edge' && wasSent(progress.run, change),
  );
  for (const change of touched.toReversed()) {
    const snapshot = await readAgain(progress);
    if (snapshot === null) return;
    if (!isAsWanted(change.before, readBackOf(snapshot, change))) await takeBack(progress, change);
  }
}

function wasSent(run: RunSnapshot, change: PlannedChange): boolean {
  const result = run.changes.find((one) => one.id === change.id)?.result;
  return result !== undefined && result !== 'waiting' && result !== 'already-right' && result !== 'skipped';
}

async function takeBack(progress: Progress, change: PlannedChange): Promise<void> {
  const { shell, input } = progress;
  if (!shell || !change.undo) return;
  const at = () => input.now().toISOString();
  await record(progress, { type: 'restore-started', id: change.id, at: at(), command: commandText(change.undo) });
  const executed = await shell.execute(change.undo);
  if (!executed.ok && isOutcomeUnknown(executed.failure)) progress.shell = null;
  const snapshot = await readAgain(progress);
  const isRestored = snapshot !== null && isAsWanted(change.before, readBackOf(snapshot, change));
  const failure = executed.ok ? null : executed.failure;
  await record(progress, { type: 'restore-ended', id: change.id, at: at(), isRestored, failure });
}

/**
 * Closes the run with what is so. When every change was read back after it was made, nothing was sent since and that
 * stands; after a failure everything that the run was about is read once more.
 */
async function endRun(progress: Progress, hasStopped: boolean): Promise<void> {
  const { input } = progress;
  const snapshot = hasStopped ? await readAgain(progress) : progress.latest;
  const shown = snapshot && progress.shell ? await progress.shell.show() : null;
  const isCancelled = input.cancelSignal.aborted && hasStopped;
  await record(progress, {
    type: 'run-ended',
    at: input.now().toISOString(),
    outcome: outcomeOf(progress, snapshot, hasStopped),
    isCancelled,
    journalFailure: progress.journalFailure,
    provider: snapshot ? findProvider(snapshot, input.answers.provider.identity) : null,
    textOutput: shown?.ok ? shown.value : '',
  });
  await input.journal.close();
}

function outcomeOf({ input, run }: Progress, snapshot: Snapshot | null, hasStopped: boolean): RunOutcome {
  const pending = pendingChanges(input.plan);
  if (pending.length === 0) return 'nothing-to-do';
  if (snapshot === null) return 'unknown';
  const isLast = (change: PlannedChange, index: number) =>
    pending.findLastIndex((one) => isSameSubject(one, change)) === index;
  const isFirst = (change: PlannedChange, index: number) =>
    pending.findIndex((one) => isSameSubject(one, change)) === index;
  if (!hasStopped) {
    const isRight = pending.filter(isLast).every((change) => isAsWanted(change.after, readBackOf(snapshot, change)));
    return isRight ? 'done' : 'left-changed';
  }
  const isAsBefore = pending
    .filter(isFirst)
    .filter((change) => wasSent(run, change))
    .every((change) => isAsWanted(change.before, readBackOf(snapshot, change)));
  if (!isAsBefore) return 'left-changed';
  return input.cancelSignal.aborted ? 'cancelled' : 'restored';
}

/** A provider that is removed and created again under its own name is one subject with two changes. */
function isSameSubject({ subject: one }: PlannedChange, { subject: other }: PlannedChange): boolean {
  if (one.type !== other.type) return false;
  return !('identity' in one) || !('identity' in other) || policyKey(one.identity) === policyKey(other.identity);
}
