import { targetAndAnswers, deploymentAndAnswers } from './wizard-input.ts';
import { draftSchema } from '../../core/wizard/draft.ts';
import type { Answers } from '../../core/answers/answers-schema.ts';
import { join } from 'node:path';
import type { EventName, Events, Handlers, WizardInput } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { LINKS } from '../../core/contract/links.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { ReportModel } from '../../core/report/report.ts';
import { type ContactDialogs, contactHandlers } from './contact-handlers.ts';
import { type RequestRecordDialogs, requestRecordHandlers } from './provisioning-handlers.ts';
import { htmlReport } from '../reports/html-report.ts';
import { planFile } from '../reports/plan-file.ts';
import type { ReadinessChecks } from '../network/readiness-checks.ts';
import type { Access } from '../deployment/deployments.ts';
import { type FederationSetup, requestRecord } from '../setup/federation-setup.ts';
import type { ReviewedPlan } from '../plan/planning.ts';
import type { Practice } from '../setup/practice.ts';
import { preparedPlan, writeScriptFile } from '../plan/setup-scripts.ts';
import { isRunning } from '../../core/run/run.ts';
import { deleteFile, readJsonFile, writeJsonFile, writeTextFile } from '../storage/json-file.ts';
import { saveChosen } from '../storage/save-chosen.ts';

/** What the handlers need of the window's side; each is injected, so that they run without Electron too. */
export interface HandlerDependencies {
  readonly setup: FederationSetup;
  readonly practice: Practice;
  readonly readiness: ReadinessChecks;
  readonly description: {
    readonly version: string;
    readonly deployment: DeploymentKind | null;
    readonly dataFolder: string;
  };
  readonly dialogs: {
    chooseReportPath(suggestedName: string): Promise<string | null>;
    chooseScriptPath(suggestedName: string): Promise<string | null>;
    choosePlanPath(suggestedName: string): Promise<string | null>;
  } & ContactDialogs &
    RequestRecordDialogs;
  readonly clipboard: { writeText(text: string): void };
  readonly openLink: (url: string) => Promise<void>;
  readonly now: () => Date;
}

/** Sends an event to the window. */
export type Emit = <Name extends EventName>(name: Name, payload: Events[Name]) => void;

/** One thin function a request: check, delegate, answer. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { setup, practice, readiness, description, dialogs, clipboard, openLink, now } = dependencies;
  /** The plan that the page shows: a refusal can name what has moved since, and exactly this one is saved. */
  const reviewed: { made: Reviewed | null } = { made: null };
  const draftPath = join(description.dataFolder, 'draft.json');
  const shown = (made: Result<Reviewed>): Result<Plan> => {
    if (!made.ok) return made;
    reviewed.made = made.value;
    return success(made.value.plan);
  };
  return {
    'app.describe': async () => success({ ...description, practice: await practice.describe() }),
    'draft.load': async () => {
      const read = await readJsonFile(draftPath, draftSchema);
      return read.ok ? success({ draft: read.value.value, movedAside: read.value.movedAside }) : read;
    },
    'draft.save': (draft) => writeJsonFile(draftPath, draft),
    'draft.discard': () => deleteFile(draftPath),
    'deployment.connect': ({ deployment, readOnly }) => setup.connect(deployment, accessOf(readOnly)),
    'deployment.read': ({ deployment, readOnly }) => setup.read(deployment, accessOf(readOnly)),
    'deployment.show': ({ deployment, readOnly }) => setup.show(deployment, accessOf(readOnly)),
    'practice.choose': (choice) => practice.choose(choice),
    'practice.reset': () => practice.reset(),
    'plan.make': async (input) => shown(await planWithAnswers(setup, input)),
    'plan.rehearse': async (input) => {
      const asked = deploymentAndAnswers(input);
      if (!asked.ok) return asked;
      const { deployment, answers } = asked.value;
      const rehearsed = await setup.rehearse(deployment, answers);
      return shown(rehearsed.ok ? success({ plan: rehearsed.value, answers }) : rehearsed);
    },
    'plan.script': (input) => scriptOf(setup, input),
    'run.start': async ({ planHash, acknowledged, ...input }) => {
      const asked = deploymentAndAnswers(input);
      if (!asked.ok) return asked;
      const { deployment, answers } = asked.value;
      const started = await setup.runs.start(deployment, answers, {
        reviewed: reviewedPlan(planHash, reviewed.made?.plan ?? null),
        acknowledged,
        onFailure: 'stop',
      });
      return started.ok ? success(started.value.run) : started;
    },
    'run.current': async () => success(setup.runs.current()),
    'run.cancel': async () => {
      setup.runs.cancel();
      return success(null);
    },
    'runs.list': async ({ deployment }) => success(await setup.runs.list(deployment)),
    'runs.settle': ({ deployment, runId }) => setup.runs.settle(deployment, runId),
    'runs.resume': async ({ deployment, runId, action }) => {
      const resumed = await setup.runs.resume(deployment, runId, action);
      return resumed.ok ? success(resumed.value.run) : resumed;
    },
    'replication.wait': async (request) => {
      const waiting = await setup.replication.wait(request);
      return waiting.ok ? success(null) : waiting;
    },
    'replication.force': ({ fqdn }) => setup.replication.force(fqdn),
    'replication.cancel': async () => {
      setup.replication.cancel();
      return success(null);
    },
    'readiness.run': (question) => readiness.run(question),
    'readiness.cancel': async () => {
      readiness.cancel();
      return success(null);
    },
    'readiness.current': async () => success(readiness.current()),
    'readiness.paste': async ({ text }) => readiness.paste(text),
    'deployment.verify': async (input) => {
      const asked = deploymentAndAnswers(input);
      return asked.ok ? setup.verify(asked.value.deployment, asked.value.answers) : asked;
    },
    'report.save': async (input) => {
      const report = await reportOf(dependencies, input);
      if (!report.ok) return report;
      return saveChosen(
        await dialogs.chooseReportPath(`skype-federation-report-${dayOf(now())}.html`),
        htmlReport(report.value),
        writeTextFile,
      );
    },
    'script.save': async (input) => {
      const script = await scriptOf(setup, input);
      if (!script.ok) return script;
      const path = await dialogs.chooseScriptPath(`skype-federation-${dayOf(now())}.ps1`);
      return saveChosen(path, script.value, writeScriptFile);
    },
    'plan.save': async ({ planHash }) => {
      const { made } = reviewed;
      if (made?.plan.hash !== planHash) return failed({ kind: 'plan-out-of-date', differences: [] });
      return saveChosen(
        await dialogs.choosePlanPath(`skype-federation-plan-${dayOf(now())}.json`),
        planFile(made.plan, made.answers),
        writeTextFile,
      );
    },
    ...contactHandlers(dialogs, () => dayOf(now())),
    ...requestRecordHandlers(setup.provisioning, dialogs),
    'clipboard.write': async ({ text }) => {
      clipboard.writeText(text);
      return success(null);
    },
    'link.open': async ({ link }) => {
      await openLink(LINKS[link]);
      return success(null);
    },
  };
}

