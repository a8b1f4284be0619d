import type { Answers } from '../../../core/answers/answers-schema.ts';
import type { Result } from '../../../core/failure.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { htmlReport } from '../../reports/html-report.ts';
import { planJson } from '../../reports/plan-file.ts';
import { writeScriptFile } from '../../plan/setup-scripts.ts';
import { writeTextFile } from '../../storage/json-file.ts';
import { applyCommand } from './apply-command.ts';
import { type CommandBody, type CommandContext, print, readAnswers, refuse } from '../context.ts';
import { EXIT, exitCodeOfPlan, exitCodeOfVerification } from '../exit-codes.ts';
import { printResult } from '../output.ts';
import { replicateCommand } from './replicate-command.ts';
import { resumeCommand, rollbackCommand, runsCommand } from './run-commands.ts';
import { detectWords, planWords, verificationWords } from '../views/plan-view.ts';

/** The commands that work on a deployment. Each prints its result once and returns the exit code. */
export const COMMANDS = {
  detect: async (context) => {
    const connected = await context.setup.connect(context.options.deployment, 'read-only');
    if (!connected.ok) return refuse(context, connected.failure);
    const { powershellPath, connection, movedAside } = connected.value;
    const { powershell, ...rest } = connection;
    const { deployment } = context.options;
    const json = { deployment, ...rest, powershell: { path: powershellPath, ...powershell }, movedAside };
    return print(context, { json, words: detectWords(connected.value) }, EXIT.done);
  },
  snapshot: async (context) => {
    const snapshot = await context.setup.read(context.options.deployment, 'read-only');
    if (!snapshot.ok) return refuse(context, snapshot.failure);
    return print(context, { json: snapshot.value, words: JSON.stringify(snapshot.value, null, 2) }, EXIT.done);
  },
  plan: async (context) => {
    const answers = await readAnswers(context);
    if (!answers.ok) return refuse(context, answers.failure);
    const { deployment, whatIf } = context.options;
    const planned = await context.setup[whatIf ? 'rehearse' : 'plan'](deployment, answers.value);
    if (!planned.ok) return refuse(context, planned.failure);
    const { value: plan } = planned;
    return print(context, { json: planJson(plan, answers.value), words: planWords(plan) }, exitCodeOfPlan(plan));
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
  apply: applyCommand,
  verify: async (context) => {
    const verified = await withAnswers(context, (answers) => context.setup.verify(context.options.deployment, answers));
    if (!verified.ok) return refuse(context, verified.failure);
    const { value } = verified;
    return print(context, { json: value, words: verificationWords(value) }, exitCodeOfVerification(value));
  },
  show: async (context) => {
    const shown = await context.setup.show(context.options.deployment, 'read-only');
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
  runs: runsCommand,
  resume: resumeCommand,
  rollback: rollbackCommand,
  replicate: replicateCommand,
} as const satisfies Record<string, CommandBody>;

export type CommandName = keyof typeof COMMANDS;

async function withAnswers<T>(
  context: CommandContext,
  use: (answers: Answers) => Promise<Result<T>>,
): Promise<Result<T>> {
  const answers = await readAnswers(context);
  return answers.ok ? use(answers.value) : answers;
}
