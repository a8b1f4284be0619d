import * as z from 'zod/mini';
import {
  CMDLETS,
  type CmdletName,
  type Command,
  type ParameterType,
  isCmdletName,
  parameterType,
} from '../../core/cmdlets.ts';
import { quoted } from '../../core/command-text.ts';
import { type Connection, type Snapshot, connectionSchema, snapshotSchema } from '../../core/deployment.ts';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import type { Operation } from './framing.ts';
import type { Answer } from './request-loop.ts';
import { type Session, type SessionOptions, openSession } from './session.ts';

/** Which deployment to work on. `profile` names the practice deployment's product; `faultsPath` a file of faults to play. */
type Target =
  | { readonly deployment: 'local' }
  | {
      readonly deployment: 'practice';
      readonly statePath: string;
      readonly profile: string;
      readonly faultsPath?: string;
    };

/** What a cmdlet gave back when it succeeded. */
interface Executed {
  readonly output: readonly unknown[];
  readonly warnings: readonly string[];
  /** As measured inside the shell. */
  readonly durationMs: number;
}

interface CallOptions {
  /** Ends the whole shell when a command is being worked on. */
  readonly signal?: AbortSignal;
}

/** `describe` names the cmdlets whose parameters are wanted; without it, those of all are found out, which takes longer. */
interface ConnectOptions extends CallOptions {
  readonly describe?: readonly CmdletName[];
}

/**
 * A management shell: the one place through which the product reads and changes a deployment.
 * Every call can fail with `powershell-lost`, `unreadable-answer`, `cmdlet-failed` or `cancelled`.
 */
export interface ManagementShell {
  /**
   * Loads the deployment's module. Also fails with `module-missing`, `practice-state-invalid` and
   * `practice-state-of-other-profile`.
   */
  connect(target: Target, options?: ConnectOptions): Promise<Result<Connection>>;
  /** Reads everything that the plan needs, in one call. */
  snapshot(options?: CallOptions): Promise<Result<Snapshot>>;
  /** Calls one cmdlet. One that the table of cmdlets does not hold is refused with `invalid-request`, and not sent. */
  execute(command: Command, options?: CallOptions): Promise<Result<Executed>>;
  /** Calls one cmdlet that changes nothing; one that writes is refused with `invalid-request`. */
  read(command: Command, options?: CallOptions): Promise<Result<Executed>>;
  /** The text that a shell prints for `Get-CsPublicProvider`. */
  show(options?: CallOptions): Promise<Result<string>>;
  /** False once the shell was lost or closed: another one must be opened. */
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface ManagementShellOptions extends Omit<SessionOptions, 'bootLine'> {
  /** Full path of FederationHost.psd1. */
  readonly modulePath: string;
  readonly timeoutsMs?: Partial<Record<Operation, number>>;
}

/** How long each operation may take: a real module loads for half a minute, a busy server answers late. */
const TIMEOUTS_MS: Readonly<Record<Operation, number>> = {
  connect: 120_000,
  snapshot: 120_000,
  execute: 120_000,
  show: 60_000,
};

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

const executedSchema = z.object({ output: z.array(z.unknown()) });
const shownSchema = z.object({ text: z.string() });

/** Starts a PowerShell with the FederationHost module. Failure: `powershell-not-starting`. */
export async function openManagementShell(options: ManagementShellOptions): Promise<Result<ManagementShell>> {
  const { modulePath, timeoutsMs = {}, ...session } = options;
  const bootLine = `Import-Module -Name ${plainLiteral(modulePath)} -ErrorAction Stop`;
  const opened = await openSession({ ...session, bootLine });
  return opened.ok ? success(createManagementShell(opened.value, { ...TIMEOUTS_MS, ...timeoutsMs })) : opened;
}

function createManagementShell(session: Session, timeoutsMs: Readonly<Record<Operation, number>>): ManagementShell {
  const call = async (
    operation: Operation,
    parameters: Readonly<Record<string, unknown>>,
    { signal }: CallOptions = {},
  ): Promise<Result<Answer>> => {
    const result = await session.invoke(operation, parameters, { timeoutMs: timeoutsMs[operation], signal });
    return result.ok ? result : failed(namedFailure(result.failure));
  };
  const execute = async (command: Command, options?: CallOptions): Promise<Result<Executed>> => {
    const problem = refusal(command);
    if (problem !== null) return failed({ kind: 'invalid-request', detail: problem });
    const { cmdlet, parameters } = command;
    const answer = await call('execute', { cmdlet, parameters }, options);
    const executed = parsed(answer, executedSchema, cmdlet);
    if (!answer.ok) return answer;
    if (!executed.ok) return executed;
    const { warnings, durationMs } = answer.value;
    return success({ output: executed.value.output, warnings, durationMs });
  };
  return {
    connect: async (target, { describe, ...options } = {}) =>
      parsed(await call('connect', { ...target, ...(describe && { describe }) }, options), connectionSchema, 'connect'),
    snapshot: async (options) => parsed(await call('snapshot', {}, options), snapshotSchema, 'snapshot'),
    execute,
    read: async (command, options) => {
      if (!isCmdletName(command.cmdlet) || CMDLETS[command.cmdlet].effect === 'reads')
        return await execute(command, options);
      return failed({ kind: 'invalid-request', detail: `${command.cmdlet} changes the deployment.` });
    },
    show: async (options) => {
      const shown = parsed(await call('show', {}, options), shownSchema, 'Get-CsPublicProvider');
      return shown.ok ? success(shown.value.text) : shown;
    },
    isOpen: () => session.status !== 'closed',
    close: () => session.close(),
  };
}

/** The failures of the host module that the product has words of its own for. */
function namedFailure(failure: Failure): Failure {
  if (failure.kind !== 'cmdlet-failed') return failure;
  // A cmdlet that reports the error adds its own name after a comma.
  const [errorId] = failure.error.errorId.split(',');
  const detail = failure.error.message;
  if (errorId === 'FederationHost.ModuleNotFound') return { kind: 'module-missing', detail };
  if (errorId === 'FederationHost.PracticeStateInvalid') return { kind: 'practice-state-invalid', detail };
  if (errorId === 'FederationHost.PracticeStateOfOtherProfile') {
    return { kind: 'practice-state-of-other-profile', detail };
  }
  return failure;
}

function parsed<T>(answer: Result<Answer>, schema: z.ZodMiniType<T>, during: string): Result<T> {
  if (!answer.ok) return answer;
  const value = schema.safeParse(answer.value.value);
  return value.success
    ? success(value.data)
    : failed({ kind: 'unreadable-answer', during, detail: z.prettifyError(value.error) });
}

/** Why a command is not sent; null when it may be. Its type says the same, but it may come from outside. */
function refusal({ cmdlet, parameters }: Command): string | null {
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

/**
 * A PowerShell expression for a text that is one line of plain ASCII whatever the text holds. Windows PowerShell reads
 * its input in the system's old code page, so that a folder such as `C:\Users\Jörg` would not be found.
 */
function plainLiteral(text: string): string {
  const pieces = text.match(/[\x20-\x7e]+|[^\x20-\x7e]/gu) ?? [''];
  const literals = pieces.flatMap((piece) => (/^[\x20-\x7e]*$/u.test(piece) ? [quoted(piece)] : charLiterals(piece)));
  const [only] = literals;
  return literals.length === 1 && only !== undefined && only.startsWith("'")
    ? only
    : `(-join @(${literals.join(', ')}))`;
}

function charLiterals(piece: string): readonly string[] {
  return Array.from({ length: piece.length }, (_, place) => `[char]0x${piece.charCodeAt(place).toString(16)}`);
}
