import { CMDLETS, type CmdletName, type Command } from '../../core/deployment/cmdlets.ts';
import {
  type Connection,
  type Product,
  type Snapshot,
  VERIFICATION_LEVELS,
  snapshotSchema,
} from '../../core/deployment/deployment.ts';
import { type CmdletError, type Failure, type Result, failed, success } from '../../core/failure.ts';
import type { OpenShell } from '../../electron/deployment/deployments.ts';
import { commandRefusal, readRefusal } from '../../electron/powershell/command-refusal.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { recordOf } from './practice-setup.ts';
import { shownAsList } from './shown-as-list.ts';
import { SimulatedCmdlets, type SimulatedSite } from './simulated-cmdlets.ts';
import { connectionOf, productOf } from './simulated-connection.ts';
import type { Entry } from './simulated-deployment.ts';
import { EXPORTED, PARTS, kept, reading } from './simulated-parts.ts';

/** What came of one cmdlet: its output, its error, or that PowerShell was lost with it. */
type Called = { readonly output: readonly unknown[] } | { readonly error: CmdletError } | { readonly lost: Failure };

interface CallOptions {
  readonly signal?: AbortSignal;
}
type Target = Parameters<ManagementShell['connect']>[0];
type ConnectOptions = NonNullable<Parameters<ManagementShell['connect']>[1]>;
type Subject = Parameters<ManagementShell['export']>[0][number];

/** Told of a call that hangs; says whether somebody cancels it, or its time runs out. */
export type WhenHung = () => 'cancelled' | 'timed-out';

/**
 * Opens management shells that have no PowerShell: what the FederationHost module makes of PracticeLync's cmdlets, in this
 * process. `siteAt` gives the deployment of a state file, which need not be there. Nothing takes time: what hangs has run
 * out of it when nobody cancels it.
 */
export function simulatedShells(
  siteAt: (statePath: string) => SimulatedSite,
  whenHung: WhenHung = () => 'timed-out',
): OpenShell {
  return () => Promise.resolve(success(new SimulatedManagementShell(siteAt, whenHung)));
}

class SimulatedManagementShell implements ManagementShell {
  readonly #siteAt: (statePath: string) => SimulatedSite;
  readonly #whenHung: WhenHung;
  #connected: { readonly cmdlets: SimulatedCmdlets; readonly isReadOnly: boolean } | null = null;
  #product: Product = productOf(null);
  #isLost = false;
  #tally = { reads: 0, writes: 0, whatIfs: 0, refusedWrites: 0 };

  constructor(siteAt: (statePath: string) => SimulatedSite, whenHung: WhenHung) {
    this.#siteAt = siteAt;
    this.#whenHung = whenHung;
  }

  async connect(
    target: Target,
    { describe, readOnly = false, signal }: ConnectOptions = {},
  ): Promise<Result<Connection>> {
    if (target.deployment !== 'practice') throw new Error('Only a practice deployment is simulated.');
    const unsent = this.#unsent('connect', signal);
    if (unsent) return failed(unsent);
    const site = this.#siteAt(target.statePath);
    const { profile } = site;
    const cmdlets = new SimulatedCmdlets(site);
    this.#connected = { cmdlets, isReadOnly: readOnly };
    this.#tally = { reads: 0, writes: 0, whatIfs: 0, refusedWrites: 0 };
    const said = await this.#call(reading('Get-CsServerVersion'), 'connect', signal);
    if ('lost' in said) return failed(said.lost);
    const product = productOf('output' in said ? String(said.output[0]) : null);
    this.#product = product;
    return success(connectionOf({ profile, product, groups: site.state.operatorGroups, readOnly, describe }));
  }

