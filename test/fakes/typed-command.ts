import { type Command, type ParameterValue, isCmdletName, parameterType } from '../../core/deployment/cmdlets.ts';

/** A parameter as `commandText` writes it: a value in quotes, a plain one, or none. */
const ARGUMENT =
  /\s+-(?<name>\w+)(?:(?::|\s+)(?:'(?<quoted>(?:[^'\u2018-\u201b]|(?<quote>['\u2018-\u201b])\k<quote>)*)'|\((?<bracketed>'--%')\)|(?<plain>\$?\w+)))?/uy;

const CONSTANTS: Readonly<Record<string, ParameterValue>> = { $null: null, $true: true, $false: false };

/** The command that a line means which `commandText` has written: what a shell would run that was given the text. */
export function typedCommand(line: string): Command {
  const [cmdlet = ''] = line.split(' ', 1);
  if (!isCmdletName(cmdlet)) throw new Error(`This line begins with no cmdlet: ${line}`);
  const parameters: Record<string, ParameterValue> = {};
  let read = cmdlet.length;
  while (read < line.length) {
    ARGUMENT.lastIndex = read;
    const found = ARGUMENT.exec(line);
    const name = found?.groups?.['name'];
    if (!found || name === undefined) throw new Error(`This line cannot be read from ${read} on: ${line}`);
    parameters[name] = valueOf(cmdlet, name, found.groups ?? {});
    read = ARGUMENT.lastIndex;
  }
  return { cmdlet, parameters };
}

function valueOf(
  cmdlet: Command['cmdlet'],
  name: string,
  { quoted, bracketed, plain }: Readonly<Record<string, string | undefined>>,
): ParameterValue {
  if (quoted !== undefined) return quoted.replace(/(['\u2018-\u201b])\1/gu, '$1');
  if (bracketed !== undefined) return '--%';
  if (plain === undefined) return true;
  const constant = CONSTANTS[plain];
  if (constant !== undefined) return constant;
  return parameterType(cmdlet, name) === 'number' ? Number(plain) : plain;
}
