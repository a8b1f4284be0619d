import { type Command, type ParameterValue, parameterType } from './cmdlets.ts';

/** PowerShell ends a single-quoted string at any of these: the apostrophe and its typographic sisters U+2018 to U+201B. */
const SINGLE_QUOTES = /['\u2018-\u201b]/gu;

/**
 * A string as a PowerShell literal in which every character is inert: single quotes expand nothing,
 * and each quote character inside is doubled (about_Quoting_Rules).
 */
export function quoted(text: string): string {
  // Even in quotes, `--%` alone as an argument ends parsing for the rest of the line (about_Parsing); in brackets it is a value.
  if (text === '--%') return "('--%')";
  return `'${text.replace(SINGLE_QUOTES, '$&$&')}'`;
}

/**
 * A string as a PowerShell expression that is inert too, and one line of plain ASCII whatever the text holds. Windows
 * PowerShell reads its input, and a script without a byte order mark, in the system's old code page.
 */
export function plainLiteral(text: string): string {
  const pieces = text.match(/[\x20-\x7e]+|[^\x20-\x7e]/gu) ?? [''];
  const literals = pieces.flatMap((piece) => (/^[\x20-\x7e]*$/u.test(piece) ? [quoted(piece)] : charLiterals(piece)));
  const [only] = literals;
  return literals.length === 1 && only !== undefined && only.startsWith("'")
    ? only
    : `(-join @(${literals.join(', ')}))`;
}

function charLiterals(piece: string): readonly string[] {
  return Array.from({ length: piece.length }, (_, place) => `[char]0x${piece.charCodeAt(place).toString(16)}`);
}

/** How a string is written: `quoted` for the eye, `plainLiteral` for a file. */
type StringWriter = (text: string) => string;

/** One command as the line that an administrator would type. */
export function commandText(command: Command, write: StringWriter = quoted): string {
  const parts = Object.entries(command.parameters).map(([name, value]) => argument(command, name, value, write));
  return [command.cmdlet, ...parts].join(' ');
}

function argument(command: Command, name: string, value: ParameterValue, write: StringWriter): string {
  const type = parameterType(command.cmdlet, name);
  if (type === 'switch') return value === true ? `-${name}` : `-${name}:$false`;
  const isName = type === 'name' && typeof value === 'string' && /^[A-Za-z]+$/u.test(value);
  return `-${name} ${isName ? value : valueText(value, write)}`;
}

/** A value as a PowerShell expression: `$null`, `$true`, `$false`, a number, or a string as the writer puts it. */
export function valueText(value: ParameterValue, write: StringWriter = quoted): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  return typeof value === 'number' ? String(value) : write(value);
}
