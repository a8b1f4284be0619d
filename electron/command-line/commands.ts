import { type Answers, parseAnswers } from '../../core/answers.ts';
import { contactAddress } from '../../core/contact-address.ts';
import type { DeploymentKind } from '../../core/deployment.ts';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import { blockersOf, pendingChanges } from '../../core/plan.ts';
import type { PreparedProductId } from '../../core/products.ts';
import type { RunSnapshot } from '../../core/run.ts';
import { cliTexts as say } from '../../core/texts/cli.ts';
import { contactReasons } from '../../core/texts/contact.ts';
import { htmlReport } from '../reports/html-report.ts';
import type { FederationSetup, StartedRun } from '../setup/federation-setup.ts';
import { writeScriptFile } from '../setup/setup-scripts.ts';
import { writeTextFile } from '../storage/json-file.ts';
import {
  EXIT,
  type ExitCode,
  exitCodeOfFailure,
  exitCodeOfPlan,
  exitCodeOfRun,
  exitCodeOfVerification,
} from './exit-codes.ts';
import { type Printable, type Streams, planJson, printFailure, printResult, readNamedFile, runJson } from './output.ts';
import { detectWords, planWords, runWords, verificationWords } from './words.ts';

/** What every command gets: the services, where to write, and the options of the call. */
interface CommandContext {
  readonly setup: FederationSetup;
  readonly streams: Streams;
  readonly options: CommandOptions;
  /** Asks a yes-or-no question at a terminal; null when there is nobody to ask. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
}

export interface CommandOptions {
  readonly deployment: DeploymentKind;
  readonly answers: string | null;
  readonly out: string | null;
  /** The stated product that a script is written for; null: for the deployment. */
  readonly product: PreparedProductId | null;
  readonly yes: boolean;
  readonly json: boolean;
}

type CommandBody = (context: CommandContext) => Promise<ExitCode>;

/** The commands that work on a deployment. Each prints its result once and returns the exit code. */
export const COMMANDS = {
  detect: async (context) => {
    const connected = await context.setup.connect(context.options.deployment);
    if (!connected.ok) return refuse(context, connected.failure);
    const { powershellPath, connection, movedAside } = connected.value;
    const { powershell, ...rest } = connection;
    const { deployment } = context.options;
    const json = { deployment, ...rest, powershell: { path: powershellPath, ...powershell }, movedAside };
    return print(context, { json, words: detectWords(connected.value) }, EXIT.done);
  },
  snapshot: async (context) => {
    const snapshot = await context.setup.read(context.options.deployment);
    if (!snapshot.ok) return refuse(context, snapshot.failure);
    return print(context, { json: snapshot.value, words: JSON.stringify(snapshot.value, null, 2) }, EXIT.done);
  },
  plan: async (context) => {
    const planned = await withAnswers(context, (answers) => context.setup.plan(context.options.deployment, answers));
    if (!planned.ok) return refuse(context, planned.failure);
    return print(
      context,
      { json: planJson(planned.value), words: planWords(planned.value) },
      exitCodeOfPlan(planned.value),
    );
  },
  script: async (context) => {
    const { product, deployment, out, json } = context.options;
    const target = product === null ? { deployment } : { product };
    const written = await withAnswers(context, (answers) => context.setup.script(target, answers));
    if (!written.ok) return refuse(context, written.failure);
    const { script, planHash } = written.value;
    if (out === null) return print(context, { json: { planHash, script }, words: script.trimEnd() }, EXIT.done);
    const saved = await writeScriptFile(out, script);
    if (!saved.ok) return refuse(context, saved.failure);
    await printResult(context.streams, { json: { planHash, path: out }, words: say.written(out) }, { json, out: null });
    return EXIT.done;
  },
  apply: async (context) => {
    const answers = await readAnswers(context);
    return answers.ok ? apply(context, answers.value) : refuse(context, answers.failure);
  },
  verify: async (context) => {
    const verified = await withAnswers(context, (answers) => context.setup.verify(context.options.deployment, answers));
    if (!verified.ok) return refuse(context, verified.failure);
    const { value } = verified;
    return print(context, { json: value, words: verificationWords(value) }, exitCodeOfVerification(value));
  },
  show: async (context) => {
    const shown = await context.setup.show(context.options.deployment);
    if (!shown.ok) return refuse(context, shown.failure);
    return print(context, { json: { textOutput: shown.value }, words: shown.value.trimEnd() }, EXIT.done);
  },
  report: async (context) => {
    const report = await withAnswers(context, (answers) => context.setup.report(context.options.deployment, answers));
    if (!report.ok) return refuse(context, report.failure);
    const path = context.options.out ?? 'skype-federation-report.html';
    const written = await writeTextFile(path, htmlReport(report.value));
    if (!written.ok) return refuse(context, written.failure);
    const { verification, run } = report.value;
    const json = { path, outcome: verification?.outcome ?? null, runId: run?.id ?? null };
    await printResult(context.streams, { json, words: say.written(path) }, { json: context.options.json, out: null });
    return EXIT.done;
  },
} as const satisfies Record<string, CommandBody>;

