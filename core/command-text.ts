import { type Command, type ParameterType, type ParameterValue, parameterType } from './cmdlets.ts';

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

/** One command as the line that an administrator would type. */
export function commandText(command: Command): string {
  const parts = Object.entries(command.parameters).map(([name, value]) => argument(command, name, value));
  return [command.cmdlet, ...parts].join(' ');
}

function argument(command: Command, name: string, value: ParameterValue): string {
  const type = parameterType(command.cmdlet, name);
  if (type === 'switch') return value === true ? `-${name}` : `-${name}:$false`;
  return `-${name} ${valueText(value, type)}`;
}

function valueText(value: ParameterValue, type: ParameterType | null): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  return type === 'name' && /^[A-Za-z]+$/u.test(value) ? value : quoted(value);
}
