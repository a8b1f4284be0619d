import { type PreparedProductId } from '../../core/deployment/products.ts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPowerShellHere } from '../../electron/powershell/find-powershell.ts';
import { type FederationSetup, createFederationSetup } from '../../electron/setup/federation-setup.ts';
import type { OpenShell } from '../../electron/deployment/deployments.ts';
import type { OpenJournal } from '../../electron/run/journal.ts';
import { type Fault, engineOverride, recordOf } from '../fakes/practice-setup.ts';
import type { State } from './deployment-state.ts';

/** A call of a cmdlet: the how-manieth of that cmdlet on this deployment. */
export interface Call {
  readonly cmdlet: string;
  readonly call: number;
}

/** The product's services on a practice deployment of its own. */
export interface Site {
  readonly setup: FederationSetup;
  readonly folder: string;
  readonly dataDir: string;
  readonly statePath: string;
  readonly faultsPath: string;
  readonly profile: PreparedProductId;
  state(): Promise<State>;
  /** The calls of cmdlets so far, those that suffered a fault included. */
  calls(): Promise<readonly Call[]>;
  remove(): Promise<void>;
}

export interface SiteOptions {
  readonly profile: PreparedProductId;
  /** The deployment to begin with; null: one that was never set up. */
  readonly before: State | null;
  readonly faults: readonly Fault[];
  readonly openShell: OpenShell;
  /** How journals are opened; as usual when left out. */
  readonly openJournal?: OpenJournal;
}

/** Calls are counted only while faults are played; this one never comes. */
const NO_FAULT: Fault = { cmdlet: 'Get-CsServerVersion', call: 1_000_000, kind: 'error' };

/** Makes a practice deployment in a temporary folder. Its shell is the caller's, who closes it. */
export async function openSite({ profile, before, faults, ...seams }: SiteOptions): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  const statePath = join(folder, 'state.json');
  const faultsPath = join(folder, 'faults.json');
  const dataDir = join(folder, 'data');
  if (before !== null) await writeFile(statePath, JSON.stringify(before));
  await writeFile(faultsPath, JSON.stringify(faults.length > 0 ? faults : [NO_FAULT]));
  const setup = createFederationSetup({ ...setupOptions({ profile, statePath, faultsPath, dataDir }), ...seams });
  return {
    setup,
    folder,
    dataDir,
    statePath,
    faultsPath,
    profile,
    state: async () => recordOf(JSON.parse(await readFile(statePath, 'utf8'))),
    calls: async () => numbered(await readFile(`${statePath}.calls`, 'utf8').catch(() => '')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What the product's services are built with for a practice deployment on these files. */
export function setupOptions(
  paths: Pick<Site, 'profile' | 'statePath' | 'faultsPath' | 'dataDir'>,
): Parameters<typeof createFederationSetup>[0] {
  return {
    findPowerShell: (deployment) => findPowerShellHere(deployment, engineOverride()),
    assetsDir: resolve(import.meta.dirname, '../../assets'),
    practiceStatePath: paths.statePath,
    practiceProfile: paths.profile,
    practiceFaultsPath: paths.faultsPath,
    log: () => undefined,
    describesAllCmdlets: false,
    onMovedAside: () => undefined,
    dataDir: paths.dataDir,
    version: 'test',
    now: () => new Date(),
    cancelGraceMs: 1,
    onRunChange: () => undefined,
    onReplicationChange: () => undefined,
    programData: null,
  };
}

function numbered(lines: string): readonly Call[] {
  const counts = new Map<string, number>();
  return lines
    .split('\n')
    .filter((cmdlet) => cmdlet !== '')
    .map((cmdlet) => {
      const call = (counts.get(cmdlet) ?? 0) + 1;
      counts.set(cmdlet, call);
      return { cmdlet, call };
    });
}
