/**
 * This folder says what is printed: each view makes of a result its form for programs and its words for people. It writes
 * nothing by itself; `output.ts` does.
 */
import type { Answers } from '../../../core/answers/answers-schema.ts';
import { type PublicChange, publicChange } from '../../../core/plan/change.ts';
import { type Plan, pendingChanges } from '../../../core/plan/plan.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { failureText } from '../../../core/texts/failures.ts';
import { planJson } from '../../reports/plan-file.ts';
import type { PlannedScript } from '../../setup/plan-making.ts';
import type { Printable } from '../output.ts';

/** What `plan` prints, and what is shown before something is applied. */
export function planView(plan: Plan, answers: Answers): Printable {
  return { json: planJson(plan, answers), words: planWords(plan) };
}

/** What `script` prints where no file is named for the script. */
export function scriptView({ script, planHash }: PlannedScript): Printable {
  return { json: { planHash, script }, words: script.trimEnd() };
}

function planWords(plan: Plan): string {
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
