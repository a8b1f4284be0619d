import type { Answers } from '../../core/answers/answers-schema.ts';
import { type Snapshot, policyKey } from '../../core/deployment/deployment.ts';
import type { PlannedChange, Properties } from '../../core/plan/change.ts';
import { type Plan, pendingChanges } from '../../core/plan/plan.ts';
import type { RunEvent, RunOutcome } from '../../core/run/run-events.ts';
import { type RunSnapshot, applyRunEvent, foldRun } from '../../core/run/run.ts';
import { readBackOf } from '../../core/run/verification.ts';
import { commandText } from '../../core/deployment/command-text.ts';
import { SAMPLE_CONNECTION } from './deployment-sample.ts';

interface FakeRun {
  readonly plan: Plan;
  readonly answers: Answers;
  readonly before: Snapshot;
  readonly failingChange: string | null;
  readonly gate: RunGate;
  readonly isCancelled: () => boolean;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  readonly onRun: (run: RunSnapshot) => void;
}

export const AT = '2024-05-06T10:00:00.000Z';

/** Where a run waits before each command. It gives the page a turn of its own each time, as a real run does. */
export interface RunGate {
  readonly pass: () => Promise<void>;
  readonly open: () => void;
}

/** A gate; one that is shut holds a run until it is opened. */
export function runGate(isShut: boolean): RunGate {
  const door = { open: () => {} };
  const opened = isShut ? new Promise<void>((resolve) => (door.open = resolve)) : Promise.resolve();
  const pass = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await opened;
  };
  return { pass, open: () => door.open() };
}

/** Begins a run that goes on by itself, with the events that the real one sends. */
export function startRun(fake: FakeRun): RunSnapshot {
  const { module, powershell } = SAMPLE_CONNECTION.connection;
  const started = foldRun([
    {
      type: 'run-started',
      runId: crypto.randomUUID(),
      at: AT,
      deployment: 'practice',
      place: '/home/admin/data/practice/state.json',
      product: fake.plan.product,
      module,
      powershell,
      planHash: fake.plan.hash,
      answers: fake.answers,
      before: fake.before,
      changes: [...fake.plan.changes],
      acknowledged: [],
      owner: { user: 'admin', host: 'ADMINPC', processId: 4711 },
      takenOver: null,
      shell: null,
    },
  ]);
  if (!started) throw new Error('A run begins with its start.');
  void goOn(fake, started);
  return started;
}

async function goOn(fake: FakeRun, started: RunSnapshot): Promise<void> {
  let run = started;
  let snapshot = fake.before;
  const send = (event: RunEvent) => {
    run = applyRunEvent(run, event);
    fake.onRun(run);
  };
  const end = (outcome: RunOutcome) => {
    fake.onSnapshot(snapshot);
    send({
      type: 'run-ended',
      at: AT,
      outcome,
      isCancelled: fake.isCancelled(),
      journalFailure: null,
      provider: null,
      textOutput: providerText(snapshot),
      byHand: [],
    });
  };
  let done = 0;
  for (const change of pendingChanges(fake.plan)) {
    await fake.gate.pass();
    if (fake.isCancelled()) return end(done === 0 ? 'cancelled' : 'left-changed');
    send({ type: 'change-started', id: change.id, at: AT });
    await fake.gate.pass();
    if (change.id === fake.failingChange) {
      send(ranEvent(change, true));
      send(verifiedEvent(change, 'failed', null));
      snapshot = await putBack(fake, snapshot, send);
      return end('left-changed');
    }
    snapshot = changed(snapshot, change);
    send(ranEvent(change, false));
    send(verifiedEvent(change, 'done', readBackOf(snapshot, change)));
    done += 1;
  }
  return end(done === 0 ? 'nothing-to-do' : 'done');
}

function verifiedEvent({ id }: PlannedChange, result: 'done' | 'failed', readBack: Properties | null): RunEvent {
  return { type: 'change-verified', id, at: AT, result, readBack, failure: null };
}

function ranEvent({ id, call }: PlannedChange, hasFailed: boolean): RunEvent {
  const error = {
    message: 'The proxy FQDN is in use by another provider.',
    errorId: 'DuplicateProxyFqdn,Microsoft.Rtc.Management.Internal.NewOcsPublicProviderCmdlet',
    category: 'InvalidOperation',
    target: null,
    cmdlet: call?.cmdlet ?? null,
    exception: '',
  };
  const failure = hasFailed ? ({ kind: 'cmdlet-failed', during: id, error } as const) : null;
  return { type: 'change-ran', id, at: AT, durationMs: 42, warnings: [], failure };
}

async function putBack(fake: FakeRun, snapshot: Snapshot, send: (event: RunEvent) => void): Promise<Snapshot> {
  const removal = fake.plan.changes.find((change) => change.kind === 'remove' && change.undo);
  if (!removal?.undo) return snapshot;
  send({ type: 'restore-started', id: removal.id, at: AT, command: commandText(removal.undo) });
  await fake.gate.pass();
  send({ type: 'restore-ended', id: removal.id, at: AT, isRestored: true, failure: null });
  return changed(snapshot, { subject: removal.subject, after: removal.before, kind: 'set' });
}

/** What a change does to the deployment. */
export type Effect = Pick<PlannedChange, 'subject' | 'after' | 'kind'>;

/** The deployment after a change that worked. */
export function changed(snapshot: Snapshot, { subject, after, kind }: Effect): Snapshot {
  switch (subject.type) {
    case 'access-edge':
      return snapshot.accessEdgeConfiguration
        ? { ...snapshot, accessEdgeConfiguration: { ...snapshot.accessEdgeConfiguration, ...after } }
        : snapshot;
    case 'policy':
      return {
        ...snapshot,
        externalAccessPolicies: snapshot.externalAccessPolicies.map((policy) =>
          policyKey(policy.Identity) === policyKey(subject.identity) ? { ...policy, ...after } : policy,
        ),
      };
    case 'user':
      return snapshot;
    case 'provider': {
      const others = snapshot.publicProviders.filter((one) => one.Identity !== subject.identity);
      if (kind === 'remove' || !after) return { ...snapshot, publicProviders: others };
      const present = snapshot.publicProviders.find((one) => one.Identity === subject.identity);
      const created = {
        Identity: subject.identity,
        Name: subject.identity,
        NameDecorationDomain: '',
        ...present,
        ...after,
        ProxyFqdn: String(after['ProxyFqdn'] ?? present?.ProxyFqdn),
        VerificationLevel: String(after['VerificationLevel'] ?? present?.VerificationLevel),
        Enabled: after['Enabled'] === true,
      };
      return { ...snapshot, publicProviders: [...others, created] };
    }
  }
}

/** `Get-CsPublicProvider` as a property list. */
export function providerText({ publicProviders }: Snapshot): string {
  return publicProviders
    .map((provider) =>
      Object.entries(provider)
        .map(
          ([name, value]) =>
            `${name.padEnd(32)} : ${typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''}`,
        )
        .join('\n'),
    )
    .join('\n\n');
}
