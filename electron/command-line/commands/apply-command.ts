import type { Answers } from '../../../core/answers/answers-schema.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { type Plan, blockersOf, pendingChanges, removedProviders, warningsOf } from '../../../core/plan/plan.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { runLockText } from '../../../core/texts/run-lock.ts';
import type { ReviewedPlan } from '../../plan/planning.ts';
import type { StartedRun } from '../../run/run-launch.ts';
import type { StartOptions } from '../../run/run-start.ts';
import { type CommandContext, isAgreed } from '../context.ts';
import { type ExitCode, exitCodeOfRun } from '../exit-codes.ts';
import { readAnswers } from '../options/named-file.ts';
import { readSavedPlan } from '../options/saved-plan.ts';
import { print, refuse } from '../output.ts';
import { planView } from '../views/plan-view.ts';
import { runView } from '../views/run-view.ts';
import { waitForServers } from './replicate-command.ts';

/** What is to be applied: the answers, and the plan that they were reviewed as, where one was saved. */
interface Subject {
  readonly answers: Answers;
  readonly saved: ReviewedPlan | null;
}

/** `apply`: makes the changes of a plan, each read back: of the answers' plan as it is now, or of a saved one and no other. */
export async function applyCommand(context: CommandContext): Promise<ExitCode> {
  const subject = await readSubject(context);
  if (!subject.ok) return refuse(context, subject.failure);
  const { answers, saved } = subject.value;
  const decided = context.options.yes
    ? success({ reviewed: saved, acknowledged: 'all' as const })
    : await review(context, subject.value);
  if (!decided.ok) return refuse(context, decided.failure);
  const { deployment, onFailure } = context.options;
  const started = await context.setup.runs.start(deployment, answers, { ...decided.value, onFailure });
  return started.ok ? endOfRun(context, answers, started.value) : refuse(context, started.failure);
}

async function readSubject(context: CommandContext): Promise<Result<Subject>> {
  const { plan, answers } = context.options;
  if (plan !== null && answers !== null) return failed({ kind: 'invalid-request', detail: say.planOrAnswers });
  if (plan !== null) return readSavedPlan(plan);
  const read = await readAnswers(answers);
  return read.ok ? success({ answers: read.value, saved: null }) : read;
}

/** Shows the plan and asks: each warning, each removal by its name, and then the whole. No other plan is run. */
async function review(
  context: CommandContext,
  { answers, saved }: Subject,
): Promise<Result<Pick<StartOptions, 'reviewed' | 'acknowledged'>>> {
  const { setup, streams, options } = context;
  const planned = await setup.plan(options.deployment, answers);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const reviewed = saved ?? { hash: plan.hash, fingerprint: plan.fingerprint };
  const findings = blockersOf(plan);
  if (findings.length > 0) return failed({ kind: 'refused', findings });
  const acknowledged = warningsOf(plan).map(({ id }) => id);
  if (pendingChanges(plan).length === 0) return success({ reviewed, acknowledged });
  streams.err(`${planView(plan, answers).words}\n`);
  if (context.ask === null) return failed({ kind: 'invalid-request', detail: say.yesNeeded });
  return (await isEverythingAgreed(context, plan))
    ? success({ reviewed, acknowledged })
    : failed({ kind: 'cancelled' });
}

async function isEverythingAgreed(context: CommandContext, plan: Plan): Promise<boolean> {
  for (const { message, remedy } of warningsOf(plan)) {
    if ((await isAgreed(context, say.acknowledge(message, remedy))) !== true) return false;
  }
  for (const identity of removedProviders(plan)) {
    const typed = await context.ask?.(say.typeName(identity));
    if (typed?.trim() === identity) continue;
    context.streams.err(`${say.notConfirmed}\n`);
    return false;
  }
  return (await isAgreed(context, say.question(pendingChanges(plan).length))) === true;
}

/** Waits for the end of a run and prints what became of it. */
export async function endOfRun(
  context: CommandContext,
  answers: Pick<Answers, 'provider'> | null,
  { ended, journalPath, takenOver, lockMovedAside }: StartedRun,
): Promise<ExitCode> {
  if (takenOver) context.streams.err(`${runLockText.takenOver(takenOver)}\n`);
  if (lockMovedAside !== null) context.streams.err(`${runLockText.movedAside(lockMovedAside)}\n`);
  const run = await ended;
  context.streams.err(`${say.journal(journalPath)}\n`);
  const { waitReplicationMs: limitMs } = context.options;
  const isWaiting = limitMs !== null && run.outcome === 'done' && run.lastSentAt !== null;
  const replication = isWaiting ? await waitForServers(context, run.lastSentAt, limitMs) : null;
  return print(context, runView(run, answers?.provider.identity ?? null, replication), exitCodeOfRun(run));
}
