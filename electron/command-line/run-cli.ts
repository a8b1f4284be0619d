import { defaultDataDir, defaultPracticeStatePath } from '../launch/data-folders.ts';
import { type CliOptions, withDeploymentOptions, withOwnOptions } from './options/deployment-options.ts';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command, CommanderError } from 'commander';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import { cliTexts as say } from '../../core/texts/cli.ts';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import { replicationText } from '../../core/texts/replication.ts';
import { reportTexts } from '../../core/report/report-texts.ts';
import type { Failure } from '../../core/failure.ts';
import { addReadinessCommand } from './options/readiness-options.ts';
import { findPowerShellHere } from '../powershell/find-powershell.ts';
import type { OpenShell } from '../deployment/deployments.ts';
import { type FederationSetup, createFederationSetup } from '../setup/federation-setup.ts';
import { addRequestCommand } from './options/provisioning-options.ts';
import { COMMANDS, type CommandName } from './commands/commands.ts';
import { addContactCommand } from './options/contact-options.ts';
import type { CommandOptions } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Streams, printFailure } from './output.ts';
import type { TakeStartedShell } from './shell-ahead.ts';

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

function programOf(environment: CliEnvironment, end: (code: ExitCode) => void): Command {
  const { streams } = environment;
  const program = new Command('skype-federation-setup')
    .description(say.description)
    .version(environment.version)
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.err });
  for (const name of commandNames()) {
    const command = withDeploymentOptions(program.command(name).description(say.commands[name]));
    withOwnOptions(name, command).action(async (options: CliOptions) => {
      end(await runDeploymentCommand(name, options, environment));
    });
  }
  addContactCommand(program, streams, end);
  addReadinessCommand(program, environment, end);
  addRequestCommand(program, streams, end);
  return program;
}

function commandNames(): CommandName[] {
  return [
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
  ];
}

async function runDeploymentCommand(
  name: CommandName,
  options: CliOptions,
  environment: CliEnvironment,
): Promise<ExitCode> {
  const setup = setupOf(name, options, environment);
  environment.onInterrupt(() => interrupt(setup, environment));
  const commandOptions: CommandOptions = {
    deployment: options.deployment,
    answers: options.answers ?? null,
    plan: options.plan ?? null,
    onFailure: options.onFailure ?? 'stop',
    run: options.run ?? null,
    action: options.action ?? null,
    waitReplicationMs: options.waitReplication === undefined ? null : options.waitReplication * 1000,
    force: options.force === true,
    whatIf: options.whatIf === true,
    out: options.out ?? null,
    product: options.product ?? null,
    yes: options.yes === true,
    json: options.json === true,
  };
  const ask = environment.isInteractive ? askAtTerminal : null;
  try {
    return await COMMANDS[name]({ setup, streams: environment.streams, options: commandOptions, ask });
  } finally {
    // Nothing is being worked on any more: the shell leaves by itself when its input closes, and nobody waits for it.
    void setup.dispose();
  }
}

function setupOf(name: CommandName, options: CliOptions, environment: CliEnvironment): FederationSetup {
  const dataDir = resolve(options.dataDir ?? defaultDataDir());
  return createFederationSetup({
    findPowerShell: (deployment) => findPowerShellHere(deployment, environment.powershellOverride),
    assetsDir: environment.assetsDir,
    practiceStatePath: resolve(options.practiceState ?? defaultPracticeStatePath(dataDir, options.practiceProfile)),
    practiceProfile: options.practiceProfile,
    practiceFaultsPath: options.practiceFaults === undefined ? null : resolve(options.practiceFaults),
    log: environment.log,
    takeStartedShell: environment.takeStartedShell ?? (() => null),
    ...(environment.openShell && { openShell: environment.openShell }),
    describesAllCmdlets: name === 'detect',
    onMovedAside: (path) => environment.streams.err(`${say.movedAside(path)}\n`),
    dataDir,
    version: environment.version,
    now: () => new Date(),
    onRunChange: progressTo(environment.streams),
    onReplicationChange: replicationTo(environment.streams),
    programData: environment.programData,
  });
}

/** Tells how many servers have the changes, each time that there is news. */
function replicationTo(streams: Streams): (progress: ReplicationProgress) => void {
  const told = { hint: '' };
  return ({ replicas, state }) => {
    const hint = replicas.map((replica) => replicationText.replica(replica)).join(' ');
    const news = state === 'waiting' ? hint : `${replicationText.states[state].title}. ${hint}`.trim();
    if (news === '' || news === told.hint) return;
    told.hint = news;
    streams.err(`${news}\n`);
  };
}

/** Tells each change's result once, on standard error. */
function progressTo(streams: Streams): (run: RunSnapshot) => void {
  const told = new Map<string, string>();
  return (run) => {
    for (const { id, sentence, result } of run.changes) {
      if (result === 'waiting' || result === 'already-right' || told.get(id) === result) continue;
      told.set(id, result);
      streams.err(`${reportTexts.results[result]}: ${sentence}\n`);
    }
  };
}

function interrupt(setup: FederationSetup, { streams }: CliEnvironment): void {
  if (isRunning(setup.runs.current())) {
    streams.err(`${say.cancelling}\n`);
    setup.runs.cancel();
    return;
  }
  void setup.dispose().finally(() => process.exit(EXIT.cancelled));
}

async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}
