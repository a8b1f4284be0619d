import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEPLOYMENT_KINDS, type DeploymentKind } from '../../../core/deployment/deployment.ts';
import {
  DEFAULT_PRACTICE_PROFILE,
  PREPARED_PRODUCT_IDS,
  type PreparedProductId,
} from '../../../core/deployment/products.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { RESUME_ACTIONS, type ResumeAction } from '../../../core/run/run-events.ts';
import type { OnFailure } from '../../run/run-plan.ts';
import type { CommandName } from '../commands/commands.ts';

export interface CliOptions {
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

export function withDeploymentOptions(command: Command): Command {
  return command
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
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 86_400) return value;
  throw new InvalidArgumentError(say.notSeconds);
}

/** The options that one command alone has. */
export function withOwnOptions(name: CommandName, command: Command): Command {
  if (name === 'apply') {
    return command
      .option('--plan <file>', say.options.plan)
      .addOption(new Option('--on-failure <what>', say.options.onFailure).choices(['stop', 'rollback']).default('stop'))
      .option('--wait-replication <seconds>', say.options.waitReplication, seconds);
  }
  if (name === 'script') {
    return command.addOption(new Option('--product <id>', say.options.product).choices(PREPARED_PRODUCT_IDS));
  }
  if (name === 'plan') return command.option('--what-if', say.options.whatIf);
  if (name === 'resume') {
    return command
      .option('--run <id>', say.options.run)
      .addOption(new Option('--action <what>', say.options.action).choices(RESUME_ACTIONS));
  }
  if (name === 'replicate') {
    return command
      .option('--force', say.options.force)
      .option('--wait-replication <seconds>', say.options.waitReplication, seconds);
  }
  return name === 'rollback' ? command.option('--run <id>', say.options.run) : command;
}
