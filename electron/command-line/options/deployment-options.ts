/**
 * This folder knows what can be asked for on the command line: the options of each command, and what stands in the files
 * that they name. It prints nothing and does nothing.
 */
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEPLOYMENT_KINDS, type DeploymentKind } from '../../../core/deployment/deployment.ts';
import {
  DEFAULT_PRACTICE_PROFILE,
  PREPARED_PRODUCT_IDS,
  type PreparedProductId,
} from '../../../core/deployment/products.ts';
import { RESUME_ACTIONS, type ResumeAction } from '../../../core/run/run-events.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { defaultDataDir, defaultPracticeStatePath } from '../../launch/data-folders.ts';
import type { OnFailure } from '../../run/run-plan.ts';

/** The commands that work on a deployment, in the order in which the help lists them. */
export const COMMAND_NAMES = [
  'detect',
  'snapshot',
  'plan',
  'script',
  'apply',
  'verify',
  'show',
  'report',
  'runs',
  'resume',
  'rollback',
  'replicate',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** What such a command is asked for; each uses a part of it. */
export interface CommandOptions {
  readonly deployment: DeploymentKind;
  readonly answers: string | null;
  /** A saved plan, in place of answers. */
  readonly plan: string | null;
  readonly out: string | null;
  readonly yes: boolean;
  readonly json: boolean;
  readonly onFailure: OnFailure;
  readonly run: string | null;
  readonly action: ResumeAction | null;
  /** How long servers are waited for after the changes were made; null: not at all. */
  readonly waitReplicationMs: number | null;
  readonly force: boolean;
  /** The stated product that a script is written for; null: for the deployment. */
  readonly product: PreparedProductId | null;
  /** Asks the deployment what each command of the plan would do. */
  readonly whatIf: boolean;
}

/** Where files are kept, and what the practice deployment behaves as. */
export interface PlaceOptions {
  readonly dataDir: string;
  readonly practiceStatePath: string;
  readonly practiceProfile: PreparedProductId;
  readonly practiceFaultsPath: string | null;
}

/** The options as commander hands them on: under their own names, and left out where they were not given. */
export interface GivenOptions {
  readonly deployment: DeploymentKind;
  readonly practiceProfile: PreparedProductId;
  readonly practiceState?: string;
  readonly practiceFaults?: string;
  readonly dataDir?: string;
  readonly answers?: string;
  readonly out?: string;
  readonly plan?: string;
  readonly onFailure?: OnFailure;
  readonly run?: string;
  readonly action?: ResumeAction;
  readonly waitReplication?: number;
  readonly force?: true;
  readonly whatIf?: true;
  readonly product?: PreparedProductId;
  readonly yes?: true;
  readonly json?: true;
}

/** Gives a command the options that every command on a deployment has, and those that it alone has. */
export function withDeploymentOptions(name: CommandName, command: Command): Command {
  const common = command
    .addOption(new Option('--deployment <name>', say.options.deployment).choices(DEPLOYMENT_KINDS).default('local'))
    .addOption(
      new Option('--practice-profile <name>', say.options.practiceProfile)
        .choices(PREPARED_PRODUCT_IDS)
        .default(DEFAULT_PRACTICE_PROFILE),
    )
    .option('--practice-state <file>', say.options.practiceState)
    .option('--practice-faults <file>', say.options.practiceFaults)
    .option('--data-dir <dir>', say.options.dataDir)
    .option('--answers <file>', say.options.answers)
    .option('--out <path>', say.options.out)
    .option('--yes', say.options.yes)
    .option('--json', say.options.json);
  return OWN_OPTIONS[name]?.(common) ?? common;
}

const OWN_OPTIONS: Readonly<Partial<Record<CommandName, (command: Command) => Command>>> = {
  plan: (command) => command.option('--what-if', say.options.whatIf),
  script: (command) =>
    command.addOption(new Option('--product <id>', say.options.product).choices(PREPARED_PRODUCT_IDS)),
  apply: (command) =>
    command
      .option('--plan <file>', say.options.plan)
      .addOption(new Option('--on-failure <what>', say.options.onFailure).choices(['stop', 'rollback']).default('stop'))
      .option('--wait-replication <seconds>', say.options.waitReplication, seconds),
  resume: (command) =>
    command
      .option('--run <id>', say.options.run)
      .addOption(new Option('--action <what>', say.options.action).choices(RESUME_ACTIONS)),
  rollback: (command) => command.option('--run <id>', say.options.run),
  replicate: (command) =>
    command
      .option('--force', say.options.force)
      .option('--wait-replication <seconds>', say.options.waitReplication, seconds),
};

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 86_400) return value;
  throw new InvalidArgumentError(say.notSeconds);
}

/** What a command is asked for by the options that were given. */
export function commandOptions(given: GivenOptions): CommandOptions {
  return {
    deployment: given.deployment,
    answers: given.answers ?? null,
    plan: given.plan ?? null,
    onFailure: given.onFailure ?? 'stop',
    run: given.run ?? null,
    action: given.action ?? null,
    waitReplicationMs: given.waitReplication === undefined ? null : given.waitReplication * 1000,
    force: given.force === true,
    whatIf: given.whatIf === true,
    out: given.out ?? null,
    product: given.product ?? null,
    yes: given.yes === true,
    json: given.json === true,
  };
}

/** Where things are by the options that were given; else where the window has them too. */
export function placeOptions({ practiceProfile, ...given }: GivenOptions): PlaceOptions {
  const dataDir = resolve(given.dataDir ?? defaultDataDir());
  return {
    dataDir,
    practiceProfile,
    practiceStatePath: resolve(given.practiceState ?? defaultPracticeStatePath(dataDir, practiceProfile)),
    practiceFaultsPath: given.practiceFaults === undefined ? null : resolve(given.practiceFaults),
  };
}
