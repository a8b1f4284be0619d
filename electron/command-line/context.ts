import { cliTexts as say } from '../../core/texts/cli.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import type { ExitCode } from './exit-codes.ts';
import type { CommandOptions } from './options/deployment-options.ts';
import type { Output } from './output.ts';

/** What every command on a deployment gets: the services, where to write, and what it is asked for. */
export interface CommandContext extends Output {
  readonly setup: FederationSetup;
  readonly options: CommandOptions;
  /** Asks a question at a terminal and returns what was typed; null when there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** Does what a command is for, prints its result once, and returns the exit code. */
export type CommandBody = (context: CommandContext) => Promise<ExitCode>;

/** Asks a question that only "yes" agrees to; null when there is nobody to ask. */
export async function isAgreed({ ask, streams }: CommandContext, question: string): Promise<boolean | null> {
  if (ask === null) return null;
  const isYes = (await ask(question)).trim().toLowerCase() === 'yes';
  if (!isYes) streams.err(`${say.notConfirmed}\n`);
  return isYes;
}
