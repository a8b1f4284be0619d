/**
 * This folder holds a PowerShell process and speaks with it, one call after another: `find-powershell` and `start-shell`
 * begin, `shell-process` and `process-tree` end, `framing` and `call-loop` send and receive, and `management-shell` is what
 * the others use. Nothing else in the program starts processes.
 */
import * as z from 'zod/mini';
import type { CmdletName, Command } from '../../core/deployment/cmdlets.ts';
import { type Connection, type Snapshot, connectionSchema, snapshotSchema } from '../../core/deployment/deployment.ts';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import type { Answer } from './call-loop.ts';
import { commandRefusal, readRefusal } from './command-refusal.ts';
import type { Operation } from './framing.ts';
import { type Session, type SessionOptions, openSession } from './session.ts';
import { moduleBootLine } from './start-shell.ts';

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
  /** Of the cmdlet alone, as measured inside the shell. */
  readonly durationMs: number;
}

/** What a cmdlet would do, in PowerShell's own words and the system's language: usually one line an object. */
interface WhatIf {
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
  readonly durationMs: number;
}

/** How many cmdlets a shell has run on its deployment since it was connected; those that failed have run. */
type Tally = z.infer<typeof tallySchema>;

/** An object of the deployment. A policy is found with and without `Tag:`, a user by Identity or SIP address. */
type ExportSubject = Pick<ExportedSubject, 'type' | 'identity'>;

/** An object as CLIXML, the text that Export-Clixml writes; null when there is no such object. */
type ExportedSubject = z.infer<typeof exportedSchema>['subjects'][number];

interface CallOptions {
  /** Ends the whole shell when a command is being worked on. */
  readonly signal?: AbortSignal;
}

interface ConnectOptions extends CallOptions {
  /** The cmdlets whose parameters are wanted; without it, those of all are found out, which takes longer. */
  readonly describe?: readonly CmdletName[];
  /** Until the next connect, the host refuses every cmdlet that writes, with the id `FederationHost.ReadOnly`. */
  readonly readOnly?: boolean;
}

/**
 * A management shell: the one place through which the product reads and changes a deployment.
 * Every call can fail with `powershell-lost`, `unreadable-answer`, `cmdlet-failed` or `cancelled`.
 */
export interface ManagementShell {
  /**
   * Loads the deployment's module. Also fails with `module-missing`, `practice-state-invalid`,
   * `practice-state-of-other-profile` and `practice-faults-invalid`.
   */
  connect(target: Target, options?: ConnectOptions): Promise<Result<Connection>>;
  /** Reads everything that the plan needs, in one call. */
  snapshot(options?: CallOptions): Promise<Result<Snapshot>>;
  /** Calls one cmdlet. One that the table of cmdlets does not hold is refused with `invalid-request`, and not sent. */
  execute(command: Command, options?: CallOptions): Promise<Result<Executed>>;
  /** Calls one cmdlet that changes nothing; one that writes is refused with `invalid-request`. */
  read(command: Command, options?: CallOptions): Promise<Result<Executed>>;
  /**
   * Calls one cmdlet that writes with -WhatIf, which changes nothing. One that has no -WhatIf fails with the id
   * `FederationHost.WhatIfNotSupported`; on a deployment that is connected for reading only, each fails.
   */
  whatIf(command: Command, options?: CallOptions): Promise<Result<WhatIf>>;
  /** Reads objects as evidence that PowerShell can turn into objects again, in the order in which they are asked for. */
  export(subjects: readonly ExportSubject[], options?: CallOptions): Promise<Result<readonly ExportedSubject[]>>;
  /** Proves what was and was not run on the deployment, connect's own reads included. */
  tally(options?: CallOptions): Promise<Result<Tally>>;
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
  whatIf: 120_000,
  export: 120_000,
  tally: 60_000,
  show: 60_000,
};

const executedSchema = z.object({ output: z.array(z.unknown()), durationMs: z.number() });
const shownSchema = z.object({ text: z.string() });
const tallySchema = z.object({ reads: z.number(), writes: z.number(), whatIfs: z.number(), refusedWrites: z.number() });
const exportedSchema = z.object({
  subjects: z.array(
    z.object({
      type: z.enum(['provider', 'policy', 'access-edge', 'user']),
      identity: z.string(),
      clixml: z.nullable(z.string()),
    }),
  ),
});