export type CommandName = keyof typeof COMMANDS;

/** Turns e-mail addresses into contact addresses. Exit code 2 when one of them is refused. */
export async function contactAddressCommand(
  inputs: readonly string[],
  streams: Streams,
  options: { json: boolean; out: string | null },
): Promise<ExitCode> {
  const rows = inputs.map((input) => {
    const { address, changed, reason } = contactAddress(input);
    return { input, address, changed, reason: contactReasons[reason] };
  });
  const words = rows.map(({ input, address, reason }) => `${input} -> ${address ?? '-'}  ${reason}`).join('\n');
  const printed = await printResult(streams, { json: rows, words }, options);
  if (!printed.ok) {
    printFailure(streams, printed.failure, false);
    return exitCodeOfFailure(printed.failure);
  }
  return rows.every((row) => row.address !== null) ? EXIT.done : EXIT.badUsage;
}

async function apply(context: CommandContext, answers: Answers): Promise<ExitCode> {
  const { options } = context;
  const reviewed = options.yes ? success(null) : await review(context, answers);
  if (!reviewed.ok) return refuse(context, reviewed.failure);
  const started = await context.setup.start(options.deployment, answers, reviewed.value);
  return started.ok ? endOfRun(context, answers, started.value) : refuse(context, started.failure);
}

/** Shows the plan and asks. Returns the hash of the plan that was agreed to: no other one is run. */
async function review(context: CommandContext, answers: Answers): Promise<Result<string>> {
  const { setup, streams, options, confirm } = context;
  const planned = await setup.plan(options.deployment, answers);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const findings = blockersOf(plan);
  if (findings.length > 0) return failed({ kind: 'refused', findings });
  const count = pendingChanges(plan).length;
  if (count === 0) return success(plan.hash);
  streams.err(`${planWords(plan)}\n`);
  if (confirm === null) return failed({ kind: 'invalid-request', detail: say.yesNeeded });
  if (await confirm(say.question(count))) return success(plan.hash);
  streams.err(`${say.notConfirmed}\n`);
  return failed({ kind: 'cancelled' });
}

async function endOfRun(
  context: CommandContext,
  answers: Answers,
  { ended, journalPath }: StartedRun,
): Promise<ExitCode> {
  const run: RunSnapshot = await ended;
  context.streams.err(`${say.journal(journalPath)}\n`);
  const printable = { json: runJson(run, answers.provider.identity), words: runWords(run) };
  return print(context, printable, exitCodeOfRun(run));
}

async function readAnswers({ options }: CommandContext): Promise<Result<Answers>> {
  if (options.answers === null) return { ok: false, failure: { kind: 'invalid-request', detail: say.answersNeeded } };
  const text = await readNamedFile(options.answers);
  return text.ok ? parseAnswers(text.value) : text;
}

async function withAnswers<T>(
  context: CommandContext,
  use: (answers: Answers) => Promise<Result<T>>,
): Promise<Result<T>> {
  const answers = await readAnswers(context);
  return answers.ok ? use(answers.value) : answers;
}

async function print(context: CommandContext, printable: Printable, code: ExitCode): Promise<ExitCode> {
  const printed = await printResult(context.streams, printable, context.options);
  return printed.ok ? code : refuse(context, printed.failure);
}

function refuse({ streams, options }: CommandContext, failure: Failure): ExitCode {
  printFailure(streams, failure, options.json);
  return exitCodeOfFailure(failure);
}
