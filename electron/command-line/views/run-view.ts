import type { SettledRun } from '../../../core/contract/contract.ts';
import type { RunSummary } from '../../../core/run/run.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';

/** What `runs` prints for a person: a line a run. */
export function runsWords(runs: readonly RunSummary[]): string {
  if (runs.length === 0) return say.noRuns;
  return runs
    .map(({ id, startedAt, goal, product, outcome, changes, standing, owner }) =>
      [
        id,
        startedAt,
        say.goals[goal],
        product.name,
        say.standing(standing, changes),
        outcome === null ? say.notEnded : say.outcomes[outcome],
        `${owner.user}@${owner.host}`,
      ].join('  '),
    )
    .join('\n');
}

/** What `resume` prints for a person: what became of each change, and what can be done now. */
export function settledWords({ run, remaining, rollback, canContinue }: SettledRun): string {
  const changes = run.changes.map(({ sentence, result }) => `- ${sentence} [${reportTexts.results[result]}]`);
  const left = remaining.map(({ command }) => `  ${command ?? ''}`);
  const back = rollback
    .filter(({ status }) => status !== 'already-right')
    .map(({ command, status, reason }) => `  ${command ?? ''}${status === 'would-change' ? '' : ` [${reason ?? ''}]`}`);
  return [
    say.run(run.id),
    ...changes,
    '',
    ...(left.length > 0 ? [canContinue ? say.continueWould : say.cannotContinue, ...left, ''] : []),
    ...(back.length > 0 ? [say.rollbackWould, ...back] : [say.nothingToTakeBack]),
  ].join('\n');
}