/** Starts a PowerShell with the FederationHost module. Failure: `powershell-not-starting`. */
export async function openManagementShell(options: ManagementShellOptions): Promise<Result<ManagementShell>> {
  const { modulePath, timeoutsMs = {}, ...session } = options;
  const opened = await openSession({ ...session, bootLine: moduleBootLine(modulePath) });
  return opened.ok ? success(createManagementShell(opened.value, { ...TIMEOUTS_MS, ...timeoutsMs })) : opened;
}

function createManagementShell(session: Session, timeoutsMs: Readonly<Record<Operation, number>>): ManagementShell {
  const call = callerOf(session, timeoutsMs);
  return {
    connect: async (target, { describe, readOnly = false, ...options } = {}) => {
      const asked = { ...target, readOnly, ...(describe && { describe }) };
      return parsed(await call('connect', asked, options), connectionSchema, 'connect');
    },
    snapshot: async (options) => parsed(await call('snapshot', {}, options), snapshotSchema, 'snapshot'),
    execute: (command, options) => execute(call, command, options),
    read: async (command, options) => {
      const problem = readRefusal(command);
      return problem === null ? await execute(call, command, options) : refused(problem);
    },
    whatIf: (command, options) => whatIf(call, command, options),
    export: async (subjects, options) => {
      const exported = parsed(await call('export', { subjects }, options), exportedSchema, 'export');
      return exported.ok ? success(exported.value.subjects) : exported;
    },
    tally: async (options) => parsed(await call('tally', {}, options), tallySchema, 'tally'),
    show: async (options) => {
      const shown = parsed(await call('show', {}, options), shownSchema, 'Get-CsPublicProvider');
      return shown.ok ? success(shown.value.text) : shown;
    },
    isOpen: () => session.status !== 'closed',
    close: () => session.close(),
  };
}

/** Sends one call and waits for its answer, as long as its operation may take. */
type Caller = (
  operation: Operation,
  parameters: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<Result<Answer>>;

function callerOf(session: Session, timeoutsMs: Readonly<Record<Operation, number>>): Caller {
  return async (operation, parameters, { signal } = {}) => {
    const result = await session.invoke(operation, parameters, { timeoutMs: timeoutsMs[operation], signal });
    return result.ok ? result : failed(namedFailure(result.failure));
  };
}

async function execute(call: Caller, command: Command, options?: CallOptions): Promise<Result<Executed>> {
  const problem = commandRefusal(command);
  if (problem !== null) return refused(problem);
  const answer = await call('execute', checkedForm(command), options);
  const executed = parsed(answer, executedSchema, command.cmdlet);
  if (!answer.ok) return answer;
  return executed.ok ? success({ ...executed.value, warnings: answer.value.warnings }) : executed;
}

async function whatIf(call: Caller, command: Command, options?: CallOptions): Promise<Result<WhatIf>> {
  const problem = commandRefusal(command);
  if (problem !== null) return refused(problem);
  const answer = await call('whatIf', checkedForm(command), options);
  if (!answer.ok) return answer;
  const { printed: lines, warnings, durationMs } = answer.value;
  return success({ lines, warnings, durationMs });
}

function refused(detail: string): Result<never> {
  return failed({ kind: 'invalid-request', detail });
}

/** Exactly what has been checked: a command from outside may hold more. */
function checkedForm({ cmdlet, parameters }: Command): Readonly<Record<keyof Command, unknown>> {
  return { cmdlet, parameters };
}

/** The failures of the host module that the product has words of its own for. */
function namedFailure(failure: Failure): Failure {
  if (failure.kind !== 'cmdlet-failed') return failure;
  // A cmdlet that reports the error adds its own name after a comma.
  const [errorId] = failure.error.errorId.split(',');
  const detail = failure.error.message;
  if (errorId === 'FederationHost.ModuleNotFound') return { kind: 'module-missing', detail };
  if (errorId === 'FederationHost.PracticeStateInvalid') return { kind: 'practice-state-invalid', detail };
  if (errorId === 'FederationHost.PracticeFaultsInvalid') return { kind: 'practice-faults-invalid', detail };
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
