import { writeScriptFile } from '../../plan/setup-scripts.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, type ExitCode, exitCodeOfPlan } from '../exit-codes.ts';
import { readAnswers } from '../options/named-file.ts';
import { print, printOnly, refuse } from '../output.ts';
import { planView, scriptView } from '../views/plan-view.ts';
import { writtenView } from '../views/written-view.ts';

/** `plan`: shows what would change, with `--what-if` as the deployment itself says it. */
export async function planCommand(context: CommandContext): Promise<ExitCode> {
  const { deployment, whatIf, answers: path } = context.options;
  const answers = await readAnswers(path);
  if (!answers.ok) return refuse(context, answers.failure);
  const planned = await context.setup[whatIf ? 'rehearse' : 'plan'](deployment, answers.value);
  if (!planned.ok) return refuse(context, planned.failure);
  return print(context, planView(planned.value, answers.value), exitCodeOfPlan(planned.value));
}

/** `script`: the plan as a PowerShell script, on standard output or in the file that `--out` names. */
export async function scriptCommand(context: CommandContext): Promise<ExitCode> {
  const { product, deployment, out, answers: path } = context.options;
  const answers = await readAnswers(path);
  if (!answers.ok) return refuse(context, answers.failure);
  const written = await context.setup.script(product === null ? { deployment } : { product }, answers.value);
  if (!written.ok) return refuse(context, written.failure);
  if (out === null) return print(context, scriptView(written.value), EXIT.done);
  const { script, planHash } = written.value;
  const saved = await writeScriptFile(out, script);
  if (!saved.ok) return refuse(context, saved.failure);
  return printOnly(context, writtenView(out, { planHash, path: out }), EXIT.done);
}
