/**
 * This folder is the program without a window. `options/` knows what can be asked for, `commands/` does it, `views/` says
 * what is printed; here they are put together. `start-cli.ts` begins, and has PowerShell started before all this is loaded.
 */
import { createInterface } from 'node:readline/promises';
import { Command, CommanderError } from 'commander';
import type { Failure } from '../../core/failure.ts';
import { visibleText } from '../../core/formats/visible-text.ts';
import { isRunning } from '../../core/run/run.ts';
import { cliTexts as say } from '../../core/texts/cli.ts';
import { contactCliTexts } from '../../core/texts/contact-cli.ts';
import { readinessCliTexts } from '../../core/texts/readiness-cli.ts';
import type { OpenShell } from '../deployment/deployments.ts';
import { findPowerShellHere } from '../powershell/find-powershell.ts';
import { type FederationSetup, createFederationSetup } from '../setup/federation-setup.ts';
import { writeRefusal } from '../storage/write-target.ts';
import { COMMANDS } from './commands/commands.ts';
import { contactCommand } from './commands/contact-command.ts';
import { provisioningCommand } from './commands/provisioning-command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type GivenContactOptions, contactOptions, withContactOptions } from './options/contact-options.ts';
import {
  COMMAND_NAMES,
  type CommandName,
  type GivenOptions,
  commandOptions,
  placeOptions,
  withDeploymentOptions,
} from './options/deployment-options.ts';
import {
  PROVISIONING_ACTION_NAMES,
  provisioningOptions,
  withProvisioningOptions,
} from './options/provisioning-options.ts';
import { type ReadinessOptions, withReadinessOptions } from './options/readiness-options.ts';
import { type Streams, printFailure, refuse } from './output.ts';
import type { TakeStartedShell } from './shell-ahead.ts';
import { replicationLines, runLines } from './views/progress-view.ts';

/** What the command line is given by the program that starts it. */
export interface CliEnvironment {
  readonly version: string;
  readonly assetsDir: string;
  /** An engine that takes precedence over what is installed; for development. */
  readonly powershellOverride: string | null;
  /** A PEM file of certification authorities that the network check counts as public beside those that Node knows. */
  readonly extraRootsPath?: string | null;
  /** Windows' folder for all users; null on other systems. */
  readonly programData: string | null;
  readonly streams: Streams;
  readonly isInteractive: boolean;
  readonly onInterrupt: (listener: () => void) => void;
  readonly log: (line: string) => void;
  /** A shell that was started ahead of everything else; none when left out. */
  readonly takeStartedShell?: TakeStartedShell;
  /** How a shell is opened; by starting a PowerShell when left out. */
  readonly openShell?: OpenShell;
}

/** Runs one command line (without the program's own name) and returns the exit code. Never throws. */
export async function runCli(args: readonly string[], environment: CliEnvironment): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: EXIT.done };
  const program = programOf(environment, (code) => {
    outcome.code = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : badUsage(environment, args, error);
    const failure: Failure = { kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
    printFailure(environment.streams, failure, args.includes('--json'));
    return EXIT.internalError;
  }
}

/** Commander has told people what is wrong; programs get it as the one JSON document. */
function badUsage({ streams }: CliEnvironment, args: readonly string[], error: CommanderError): ExitCode {
  const quiet: Streams = { out: streams.out, err: () => undefined };
  if (args.includes('--json')) printFailure(quiet, { kind: 'invalid-request', detail: error.message }, true);
  return EXIT.badUsage;
}

/** Adds a command to the program; `end` is told its exit code. */
type AddCommand = (program: Command, environment: CliEnvironment, end: (code: ExitCode) => void) => void;

function programOf(environment: CliEnvironment, end: (code: ExitCode) => void): Command {
  const { streams } = environment;
  const program = new Command('skype-federation-setup')
    .description(say.description)
    .version(environment.version)
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.err });
  const all: readonly AddCommand[] = [addDeploymentCommands, addContact, addReadiness, addProvisioning];
  for (const add of all) add(program, environment, end);
  return program;
}

const addDeploymentCommands: AddCommand = (program, environment, end) => {
  for (const name of COMMAND_NAMES) {
    const command = program.command(name).description(say.commands[name]);
    withDeploymentOptions(name, command).action(async (given: GivenOptions) => {
      end(await runDeploymentCommand(name, given, environment));
    });
  }
};

const addContact: AddCommand = (program, { streams }, end) => {
  const command = program.command('contact-address').description(contactCliTexts.description);
  withContactOptions(command).action(async (addresses: string[], given: GivenContactOptions) => {
    end(await contactCommand(contactOptions(addresses, given), streams));
  });
};

/** What `readiness` needs of the network is loaded when it is called. */
const addReadiness: AddCommand = (program, { streams, onInterrupt, extraRootsPath = null }, end) => {
  const command = program.command('readiness').description(readinessCliTexts.description);
  withReadinessOptions(command).action(async (options: ReadinessOptions) => {
    const { readinessCommand } = await import('./commands/readiness-command.ts');
    end(await readinessCommand(options, { streams, onInterrupt, extraRootsPath }));
  });
};

/** `request`, as the administrator calls the provisioning request, with its actions. */
const addProvisioning: AddCommand = (program, { streams }, end) => {
  const request = program.command('request').description(say.commands.request);
  for (const action of PROVISIONING_ACTION_NAMES) {
    const command = request.command(action, { isDefault: action === 'show' }).description(say.requestActions[action]);
    withProvisioningOptions(action, command).action(async () => {
      end(await provisioningCommand(action, provisioningOptions(command), streams));
    });
  }
};

async function runDeploymentCommand(
  name: CommandName,
  given: GivenOptions,
  environment: CliEnvironment,
): Promise<ExitCode> {
  const setup = setupOf(name, given, environment);
  environment.onInterrupt(() => interrupt(setup, environment));
  const { streams } = environment;
  const options = commandOptions(given);
  const ask = environment.isInteractive ? askAtTerminal : null;
  try {
    // Told before anything is done: when a run has ended, it would be too late.
    const refusal = options.out === null ? null : await writeRefusal(options.out);
    if (refusal !== null) return refuse({ streams, options }, refusal);
    return await COMMANDS[name]({ setup, streams, options, ask });
  } finally {
    // Nothing is being worked on any more: the shell leaves by itself when its input closes, and nobody waits for it.
    void setup.dispose();
  }
}

function setupOf(name: CommandName, given: GivenOptions, environment: CliEnvironment): FederationSetup {
  const { assetsDir, programData, version, streams, log, takeStartedShell = () => null, openShell } = environment;
  const line = (text: string): void => streams.err(`${text}\n`);
  return createFederationSetup({
    ...placeOptions(given),
    findPowerShell: (deployment) => findPowerShellHere(deployment, environment.powershellOverride),
    assetsDir,
    programData,
    version,
    log,
    takeStartedShell,
    ...(openShell && { openShell }),
    describesAllCmdlets: name === 'detect',
    now: () => new Date(),
    onMovedAside: (path) => line(say.movedAside(path)),
    onRunChange: runLines(line),
    onReplicationChange: replicationLines(line),
  });
}

function interrupt(setup: FederationSetup, { streams }: CliEnvironment): void {
  if (isRunning(setup.runs.current())) {
    streams.err(`${say.cancelling}\n`);
    setup.runs.cancel();
    return;
  }
  void setup.dispose().finally(() => process.exit(EXIT.cancelled));
}

/** The question is written by Node itself, past our streams. */
async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(visibleText(question));
  terminal.close();
  return answer;
}
