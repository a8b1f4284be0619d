import type { Answers } from '../../core/answers/answers-schema.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import type { Failure, Result } from '../../core/failure.ts';
import type { PlannedChange } from '../../core/plan/change.ts';
import { type RunSnapshot, applyRunEvent } from '../../core/run/run.ts';
import type { RunEvent, ShellProcess } from '../../core/run/run-events.ts';
import type { DeploymentShell } from '../deployment/deployment-shell.ts';
import { readDeployment, readTouched } from '../deployment/read-deployment.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import type { Journal } from './journal.ts';

/** Everything that one run works with, whether it begins or goes on. `reopen` starts PowerShell again after it was lost. */
export interface RunInput {
  readonly changes: readonly PlannedChange[];
  readonly answers: Answers;
  /** The deployment before the run's first change. */
  readonly before: Snapshot;
  readonly shell: DeploymentShell;
  readonly reopen: () => Promise<Result<ReopenedShell>>;
  readonly journal: Journal;
  readonly now: () => Date;
  readonly onChange: (run: RunSnapshot) => void;
  /** Asks to stop: no further command is sent. `forceSignal` ends the one that is being worked on. */
  readonly cancelSignal: AbortSignal;
  readonly forceSignal: AbortSignal;
}

/** A PowerShell in place of one that was lost, and its process. */
export interface ReopenedShell {
  readonly shell: DeploymentShell;
  readonly process: ShellProcess | null;
}

/** A run in progress: the input, the shell of the moment, and the picture so far. */
export interface Progress {
  readonly input: RunInput;
  shell: DeploymentShell | null;
  run: RunSnapshot;
  /** What was read before, with each part renewed when it was read again. */
  latest: Snapshot;
  /** Set when the journal could not be written: from then on no command is sent. */
  journalFailure: Failure | null;
}

/** Writes an event to the journal, and shows the picture that follows from it: also that it could not be written. */
export async function record(progress: Progress, event: RunEvent): Promise<void> {
  await progress.input.journal.append(event).catch((error: unknown) => {
    progress.journalFailure ??= storageFailure(progress.input.journal.path, error);
  });
  const { journalFailure } = progress;
  progress.run = applyRunEvent(progress.run, event.type === 'run-ended' ? { ...event, journalFailure } : event);
  progress.input.onChange(progress.run);
}

/** The time of an event. */
export function eventTime({ input }: Progress): string {
  return input.now().toISOString();
}

/** Reads again what the changes touch; null when that is not possible. */
export async function readAgain(progress: Progress, changes: readonly PlannedChange[]): Promise<Snapshot | null> {
  return read(progress, (shell) => readTouched(shell, changes, progress.latest));
}

/** Reads the whole deployment again; null when that is not possible. */
export async function readWhole(progress: Progress): Promise<Snapshot | null> {
  return read(progress, (shell) => readDeployment(shell, progress.input.changes));
}

/** Reading changes nothing, so what fails is tried once more, with a new PowerShell where the old one was lost. */
const READ_ATTEMPTS = 2;

async function read(
  progress: Progress,
  attempt: (shell: DeploymentShell) => Promise<Result<Snapshot>>,
): Promise<Snapshot | null> {
  for (let attempts = 0; attempts < READ_ATTEMPTS; attempts += 1) {
    const shell = await openShell(progress);
    const answer = shell && (await attempt(shell));
    if (answer?.ok) {
      progress.latest = answer.value;
      return answer.value;
    }
    if (answer && isOutcomeUnknown(answer.failure)) progress.shell = null;
  }
  return null;
}

async function openShell(progress: Progress): Promise<DeploymentShell | null> {
  if (progress.shell !== null) return progress.shell;
  const reopened = await progress.input.reopen();
  progress.shell = reopened.ok ? reopened.value.shell : null;
  if (reopened.ok && reopened.value.process !== null) {
    const { process: shell } = reopened.value;
    await record(progress, { type: 'shell-opened', at: eventTime(progress), shell });
  }
  return progress.shell;
}

/** No answer came, or none that can be read: whether the command took effect shows only by reading. */
export function isOutcomeUnknown(failure: Failure): boolean {
  return failure.kind === 'powershell-lost' || failure.kind === 'unreadable-answer' || failure.kind === 'cancelled';
}
