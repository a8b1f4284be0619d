import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DEFAULT_PRACTICE_PROFILE, type PreparedProductId } from '../../core/deployment/products.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import { findPowerShellHere } from '../../electron/powershell/find-powershell.ts';
import type { StartOptions } from '../../electron/run/run-start.ts';
import type { OpenShell } from '../../electron/deployment/deployments.ts';
import { type FederationSetup, createFederationSetup } from '../../electron/setup/federation-setup.ts';
import { quickFolder } from './quick-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A run of whatever the plan is now, with every warning accepted, that stops where it fails. */
export const UNREVIEWED: StartOptions = { reviewed: null, acknowledged: 'all', onFailure: 'stop' };

/** A fault that the practice deployment makes on purpose. */
export interface Fault {
  readonly cmdlet: string;
  readonly call: number;
  readonly kind: string;
}

/** The product's services on a practice deployment of its own, with a real PowerShell engine. */
export interface PracticeSetup {
  readonly setup: FederationSetup;
  readonly folder: string;
  readonly dataDir: string;
  readonly statePath: string;
  readonly pictures: RunSnapshot[];
  state(): Promise<Record<string, unknown>>;
  identities(): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

/** Creates a practice deployment in a temporary folder. `dataDir` replaces the folder for journals. */
export async function practiceSetup(
  faults: readonly Fault[] = [],
  dataDir?: string,
  profile: PreparedProductId = DEFAULT_PRACTICE_PROFILE,
  openShell?: OpenShell,
): Promise<PracticeSetup> {
  const folder = await quickFolder('practice-');
  const statePath = join(folder, 'state.json');
  const faultsPath = join(folder, 'faults.json');
  await writeFile(faultsPath, JSON.stringify(faults));
  const pictures: RunSnapshot[] = [];
  const usedDataDir = dataDir ?? join(folder, 'data');
  const setup = createFederationSetup({
    findPowerShell: (deployment) => findPowerShellHere(deployment, engineOverride()),
    assetsDir: join(ROOT, 'assets'),
    practiceStatePath: statePath,
    practiceProfile: profile,
    practiceFaultsPath: faults.length > 0 ? faultsPath : null,
    log: () => undefined,
    describesAllCmdlets: false,
    onMovedAside: () => undefined,
    dataDir: usedDataDir,
    version: 'test',
    now: () => new Date(),
    cancelGraceMs: 500,
    onRunChange: (run) => pictures.push(run),
    onReplicationChange: () => undefined,
    programData: null,
    ...(openShell && { openShell }),
  });
  const state = async (): Promise<Record<string, unknown>> => recordOf(JSON.parse(await readFile(statePath, 'utf8')));
  return {
    setup,
    folder,
    dataDir: usedDataDir,
    statePath,
    pictures,
    state,
    identities: async () => listOf((await state())['publicProviders']).map((one) => String(recordOf(one)['Identity'])),
    dispose: async () => {
      await setup.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The engine that the set-up chose, or one that it has made ready before, of which the compiled one starts faster. */
export function engineOverride(): string | null {
  const named = process.env['SKYPE_FEDERATION_POWERSHELL'];
  if (named) return named;
  const made = ['compiled', 'tool'].map((name) => join(ROOT, '.cache/powershell', name, 'pwsh'));
  return made.find((path) => existsSync(path)) ?? null;
}

/** An unknown value as an object, or a failed test. */
export function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`Not an object: ${String(value)}`);
  return Object.fromEntries(Object.entries(value));
}

/** An unknown value as a list, or a failed test. */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('Not a list');
  return value;
}