  async snapshot({ signal }: CallOptions = {}): Promise<Result<Snapshot>> {
    const unsent = this.#unsent('snapshot', signal);
    if (unsent) return failed(unsent);
    const parts: Record<string, unknown> = {};
    const unreadable: Snapshot['unreadable'] = [];
    for (const [part, command] of PARTS) {
      const called = await this.#call(command, 'snapshot', signal);
      if ('lost' in called) return failed(called.lost);
      if ('error' in called) unreadable.push({ part, error: called.error });
      const objects = 'output' in called ? called.output.map((one) => kept(part, recordOf(one))) : [];
      parts[part] = part === 'accessEdgeConfiguration' ? (objects[0] ?? null) : objects;
    }
    const verificationLevels = Object.fromEntries(VERIFICATION_LEVELS.map((name, number) => [name, number]));
    return success(snapshotSchema.parse({ product: this.#product, ...parts, verificationLevels, unreadable }));
  }

  async execute(command: Command, { signal }: CallOptions = {}): ReturnType<ManagementShell['execute']> {
    const problem = commandRefusal(command);
    if (problem !== null) return failed({ kind: 'invalid-request', detail: problem });
    const { cmdlet } = command;
    const unsent = this.#unsent(cmdlet, signal);
    if (unsent) return failed(unsent);
    if (this.#connected?.isReadOnly === true && CMDLETS[cmdlet].effect === 'writes') {
      this.#tally.refusedWrites += 1;
      return failed(refusedWrite(cmdlet));
    }
    const called = await this.#call(command, cmdlet, signal);
    if ('lost' in called) return failed(called.lost);
    if ('error' in called) return failed({ kind: 'cmdlet-failed', during: cmdlet, error: called.error });
    return success({ output: called.output, warnings: [], durationMs: 0 });
  }

  async read(command: Command, options?: CallOptions): ReturnType<ManagementShell['read']> {
    const problem = readRefusal(command);
    return problem === null ? this.execute(command, options) : failed({ kind: 'invalid-request', detail: problem });
  }

  whatIf(): never {
    throw new Error('What a command would do is not simulated.');
  }

  async export(subjects: readonly Subject[], { signal }: CallOptions = {}): ReturnType<ManagementShell['export']> {
    const unsent = this.#unsent('export', signal);
    if (unsent) return failed(unsent);
    const known = new Map<Subject['type'], readonly Entry[]>();
    const exported: Extract<Awaited<ReturnType<ManagementShell['export']>>, { ok: true }>['value'][number][] = [];
    for (const { type, identity } of subjects) {
      const [cmdlet, isMeant] = EXPORTED[type];
      const called: Called = known.has(type)
        ? { output: known.get(type) ?? [] }
        : await this.#call(reading(cmdlet), 'export', signal);
      if ('lost' in called) return failed(called.lost);
      if ('error' in called) return failed({ kind: 'cmdlet-failed', during: 'export', error: called.error });
      const objects = called.output.map(recordOf);
      known.set(type, objects);
      const object = objects.find((one) => isMeant(one, identity));
      exported.push({ type, identity, clixml: object ? `<Objs>${JSON.stringify(object)}</Objs>` : null });
    }
    return success(exported);
  }

  async tally(): ReturnType<ManagementShell['tally']> {
    const unsent = this.#unsent('tally');
    return unsent ? failed(unsent) : success({ ...this.#tally });
  }

  async show({ signal }: CallOptions = {}): Promise<Result<string>> {
    const unsent = this.#unsent('show', signal);
    if (unsent) return failed(unsent);
    const called = await this.#call(reading('Get-CsPublicProvider'), 'show', signal);
    if ('lost' in called) return failed(called.lost);
    if ('error' in called) return failed({ kind: 'cmdlet-failed', during: 'show', error: called.error });
    return success(shownAsList(called.output.map(recordOf)));
  }

  isOpen(): boolean {
    return !this.#isLost;
  }

  async close(): Promise<void> {
    this.#isLost = true;
  }

  /** Why a request does not reach the shell any more; null when it does. */
  #unsent(during: string, signal?: AbortSignal): Failure | null {
    if (signal?.aborted === true) return { kind: 'cancelled' };
    return this.#isLost ? lost(during, 'ended', 'The session has ended.') : null;
  }

  async #call(command: Command, during: string, signal?: AbortSignal): Promise<Called> {
    if (this.#connected === null) throw new Error('No deployment is connected.');
    this.#tally[CMDLETS[command.cmdlet].effect] += 1;
    const ran = this.#connected.cmdlets.run(command);
    switch (ran.type) {
      case 'output':
        return { output: ran.output };
      case 'error':
        return { error: ran.error };
      case 'ended':
        this.#isLost = true;
        return { lost: lost(during, 'ended', ran.how) };
      case 'hangs':
        return { lost: await this.#giveUp(during, signal) };
    }
  }

  /** A call that nobody can cancel runs out of time. */
  async #giveUp(during: string, signal: AbortSignal | undefined): Promise<Failure> {
    const isCancelled = this.#whenHung() === 'cancelled' && signal !== undefined;
    if (isCancelled) await aborted(signal);
    this.#isLost = true;
    return isCancelled ? { kind: 'cancelled' } : lost(during, 'timed-out', 'No answer came.');
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function lost(during: string, reason: 'ended' | 'timed-out', detail: string): Failure {
  return { kind: 'powershell-lost', during, reason, detail };
}

function refusedWrite(cmdlet: CmdletName): Failure {
  const error: CmdletError = {
    message: `The deployment is connected for reading only; ${cmdlet} was not run.`,
    errorId: 'FederationHost.ReadOnly',
    category: 'PermissionDenied',
    target: cmdlet,
    cmdlet: null,
    exception: 'System.InvalidOperationException',
  };
  return { kind: 'cmdlet-failed', during: cmdlet, error };
}
