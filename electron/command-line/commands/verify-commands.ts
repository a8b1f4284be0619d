import { htmlReport } from '../../reports/html-report.ts';
import { writeTextFile } from '../../storage/json-file.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, type ExitCode, exitCodeOfVerification } from '../exit-codes.ts';
import { readAnswers } from '../options/named-file.ts';
import { print, printOnly, refuse } from '../output.ts';
import { verificationView } from '../views/verification-view.ts';
import { writtenView } from '../views/written-view.ts';

/** The report's file when `--out` names none: in the folder from which the command is run. */
const DEFAULT_REPORT = 'skype-federation-report.html';

/** `verify`: compares the deployment with the answers by reading only. */
export async function verifyCommand(context: CommandContext): Promise<ExitCode> {
  const answers = await readAnswers(context.options.answers);
  if (!answers.ok) return refuse(context, answers.failure);
  const verified = await context.setup.verify(context.options.deployment, answers.value);
  if (!verified.ok) return refuse(context, verified.failure);
  return print(context, verificationView(verified.value), exitCodeOfVerification(verified.value));
}

/** `report`: writes the report as one HTML file. */
export async function reportCommand(context: CommandContext): Promise<ExitCode> {
  const answers = await readAnswers(context.options.answers);
  if (!answers.ok) return refuse(context, answers.failure);
  const report = await context.setup.report(context.options.deployment, answers.value);
  if (!report.ok) return refuse(context, report.failure);
  const path = context.options.out ?? DEFAULT_REPORT;
  const written = await writeTextFile(path, htmlReport(report.value));
  if (!written.ok) return refuse(context, written.failure);
  const { verification, run } = report.value;
  const json = { path, outcome: verification?.outcome ?? null, runId: run?.id ?? null };
  return printOnly(context, writtenView(path, json), EXIT.done);
}
