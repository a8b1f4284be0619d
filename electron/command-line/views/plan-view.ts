import type { ConnectedDeployment } from '../../../core/contract/contract.ts';
import { failureText } from '../../../core/texts/failures.ts';
import { unreadLines } from '../../../core/deployment/unread-texts.ts';
import { type PublicChange, publicChange } from '../../../core/plan/change.ts';
import { type Plan, pendingChanges } from '../../../core/plan/plan.ts';
import { type RunSnapshot, standingChanges } from '../../../core/run/run.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';
import type { Verification } from '../../../core/run/verification.ts';

/** What `plan` prints for a person. */
export function planWords(plan: Plan): string {
  const pending = pendingChanges(plan);
  const head =
    pending.length === 0
      ? say.nothingPending
      : say.totals(pending.length, plan.totals['already-right'], plan.totals.destructive);
  const findings = plan.findings.map(({ severity, message, remedy }) => `${severity}: ${message} ${remedy}`.trim());
  return [
    plan.product.name,
    head,
    '',
    ...plan.changes.map(publicChange).flatMap(changeWords),
    ...findings,
    ...evidenceWords(plan),
    say.hash(plan.hash),
  ].join('\n');
}

function evidenceWords({ evidence }: Plan): string[] {
  if (evidence === null || evidence.length === 0) return [];
  const lines = evidence.flatMap(({ lines: told, failure }) => (failure ? [failureText(failure)] : told));
  return [say.whatIf, ...lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`), ''];
}

function changeWords(change: PublicChange): string[] {
  const marks = [
    reportTexts.statuses[change.status],
    ...(change.destructive && change.command !== null ? [say.removes] : []),
  ];
  const names = Object.keys({ ...change.before, ...change.after }).filter((name) => isFilled(change, name));
  const values = names.map(
    (name) => `      ${name}: ${valueOf(change.before, name)} -> ${valueOf(change.after, name)}`,
  );
  return [
    `- ${change.sentence} [${marks.join(', ')}]`,
    ...(change.command === null ? [] : [`    ${change.command}`, ...values, `    ${change.affects.sentence}`]),
    ...change.notes.map((note) => `    ${note}`),
    '',
  ];
}

function isFilled({ before, after }: PublicChange, name: string): boolean {
  return [before?.[name], after?.[name]].some((value) => value !== undefined && value !== null && value !== '');
}

function valueOf(properties: PublicChange['before'], name: string): string {
  const value = properties?.[name] ?? null;
  return value === null || value === '' ? `(${reportTexts.nothing})` : String(value);
}

/** What `apply` prints for a person when the run has ended: the outcome, and exactly what stands. */
export function runWords(run: RunSnapshot): string {
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

/** What `verify` prints for a person. */
export function verificationWords({ outcome, properties, changes, unread, textOutput }: Verification): string {
  const compared = properties.map(({ name, wanted, actual, isAsWanted }) => {
    const mark =
      isAsWanted === null
        ? reportTexts.notAsked
        : isAsWanted
          ? reportTexts.yes
          : `${reportTexts.no}: ${String(wanted)}`;
    return `  ${name}: ${String(actual ?? `(${reportTexts.nothing})`)} [${mark}]`;
  });
  const lines = changes.map((change) => `- ${change.sentence} [${reportTexts.statuses[change.status]}]`);
  return [reportTexts.verdicts[outcome], ...unreadLines(unread), '', ...lines, '', ...compared, '', textOutput ?? '']
    .join('\n')
    .trimEnd();
}

/** What `detect` prints for a person. */
export function detectWords({ powershellPath, connection }: ConnectedDeployment): string {
  const { product, module, powershell } = connection;
  return [
    `${reportTexts.labels.product}: ${product.name}${product.version === null ? '' : ` (${product.version})`}`,
    `${reportTexts.labels.module}: ${reportTexts.module(module)}`,
    `${reportTexts.labels.powershell}: ${powershell.version} (${powershell.edition}, ${powershell.is64Bit ? '64' : '32'}-bit), ${powershellPath}`,
  ].join('\n');
}
