import { type PlannedChange, publicChange } from '../../core/plan/change.ts';
import { commandText } from '../../core/deployment/command-text.ts';
import type { SettledRun } from '../../core/contract/contract.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { rollbackPlan } from '../../core/run/rollback.ts';
import type { ResumeAction, RunEvent } from '../../core/run/run-events.ts';
import { type RunSnapshot, applyRunEvent } from '../../core/run/run.ts';
import { AT, type Effect, changed, providerText } from './fake-run.ts';

/** What is kept of a run to take it back: its changes, and what there was before. */
export interface RunParts {
  readonly changes: readonly PlannedChange[];
  readonly before: Snapshot;
}

interface RecordedRun extends RunParts {
  readonly run: RunSnapshot;
  readonly live: Snapshot;
}

/** What became of a run and what can be done with it, by the product's own rules. */
export function settledRun({ changes, run, before, live }: RecordedRun): SettledRun {
  const isMade = (id: string) => run.changes.some((change) => change.id === id && change.result === 'done');
  return {
    run,
    remaining: changes.filter(({ id, call }) => call !== null && !isMade(id)).map(publicChange),
    rollback: rollbackPlan({ changes, run, before, live }),
    canContinue: true,
  };
}

interface FakeResume extends RecordedRun {
  readonly action: ResumeAction;
  readonly failingRestore: string | null;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  readonly onRun: (run: RunSnapshot) => void;
}

/** Goes on with a run that has stopped, with the events that the real one sends. */
export function resumeRun(fake: FakeResume): RunSnapshot {
  const { action } = fake;
  const owner = { user: 'admin', host: 'ADMINPC', processId: 4711 };
  const resumed = applyRunEvent(fake.run, { type: 'run-resumed', at: AT, action, owner, takenOver: null, shell: null });
  void goOn(fake, resumed);
  return resumed;
}

async function goOn(fake: FakeResume, resumed: RunSnapshot): Promise<void> {
  let run = resumed;
  let snapshot = fake.live;
  const send = async (event: RunEvent) => {
    await Promise.resolve();
    run = applyRunEvent(run, event);
    fake.onRun(run);
  };
  const take = (effect: Effect) => (snapshot = changed(snapshot, effect));
  if (fake.action === 'rollback') await rollBack({ ...fake, run }, send, take);
  if (fake.action === 'continue') await makeRemaining({ ...fake, run }, send, take);
  fake.onSnapshot(snapshot);
  const byHand = rollbackPlan({ ...fake, run, live: snapshot }).flatMap(({ command }) => command ?? []);
  const isMade = fake.changes.every(({ id }) => run.changes.some((one) => one.id === id && one.result === 'done'));
  await send({
    type: 'run-ended',
    at: AT,
    outcome: isMade ? 'done' : byHand.length > 0 ? 'left-changed' : 'restored',
    isCancelled: false,
    journalFailure: null,
    provider: null,
    textOutput: providerText(snapshot),
    byHand,
  });
}

type Send = (event: RunEvent) => Promise<void>;
type Take = (effect: Effect) => void;

async function rollBack(fake: FakeResume, send: Send, take: Take): Promise<void> {
  const steps = rollbackPlan(fake);
  await send({ type: 'rollback-started', at: AT, steps });
  for (const { id } of steps.filter(({ status }) => status === 'would-change')) {
    const change = fake.changes.find((one) => one.id === id);
    if (!change?.undo) return;
    await send({ type: 'restore-started', id, at: AT, command: commandText(change.undo) });
    const isRestored = id !== fake.failingRestore;
    if (isRestored) take({ subject: change.subject, after: change.before, kind: 'set' });
    await send({ type: 'restore-ended', id, at: AT, isRestored, failure: null });
    if (!isRestored) return;
  }
}

async function makeRemaining(fake: FakeResume, send: Send, take: Take): Promise<void> {
  for (const { id } of settledRun(fake).remaining) {
    const change = fake.changes.find((one) => one.id === id);
    if (!change) return;
    await send({ type: 'change-started', id, at: AT });
    take(change);
    await send({ type: 'change-ran', id, at: AT, durationMs: 1, warnings: [], failure: null });
    await send({ type: 'change-verified', id, at: AT, result: 'done', readBack: change.after, failure: null });
  }
}
