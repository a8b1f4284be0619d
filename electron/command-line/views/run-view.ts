import type { SettledRun } from '../../../core/contract/contract.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';
import type { ReplicationProgress } from '../../../core/run/replication.ts';
import { type RunList, type RunSnapshot, type RunSummary, standingChanges } from '../../../core/run/run.ts';
import { compareProvider } from '../../../core/run/verification.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { damagedRecordText } from '../../../core/texts/damaged-records.ts';
import { failureText } from '../../../core/texts/failures.ts';
import { replicationText } from '../../../core/texts/replication.ts';
import type { Printable } from '../output.ts';

/**
 * What `apply` prints when the run has ended: the outcome, and exactly what stands; then how far the servers are, where
 * they were waited for. `wantedIdentity` names the provider whose properties are compared.
 */
export function runView(
  run: RunSnapshot,
  wantedIdentity: string | null,
  replication: ReplicationProgress | null,
): Printable {
  const servers = replication ? [replicationText.states[replication.state].title] : [];
  return {
    json: { ...runJson(run, wantedIdentity), replication },
    words: [runWords(run), ...servers].join('\n\n'),
  };
}

/** The published form of a run. */
function runJson(run: RunSnapshot, wantedIdentity: string | null): object {
  const { id: runId, provider } = run;
  const wanted = run.changes.find((change) => change.id === `provider:${wantedIdentity ?? ''}`)?.after ?? {};
  const properties = wantedIdentity === null ? [] : compareProvider({ Identity: wantedIdentity, ...wanted }, provider);
  return { runId, ...run, properties };
}

function runWords(run: RunSnapshot): string {
  const lines = run.changes.map((change) => {
    const failure = change.failure ? `\n    ${failureText(change.failure).replaceAll('\n', '\n    ')}` : '';
    return `- ${change.sentence} [${reportTexts.results[change.result]}]${failure}`;
  });
  const outcome = run.outcome === null ? '' : say.outcomes[run.outcome];
  return [
    ...lines,
    '',
    outcome,
    ...standingWords(run),
    ...restoreWords(run),
    ...byHandWords(run),
    ...journalWords(run),
    ...damageWords(run),
    '',
    run.textOutput,
  ]
    .join('\n')
    .trimEnd();
}

function standingWords(run: RunSnapshot): string[] {
  const isWhole = run.outcome === 'done' || run.outcome === 'nothing-to-do';
  const standing = isWhole ? [] : standingChanges(run).map((change) => `  ${change.command ?? ''}`);
  return standing.length > 0 ? [say.stands, ...standing] : [];
}

function restoreWords({ restores }: RunSnapshot): string[] {
  return restores.map(({ command, result }) => `${result === 'done' ? say.restored : say.restoreFailed} ${command}`);
}

function byHandWords({ byHand }: RunSnapshot): string[] {
  return byHand.length > 0 ? [say.byHand, ...byHand.map((command) => `  ${command}`)] : [];
}

function journalWords({ journalFailure }: RunSnapshot): string[] {
  return journalFailure ? [`${say.journalFailed} ${failureText(journalFailure)}`] : [];
}

function damageWords(run: RunSnapshot): string[] {
  const damage = damagedRecordText.lines(run);
  return damage === null ? [] : [damage];
}

/** What `runs` prints: for a person, a line a run. */
export function runsView({ runs, damaged }: RunList): Printable {
  const lost = damagedRecordText.journals(damaged);
  return { json: { runs, damaged }, words: [runsWords(runs), ...(lost === null ? [] : ['', lost])].join('\n') };
}

function runsWords(runs: readonly RunSummary[]): string {
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

/** What `resume` prints: what became of each change, and what can be done now. */
export function settledView(settled: SettledRun): Printable {
  return { json: settled, words: settledWords(settled) };
}

function settledWords({ run, remaining, rollback, canContinue }: SettledRun): string {
  const changes = run.changes.map(({ sentence, result }) => `- ${sentence} [${reportTexts.results[result]}]`);
  const left = remaining.map(({ command }) => `  ${command ?? ''}`);
  const back = rollback
    .filter(({ status }) => status !== 'already-right')
    .map(({ command, status, reason }) => `  ${command ?? ''}${status === 'would-change' ? '' : ` [${reason ?? ''}]`}`);
  return [
    say.run(run.id),
    ...changes,
    ...damageWords(run),
    '',
    ...(left.length > 0 ? [canContinue ? say.continueWould : say.cannotContinue, ...left, ''] : []),
    ...(back.length > 0 ? [say.rollbackWould, ...back] : [say.nothingToTakeBack]),
  ].join('\n');
}
