import { CMDLETS, type Command } from '../../core/deployment/cmdlets.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import type { CmdletError } from '../../core/failure.ts';
import type { Fault } from './practice-setup.ts';
import { type Entry, type NewEntries, type Refusal, effectOf } from './simulated-deployment.ts';
import { readFrom, statusOf } from './simulated-reads.ts';
import { type SimulatedState, freshState, newEntries, stateOf } from './simulated-site.ts';

/** A practice deployment that lives as long as its test: PracticeLync keeps the same in files. */
export interface SimulatedSite {
  readonly profile: PreparedProductId;
  readonly faults: readonly Fault[];
  state: SimulatedState;
  /** The cmdlets that were called, in order. */
  readonly calls: string[];
}

/** A site with that state, or one that was never set up. */
export function simulatedSite(
  profile: PreparedProductId,
  before: object | null = null,
  faults: readonly Fault[] = [],
): SimulatedSite {
  return { profile, faults, state: before === null ? freshState(profile) : stateOf(before), calls: [] };
}

/** What comes of a call: output, an error, or nothing more, because PowerShell ended or hangs. */
export type Ran =
  | { readonly type: 'output'; readonly output: readonly unknown[] }
  | { readonly type: 'error'; readonly error: CmdletError }
  | { readonly type: 'ended'; readonly how: string }
  | { readonly type: 'hangs' };

/** What each kind of fault does before the cmdlet's own work; what is not here does nothing, or something later. */
const BEFORE: Readonly<Record<string, (cmdlet: string) => Ran>> = {
  error: (cmdlet) => errorOf(cmdlet, faultOf(cmdlet, 'PracticeFault', `${cmdlet} failed, as the faults file asks.`)),
  'access-denied': (cmdlet) =>
    errorOf(cmdlet, {
      id: 'AccessDenied',
      category: 'PermissionDenied',
      target: cmdlet,
      message: `${cmdlet}: access to the Central Management Store was denied.`,
    }),
  hang: () => ({ type: 'hangs' }),
  exit: () => ({ type: 'ended', how: 'The process ended with exit code 3.' }),
  kill: () => ({ type: 'ended', how: 'The process was ended by SIGKILL.' }),
};

/** The cmdlets of PracticeLync as one import of the module has them. They know the calls that the product makes. */
export class SimulatedCmdlets {
  readonly #site: SimulatedSite;
  readonly #entries: NewEntries;
  #isStuck = false;

  constructor(site: SimulatedSite) {
    this.#site = site;
    this.#entries = newEntries(site.profile);
  }

  run(command: Command): Ran {
    const { cmdlet } = command;
    const kind = this.#faultOfCall(cmdlet);
    const before = BEFORE[kind]?.(cmdlet);
    if (before) return before;
    if (kind === 'replication-stuck') this.#isStuck = true;
    const ran = CMDLETS[cmdlet].effect === 'reads' ? this.#read(command) : this.#write(command, kind !== 'silent');
    if (kind !== 'partial' || ran.type !== 'output') return ran;
    const message = `${cmdlet} failed after it had made its change, as the faults file asks.`;
    return errorOf(cmdlet, faultOf(cmdlet, 'PracticeFaultAfterChange', message));
  }

  /** The kind of fault that this call is to suffer. */
  #faultOfCall(cmdlet: string): string {
    const { faults, calls } = this.#site;
    calls.push(cmdlet);
    const count = calls.filter((name) => name === cmdlet).length;
    return faults.find((one) => one.cmdlet === cmdlet && one.call === count)?.kind ?? '';
  }

  #read(command: Command): Ran {
    const { state, profile } = this.#site;
    const read = readFrom(state, command, { profile, isStuck: this.#isStuck, now: new Date() });
    return 'refusal' in read ? errorOf(command.cmdlet, read.refusal) : { type: 'output', output: read.output };
  }

  #write(command: Command, isSaved: boolean): Ran {
    const { state } = this.#site;
    const effect = effectOf(state, command, this.#entries);
    if ('refusal' in effect) return errorOf(command.cmdlet, effect.refusal);
    if (isSaved) this.#site.state = { ...state, ...effect.changed, replicas: this.#behind() };
    return { type: 'output', output: effect.output };
  }

  /** The replicas, each behind from now on. */
  #behind(): readonly Entry[] {
    const { state } = this.#site;
    const now = new Date();
    return state.replicas.map((replica) => ({
      ...replica,
      previousReportAt: statusOf(state, replica, this.#isStuck, now).LastStatusReport,
      changedAt: now.toISOString(),
    }));
  }
}

/** PowerShell's exceptions by the category of the error; any other is an invalid operation. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ObjectNotFound: 'System.Management.Automation.ItemNotFoundException',
  InvalidArgument: 'System.ArgumentException',
  PermissionDenied: 'System.UnauthorizedAccessException',
};

interface Said extends Omit<Refusal, 'category'> {
  readonly category: Refusal['category'] | 'OperationStopped' | 'PermissionDenied';
}

function faultOf(cmdlet: string, id: string, message: string): Said {
  return { id, category: 'OperationStopped', target: cmdlet, message };
}

function errorOf(cmdlet: string, { id, category, target, message }: Said): Ran {
  const exception = EXCEPTIONS[category] ?? 'System.InvalidOperationException';
  return { type: 'error', error: { message, errorId: `${id},${cmdlet}`, category, target, cmdlet, exception } };
}
