import { type PreparedProductId } from '../../core/deployment/products.ts';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findPowerShellHere } from '../../electron/powershell/find-powershell.ts';
import { type FederationSetup, createFederationSetup } from '../../electron/setup/federation-setup.ts';
import type { OpenJournal } from '../../electron/run/journal.ts';
import { type Fault, engineOverride } from '../fakes/practice-setup.ts';
import { quickFolder } from '../fakes/quick-folder.ts';
import type { State } from './deployment-state.ts';
import type { Ground, Place } from './ground.ts';

/** A call of a cmdlet: the how-manieth of that cmdlet on this deployment. */
export interface Call {
  readonly cmdlet: string;
  readonly call: number;
}

/** The product's services on a practice deployment of its own. */
export interface Site extends Place {
  readonly setup: FederationSetup;
  readonly dataDir: string;
  state(): Promise<State>;
  /** All of the deployment's state, to the byte. */
  text(): Promise<string>;
  /** The calls of cmdlets so far, those that suffered a fault included. */
  calls(): Promise<readonly Call[]>;
  remove(): Promise<void>;
}

export interface SiteOptions {
  readonly ground: Ground;
  readonly profile: PreparedProductId;
  /** The deployment to begin with; null: one that was never set up. */
  readonly before: State | null;
  readonly faults: readonly Fault[];
  /** The fault that is played here, for which a shell of its own may be needed. */
  readonly hit?: Fault;
  /** How journals are opened; as on this ground when left out. */
  readonly openJournal?: OpenJournal;
}

/** Makes a practice deployment in a temporary folder. Its shell is the ground's. */
export async function openSite({ ground, profile, before, faults, hit, openJournal }: SiteOptions): Promise<Site> {
  const folder = await quickFolder('faults-');
  const place = { folder, profile, statePath: join(folder, 'state.json'), faultsPath: join(folder, 'faults.json') };
  const dataDir = join(folder, 'data');
  const deployed = await ground.deploy(place, before, faults);
  const setup = createFederationSetup({
    ...setupOptions({ ...place, dataDir }),
    ...ground.services,
    ...(hit && { openShell: ground.openShellFor(hit) }),
    ...(openJournal && { openJournal }),
  });
  return {
    ...place,
    setup,
    dataDir,
    state: () => deployed.state(),
    text: () => deployed.text(),
    calls: async () => numbered(await deployed.calls()),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
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

function numbered(names: readonly string[]): readonly Call[] {
  const counts = new Map<string, number>();
  return names.map((cmdlet) => {
    const call = (counts.get(cmdlet) ?? 0) + 1;
    counts.set(cmdlet, call);
    return { cmdlet, call };
  });
}
