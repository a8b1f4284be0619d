import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ProvisioningEventKind } from '../../../core/provisioning/provisioning.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { defaultDataDir } from '../../launch/data-folders.ts';

/** What `request` can be asked to do, and the event that each records; null: it only tells. */
export const PROVISIONING_ACTIONS = {
  show: null,
  sent: 'sent',
  'in-progress': 'in-progress',
  activated: 'activated',
  cancel: 'cancelled',
  adjust: 'adjusted',
  note: 'noted',
  reminder: null,
  escalation: null,
} as const satisfies Record<string, ProvisioningEventKind | null>;
export type ProvisioningAction = keyof typeof PROVISIONING_ACTIONS;

/** The actions in the order in which the help lists them. */
export const PROVISIONING_ACTION_NAMES = Object.keys(PROVISIONING_ACTIONS).filter((name): name is ProvisioningAction =>
  Object.hasOwn(PROVISIONING_ACTIONS, name),
);

/** What an action is asked for; each uses a part of it. */
export interface ProvisioningOptions {
  readonly dataDir: string;
  readonly on: string | null;
  readonly seen: string;
  readonly answers: string | null;
  readonly out: string | null;
  readonly json: boolean;
}

/** Gives an action of `request` its options. The note itself is the argument of `note`. */
export function withProvisioningOptions(action: ProvisioningAction, command: Command): Command {
  const records = PROVISIONING_ACTIONS[action] !== null;
  command.option('--data-dir <dir>', say.options.dataDir).option('--json', say.options.json);
  if (action === 'note') command.argument('<text>');
  else if (records) command.option('--seen <text>', say.options.seen);
  if (records) command.option('--on <date>', say.options.on);
  if (action === 'sent' || action === 'adjust') command.option('--answers <file>', say.options.answers);
  if (action === 'reminder') command.option('--out <path>', say.options.out);
  return command;
}

/** The options as commander hands them on. */
interface GivenProvisioningOptions {
  readonly dataDir?: string;
  readonly on?: string;
  readonly seen?: string;
  readonly answers?: string;
  readonly out?: string;
  readonly json?: true;
}

/** What a command that has been parsed is asked for. */
export function provisioningOptions(command: Command): ProvisioningOptions {
  const given = command.opts<GivenProvisioningOptions>();
  return {
    dataDir: resolve(given.dataDir ?? defaultDataDir()),
    on: given.on ?? null,
    seen: command.args[0] ?? given.seen ?? '',
    answers: given.answers ?? null,
    out: given.out ?? null,
    json: given.json === true,
  };
}
