import type { Answers } from '../answers/answers-schema.ts';
import { type CmdletName, CMDLETS, type Command } from '../deployment/cmdlets.ts';
import { commandText, plainLiteral, valueText } from '../deployment/command-text.ts';
import { majorVersionOf } from '../deployment/products.ts';
import type { PlannedChange, Properties } from './change.ts';
import { type Plan, pendingChanges } from './plan.ts';
import { scriptTexts as say } from './script-texts.ts';

/** The fixed parts of a script: the text of a PowerShell file each, which says itself what it does. */
export type ScriptParts = Readonly<
  Record<'Head' | 'Reading' | 'Guards' | 'PlannedState' | 'FoundState' | 'Changing' | 'Main', string>
>;

/** What a script is made from. `isRead` is false for a product that was stated and could not be asked. */
export interface ScriptSource {
  readonly plan: Plan;
  readonly answers: Answers;
  readonly isRead: boolean;
}

/**
 * The plan as a PowerShell script that an administrator reads, and runs in the management shell: plain ASCII, lines end
 * in `\n`. The plan stands in it as data and as its own commands, in which every value is inert; all else is fixed.
 */
export function setupScript(source: ScriptSource, parts: ScriptParts): string {
  const { Head, Reading, Guards, PlannedState, FoundState, Changing, Main } = parts;
  const state = source.isRead ? PlannedState : FoundState;
  const all = [titleLines(source), Head, planPart(source), Reading, Guards, state, Changing, Main];
  return `${all.map((part) => part.trim()).join('\n\n')}\n`;
}

function titleLines({ plan, isRead }: ScriptSource): string {
  const { name, version } = plan.product;
  return [say.plan(plan.hash), isRead ? say.read(name, version) : say.stated(name)].map(comment).join('\n');
}

function planPart({ plan, answers, isRead }: ScriptSource): string {
  const changes = pendingChanges(plan);
  const looksUp = !isRead && answers.removeProviders === 'conflicting';
  return [
    `# ---- ${say.heading} `.padEnd(120, '-'),
    '',
    ...untouchedLines(plan),
    '$Plan = @{',
    `    Hash               = ${plainLiteral(plan.hash)}`,
    `    Product            = ${plainLiteral(plan.product.name)}`,
    `    MajorVersion       = ${plainLiteral(String(majorVersionOf(plan.product) ?? ''))}`,
    `    WasRead            = ${valueText(isRead)}`,
    `    RemovesConflicting = ${valueText(looksUp)}`,
    '}',
    '',
    comment(say.needed),
    '$Needed = @{',
    ...neededCmdlets(changes, isRead).map(neededLine),
    '}',
    '',
    '$Changes = @(',
    ...changes.flatMap((change, index) => changeLines(change, index + 1, looksUp)),
    ')',
  ].join('\n');
}

/** What the plan leaves alone, and whether that is everything. */
function untouchedLines({ changes }: Plan): string[] {
  const untouched = changes.filter((change) => change.call === null);
  return [
    ...(untouched.length > 0 ? [say.leftAlone, ...untouched.map(({ sentence }) => `  ${sentence}`)] : []),
    ...(untouched.length === changes.length ? [say.nothingToDo] : []),
  ].map(comment);
}

/** Cmdlet and parameters of every command, those that take a change back included. */
function neededCmdlets(changes: readonly PlannedChange[], isRead: boolean): readonly (readonly [string, string[]])[] {
  const needed = new Map<CmdletName, Set<string>>();
  const add = (cmdlet: CmdletName, names: readonly string[]): void => {
    needed.set(cmdlet, new Set([...(needed.get(cmdlet) ?? []), ...names]));
  };
  for (const { call, undo } of changes) {
    for (const command of [call, undo]) {
      if (command)
        add(command.cmdlet, [...Object.keys(command.parameters), ...(asksByItself(command) ? ['Confirm'] : [])]);
    }
  }
  if (!isRead) {
    add('Remove-CsPublicProvider', ['Identity', 'Confirm']);
    add('Get-CsHostingProvider', []);
  }
  return [...needed].map(([cmdlet, names]) => [cmdlet, [...names]]);
}

function neededLine([cmdlet, names]: readonly [string, readonly string[]]): string {
  return `    ${plainLiteral(cmdlet)} = @(${names.map(plainLiteral).join(', ')})`;
}

function changeLines(change: PlannedChange, number: number, looksUp: boolean): string[] {
  const { kind, subject, unit, sentence, notes, call, undo, before, after } = change;
  const removesFirst = looksUp && kind === 'new' && subject.type === 'provider' ? [say.removesConflicting] : [];
  return [
    ...[`${number}. ${sentence}`, ...notes, ...removesFirst].map((line) => `    ${comment(line)}`),
    '    @{',
    `        Kind     = ${plainLiteral(kind)}`,
    `        Type     = ${plainLiteral(subject.type)}`,
    `        Identity = ${plainLiteral('identity' in subject ? subject.identity : '')}`,
    `        Unit     = ${plainLiteral(unit ?? '')}`,
    `        Sentence = ${plainLiteral(sentence)}`,
    `        Apply    = ${block(call)}`,
    `        Undo     = ${block(undo)}`,
    `        Before   = ${table(before)}`,
    `        After    = ${table(after)}`,
    '    }',
  ];
}

/** The script has asked by the time a command runs, so that the cmdlet does not ask again. */
function block(command: Command | null): string {
  if (command === null) return '$null';
  const unasked = asksByItself(command) ? ' -Confirm:$false' : '';
  return `{ ${commandText(command, plainLiteral)}${unasked} -ErrorAction Stop }`;
}

/** Every cmdlet that writes configuration has `-Confirm`; forcing a replication is the one that does not (facts A, A.4). */
function asksByItself({ cmdlet }: Command): boolean {
  return CMDLETS[cmdlet].effect === 'writes' && cmdlet !== 'Invoke-CsManagementStoreReplication';
}

function table(properties: Properties | null): string {
  if (properties === null) return '$null';
  const lines = Object.entries(properties).map(
    ([name, value]) => `            ${plainLiteral(name)} = ${valueText(value, plainLiteral)}`,
  );
  return ['@{', ...lines, '        }'].join('\n');
}

/** A comment ends at the line's end and is plain ASCII: whatever else the text holds stands as its number. */
function comment(text: string): string {
  return `# ${text.replace(/[^\x20-\x7e]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)}`;
}
