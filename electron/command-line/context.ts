import type { Answers } from '../../core/answers/answers-schema.ts';
import { parseAnswers } from '../../core/answers/answers.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { Failure, Result } from '../../core/failure.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import type { ResumeAction } from '../../core/run/run-events.ts';
import { cliTexts as say } from '../../core/texts/cli.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import type { OnFailure } from '../run/run-plan.ts';
import { type ExitCode, exitCodeOfFailure } from './exit-codes.ts';
import { type Printable, type Streams, printFailure, printResult, readNamedFile } from './output.ts';

/** What every command gets: the services, where to write, and the options of the call. */
export interface CommandContext {
  readonly setup: FederationSetup;
  readonly streams: Streams;
  readonly options: CommandOptions;
  /** Asks a question at a terminal and returns what was typed; null when there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

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

export type CommandBody = (context: CommandContext) => Promise<ExitCode>;

/** Reads and checks the answers file that the call names. */
export async function readAnswers({ options }: CommandContext): Promise<Result<Answers>> {
  if (options.answers === null) return { ok: false, failure: { kind: 'invalid-request', detail: say.answersNeeded } };
  const text = await readNamedFile(options.answers);
  return text.ok ? parseAnswers(text.value) : text;
}

/** Prints the result and returns the exit code; where it cannot be written, says so instead. */
export async function print(context: CommandContext, printable: Printable, code: ExitCode): Promise<ExitCode> {
  const printed = await printResult(context.streams, printable, context.options);
  return printed.ok ? code : refuse(context, printed.failure);
}

/** Prints why nothing was done and returns the exit code for it. */
export function refuse({ streams, options }: CommandContext, failure: Failure): ExitCode {
  printFailure(streams, failure, options.json);
  return exitCodeOfFailure(failure);
}

/** Asks a question that only "yes" agrees to. */
export async function isAgreed({ ask, streams }: CommandContext, question: string): Promise<boolean | null> {
  if (ask === null) return null;
  const isYes = (await ask(question)).trim().toLowerCase() === 'yes';
  if (!isYes) streams.err(`${say.notConfirmed}\n`);
  return isYes;
}
