import type { Draft } from '../../core/wizard/draft.ts';
import { readPastedFacts } from '../../core/readiness/pasted-facts.ts';
import { factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';
import { checkAnswers } from '../../core/answers/answers.ts';
import type {
  AppDescription,
  Bridge,
  Handlers,
  RequestInput,
  RequestName,
  RequestOutputs,
  SettledRun,
  WizardInput,
} from '../../core/contract/contract.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import { type Plan, type RehearsedChange, makePlan, pendingChanges } from '../../core/plan/plan.ts';
import { DEFAULT_PRACTICE } from '../../core/deployment/practice.ts';
import { isPreparedProduct } from '../../core/deployment/products.ts';
import { readinessDocument } from '../../core/readiness/readiness-document.ts';
import { type ReadinessProgress, progressOfResult } from '../../core/readiness/readiness-progress.ts';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import { type RunSnapshot, summaryOfRun } from '../../core/run/run.ts';
import { setupScript } from '../../core/plan/setup-script.ts';
import { type Verification, verify } from '../../core/run/verification.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import type { ProvisioningRecord } from '../../core/provisioning/provisioning.ts';
import { SCRIPT_PARTS } from '../fakes/script-parts.ts';
import { SAMPLE_CONNECTION, SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { fakeProvisioning } from './fake-provisioning.ts';
import { resumeRecorded } from './fake-recorded.ts';
import { type RunParts, resumeRun, settledRun } from './fake-resume.ts';
import { type RunGate, providerText, runGate, startRun } from './fake-run.ts';

export interface FakeOptions {
  readonly app?: Partial<AppDescription>;
  readonly draft?: Draft;
  readonly draftMovedAside?: string;
  readonly snapshot?: Snapshot;
  /** What reading the deployment waits for. */
  readonly beforeReading?: () => Promise<unknown>;
  readonly connectFailure?: Partial<Record<'local' | 'practice', Failure>>;
  readonly runStartFailure?: Failure;
  readonly replicationFailure?: Failure;
  readonly savedPath?: string | null;
  /** What has been recorded of the request before. */
  readonly provisioning?: ProvisioningRecord;
  /** The file that the administrator chooses to import. */
  readonly domainsFile?: { readonly name: string; readonly text: string };
  readonly run?: RunSnapshot;
  /** The id of the change that fails; what the run changed before in the same unit is put back. */
  readonly failingChange?: string;
  /** The id of the change that cannot be taken back. */
  readonly failingRestore?: string;
  readonly settleFailure?: Failure;
  /** True: a run stands still after it has begun, until `letRunGoOn`. */
  readonly isRunHeld?: boolean;
  /** A run that was made before the window was opened, as reading the deployment shows it. */
  readonly recorded?: SettledRun;
  readonly resumeFailure?: Failure;
  /** What each verification turns into on its way to the page. */
  readonly verified?: (verification: Verification) => Verification;
}

/** A program without PowerShell behind the real contract: its plan, run and check are the product's own code. */
export interface FakeBridge extends Bridge {
  /** Everything that was asked, in order. */
  readonly asked: readonly { readonly name: RequestName; readonly input: unknown }[];
  /** The inputs of one kind of request. */
  inputsOf<Name extends RequestName>(name: Name): readonly RequestInput<Name>[];
  /** Lets a run go on that stands still. */
  letRunGoOn(): void;
  /** Tells the page how far the changes have come. */
  tellReplication(progress: ReplicationProgress): void;
}

export function fakeBridge(options: FakeOptions = {}): FakeBridge {
  const asked: { name: RequestName; input: unknown }[] = [];
  const gate = runGate(options.isRunHeld === true);
  const handlers = fakeHandlers(options, gate);
  const replicationListeners = new Set<(progress: ReplicationProgress) => void>();
  return {
    asked,
    inputsOf: <Name extends RequestName>(name: Name) =>
      asked.filter((one) => one.name === name).map((one) => one.input as RequestInput<Name>),
    async request<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
      asked.push({ name, input });
      const handler = handlers[name] as (input: RequestInput<Name>) => Promise<Result<RequestOutputs[Name]>>;
      return handler(input);
    },
    onEvent: (name, listener) => {
      const listeners: Set<unknown> = name === 'run.changed' ? handlers.listeners : replicationListeners;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    letRunGoOn: gate.open,
    tellReplication: (progress) => {
      for (const listener of replicationListeners) listener(progress);
    },
  };
}

function fakeHandlers(options: FakeOptions, gate: RunGate): Handlers & { listeners: Set<(run: RunSnapshot) => void> } {
  const listeners = new Set<(run: RunSnapshot) => void>();
  let snapshot = options.snapshot ?? SAMPLE_SNAPSHOT;
  let run: RunSnapshot | null = options.run ?? null;
  let isCancelled = false;
  let made: RunParts | null = null;
  const show = (picture: RunSnapshot) => {
    run = picture;
    for (const listener of listeners) listener(picture);
  };
  let recorded = options.recorded ?? null;
  const planned = (input: WizardInput) => planOf(input, snapshot);
  const saved = async () => success(options.savedPath === undefined ? '/home/admin/saved.txt' : options.savedPath);
  const done = async () => success(null);
  return {
    listeners,
    'app.describe': async () =>
      success({
        version: '0.1.0',
        deployment: null,
        dataFolder: '/home/admin/data',
        practice: DEFAULT_PRACTICE,
        ...options.app,
      }),
    'draft.load': async () => success({ draft: options.draft ?? null, movedAside: options.draftMovedAside ?? null }),
    'draft.save': done,
    'draft.discard': done,
    'deployment.connect': async ({ deployment }) => {
      const failure = options.connectFailure?.[deployment];
      return failure ? failed(failure) : success(SAMPLE_CONNECTION);
    },
    'deployment.read': async () => {
      await options.beforeReading?.();
      return success(snapshot);
    },
    'deployment.show': async () => success(providerText(snapshot)),
    'practice.choose': done,
    'practice.reset': done,
    'plan.make': async (input) => {
      const made = planned(input);
      return made.ok ? success(made.value.plan) : made;
    },
    'plan.rehearse': async (input) => {
      const asked = planned(input);
      return asked.ok ? success({ ...asked.value.plan, evidence: rehearsed(asked.value.plan) }) : asked;
    },
    'plan.script': async (input) => {
      const made = planned(input);
      return made.ok ? success(setupScript({ ...made.value, isRead: input.mode !== 'prepare' }, SCRIPT_PARTS)) : made;
    },
    'run.start': async (input) => {
      if (options.runStartFailure) return failed(options.runStartFailure);
      const asked = planned(input);
      if (!asked.ok) return asked;
      if (asked.value.plan.hash !== input.planHash) return failed({ kind: 'plan-out-of-date', differences: [] });
      isCancelled = false;
      made = { changes: asked.value.plan.changes, before: snapshot };
      run = startRun({
        ...asked.value,
        before: snapshot,
        failingChange: options.failingChange ?? null,
        gate,
        isCancelled: () => isCancelled,
        onSnapshot: (after) => (snapshot = after),
        onRun: show,
      });
      return success(run);
    },
    'run.current': async () => success(run),
    'run.cancel': async () => {
      isCancelled = true;
      return success(null);
    },
    'runs.list': async () => success({ runs: recorded ? [summaryOfRun(recorded.run)] : [], damaged: [] }),
    'runs.settle': async () => {
      if (options.settleFailure) return failed(options.settleFailure);
      if (recorded) return success(recorded);
      return run && made ? success(settledRun({ ...made, run, live: snapshot })) : noRun;
    },
    'runs.resume': async ({ action }) => {
      if (options.resumeFailure) return failed(options.resumeFailure);
      if (recorded) {
        const settled = recorded;
        return success(
          resumeRecorded(settled, action, (picture) => {
            recorded = { ...settled, run: picture };
            for (const listener of listeners) listener(picture);
          }),
        );
      }
      if (!run || !made) return noRun;
      run = resumeRun({
        ...made,
        run,
        live: snapshot,
        action,
        failingRestore: options.failingRestore ?? null,
        onSnapshot: (after) => (snapshot = after),
        onRun: show,
      });
      return success(run);
    },
    'replication.wait': async () => (options.replicationFailure ? failed(options.replicationFailure) : success(null)),
    'replication.force': done,
    'replication.cancel': done,
    'readiness.run': async ({ domains }) => success(checkOf(domains)),
    'readiness.cancel': done,
    'readiness.current': async () => success(null),
    'readiness.paste': async ({ text }) => {
      const facts = readPastedFacts(text);
      return facts.ok ? success(progressOfResult(readinessDocument(facts.value))) : facts;
    },
    'deployment.verify': async (input) => {
      const made = planned(input);
      if (!made.ok) return made;
      const verification = verify(made.value.plan, snapshot, success(providerText(snapshot)));
      return success(options.verified ? options.verified(verification) : verification);
    },
    'report.save': saved,
    'script.save': saved,
    'plan.save': saved,
    'contacts.save': saved,
    'hand-out.save': saved,
    ...fakeProvisioning(options.provisioning ?? null),
    'provisioning.reminder': saved,
    'domains.open-file': async () => success(options.domainsFile ?? null),
    'clipboard.write': done,
    'link.open': done,
  };
}

/** A check that has just begun. */
function checkOf(domains: readonly string[]): ReadinessProgress {
  return { state: 'checking', domains: domains.map((domain) => ({ domain, status: null })), result: null };
}

const noRun = failed({ kind: 'no-such-run', runId: '', detail: 'No run is recorded.' });

function planOf(input: WizardInput, snapshot: Snapshot) {
  const answers = checkAnswers(candidateAnswers(input.form));
  if (!answers.ok) return answers;
  const facts =
    input.mode === 'prepare' && isPreparedProduct(input.preparedProduct)
      ? factsOfPreparedProduct(input.preparedProduct)
      : {
          product: snapshot.product,
          capabilities: SAMPLE_CONNECTION.connection.cmdlets,
          snapshot,
          environment: { deployment: 'practice' as const, ...SAMPLE_CONNECTION.connection },
          readAt: null,
        };
  const plan: Plan = makePlan(answers.value, facts, checksum);
  return success({ answers: answers.value, plan });
}

/** What a deployment says that does as it is told, but for removing, which it refuses to try. */
function rehearsed(plan: Plan): RehearsedChange[] {
  return pendingChanges(plan).map(({ id, kind, call }) => ({
    id,
    lines: kind === 'remove' ? [] : [`What if: Performing the operation "${call?.cmdlet}".`],
    failure: kind === 'remove' ? { kind: 'invalid-request', detail: 'It cannot be tried.' } : null,
  }));
}

/** Stands in for SHA-256: the same text has the same sum, and another text another one. */
function checksum(text: string): string {
  let sum = 7n;
  for (const character of text) sum = (sum * 31n + BigInt(character.codePointAt(0) ?? 0)) % 18446744073709551557n;
  return sum.toString(16);
}
