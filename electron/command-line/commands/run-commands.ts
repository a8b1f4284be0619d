import type { SettledRun } from '../../../core/contract/contract.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import type { ResumeAction } from '../../../core/run/run-events.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { type CommandContext, isAgreed } from '../context.ts';
import { EXIT, type ExitCode, exitCodeOfRun } from '../exit-codes.ts';
import { print, refuse } from '../output.ts';
import { runsView, settledView } from '../views/run-view.ts';
import { endOfRun } from './apply-command.ts';

/** `runs`: lists the runs on the deployment, the newest first. */
export async function runsCommand(context: CommandContext): Promise<ExitCode> {
  const runs = await context.setup.runs.list(context.options.deployment);
  return print(context, runsView(runs), EXIT.done);
}

/**
 * `resume`: goes on with a run that did not come to its end: reads the deployment, says what became of each change, and does what
 * `--action` says. Without it nothing is done, and exit code 3 says that something is left to decide.
 */
export async function resumeCommand(context: CommandContext): Promise<ExitCode> {
  const { deployment, run, action } = context.options;
  const settled = await context.setup.runs.settle(deployment, run);
  if (!settled.ok) return refuse(context, settled.failure);
  if (action !== null) return proceed(context, settled.value, action);
  const isEnded = settled.value.run.outcome !== null && settled.value.remaining.length === 0;
  return print(context, settledView(settled.value), isEnded ? exitCodeOfRun(settled.value.run) : EXIT.changesPending);
}

/** `rollback`: takes a run back, finished or not: only what it changed, in reverse. */
export async function rollbackCommand(context: CommandContext): Promise<ExitCode> {
  const { deployment, run } = context.options;
  const settled = await context.setup.runs.settle(deployment, run);
  return settled.ok ? proceed(context, settled.value, 'rollback') : refuse(context, settled.failure);
}

async function proceed(context: CommandContext, settled: SettledRun, action: ResumeAction): Promise<ExitCode> {
  const agreed = context.options.yes ? success(null) : await agree(context, settled, action);
  if (!agreed.ok) return refuse(context, agreed.failure);
  const { deployment } = context.options;
  const resumed = await context.setup.runs.resume(deployment, settled.run.id, action);
  if (!resumed.ok) return refuse(context, resumed.failure);
  const code = await endOfRun(context, null, resumed.value);
  // Asked for and reached: that the deployment is as it was before is what a rollback is for.
  const isDone = action === 'rollback' && code === EXIT.restored;
  return isDone || action === 'leave' ? EXIT.done : code;
}

async function agree(context: CommandContext, settled: SettledRun, action: ResumeAction): Promise<Result<null>> {
  context.streams.err(`${settledView(settled).words}\n`);
  const agreed = await isAgreed(context, say.resumeQuestions[action]);
  if (agreed === null) return failed({ kind: 'invalid-request', detail: say.yesNeeded });
  return agreed ? success(null) : failed({ kind: 'cancelled' });
}
