import {
  CMDLETS,
  type Command,
  type ParameterType,
  isCmdletName,
  parameterType,
} from '../../core/deployment/cmdlets.ts';

/** Halves of characters cannot travel as UTF-8; U+FFFE and U+FFFF cannot stand in XML, in which deployments keep their settings. */
const NO_CHARACTER = /[\p{Surrogate}\ufffe\uffff]/u;

/** What may be bound to a parameter of each type. Null is meant where a text is taken: it unassigns a policy. */
const FITS: Readonly<Record<ParameterType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' || value === null,
  name: (value) => typeof value === 'string' || value === null,
  boolean: (value) => typeof value === 'boolean',
  switch: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
};

/** Why a command is not sent; null when it may be. Its type says the same, but it may come from outside. */
export function commandRefusal({ cmdlet, parameters }: Command): string | null {
  if (!isCmdletName(cmdlet)) return `The cmdlet ${String(cmdlet)} is not one that this program calls.`;
  for (const [name, value] of Object.entries(parameters)) {
    const type = parameterType(cmdlet, name);
    if (type === null) return `The parameter ${name} of ${cmdlet} is not one that this program sends.`;
    if (typeof value === 'string' && NO_CHARACTER.test(value))
      return `The value of ${name} holds something that is no character.`;
    if (!FITS[type](value)) return `The value of ${name} of ${cmdlet} is not of the type ${type}.`;
  }
  return null;
}

/** Why a command is not sent where only reading is meant; null when it may be. */
export function readRefusal(command: Command): string | null {
  if (isCmdletName(command.cmdlet) && CMDLETS[command.cmdlet].effect === 'writes')
    return `${command.cmdlet} changes the deployment.`;
  return commandRefusal(command);
}