/** True while commands of a run may still be sent: closing the window asks first. */
export function isRunActive(setup: FederationSetup): boolean {
  return isRunning(setup.runs.current());
}

function accessOf(isReadOnly: boolean): Access {
  return isReadOnly ? 'read-only' : 'read-write';
}

function reviewedPlan(hash: string, plan: Plan | null): ReviewedPlan {
  return { hash, fingerprint: plan?.hash === hash ? plan.fingerprint : null };
}

/** A plan with the answers that it was made from. */
interface Reviewed {
  readonly plan: Plan;
  readonly answers: Answers;
}

async function planWithAnswers(setup: FederationSetup, input: WizardInput): Promise<Result<Reviewed>> {
  const asked = targetAndAnswers(input);
  if (!asked.ok) return asked;
  const { target, answers } = asked.value;
  if (!('deployment' in target)) return success({ answers, plan: preparedPlan(answers, target.product) });
  const plan = await setup.plan(target.deployment, answers);
  return plan.ok ? success({ answers, plan: plan.value }) : plan;
}

async function scriptOf(setup: FederationSetup, input: WizardInput): Promise<Result<string>> {
  const asked = targetAndAnswers(input);
  if (!asked.ok) return asked;
  const written = await setup.script(asked.value.target, asked.value.answers);
  return written.ok ? success(written.value.script) : written;
}

async function reportOf(
  { setup, readiness: checks, description, now }: HandlerDependencies,
  input: WizardInput,
): Promise<Result<ReportModel>> {
  const asked = targetAndAnswers(input);
  if (!asked.ok) return asked;
  const { target, answers } = asked.value;
  const readiness = checks.current()?.result ?? null;
  if ('deployment' in target) {
    const report = await setup.report(target.deployment, answers);
    return report.ok ? success({ ...report.value, readiness }) : report;
  }
  const written = await setup.script(target, answers);
  if (!written.ok) return written;
  const plan = preparedPlan(answers, target.product);
  return success({
    version: description.version,
    createdAt: now().toISOString(),
    deployment: 'prepare',
    answers,
    product: plan.product,
    environment: null,
    plan,
    readiness,
    run: null,
    verification: null,
    provisioning: await requestRecord(setup.provisioning, now),
    script: written.value.script,
  });
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
