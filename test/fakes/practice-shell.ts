import { execFile } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { quoted } from '../../core/deployment/command-text.ts';
import type { Result } from '../../core/failure.ts';
import { DEFAULT_PRACTICE_PROFILE, type PreparedProductId } from '../../core/deployment/products.ts';
import { findPowerShellHere } from '../../electron/powershell/find-powershell.ts';
import {
  type ManagementShell,
  type ManagementShellOptions,
  openManagementShell,
} from '../../electron/powershell/management-shell.ts';
import { handLimits } from './hand-timers.ts';
import { engineOverride } from './practice-setup.ts';
import { quickFolder } from './quick-folder.ts';

export const MODULES = resolve(import.meta.dirname, '../../assets/powershell');
export const HOST_MODULE = join(MODULES, 'FederationHost', 'FederationHost.psd1');
export const PRACTICE_MODULE = join(MODULES, 'PracticeLync', 'PracticeLync.psd1');
export const PROFILE = DEFAULT_PRACTICE_PROFILE;

/** The real PowerShell engine of this machine. */
export function testPowerShell(): string {
  const powershell = findPowerShellHere('practice', engineOverride());
  if (!('found' in powershell)) throw new Error(`There is no PowerShell: ${powershell.searched.join(', ')}`);
  return powershell.found;
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** A management shell on the real engine, not yet connected. */
export async function openShell(options: Partial<ManagementShellOptions> = {}): Promise<ManagementShell> {
  const { start: startTimer } = handLimits();
  return valueOf(
    await openManagementShell({ executable: testPowerShell(), modulePath: HOST_MODULE, startTimer, ...options }),
  );
}

/** A practice deployment's state file in a folder of its own. */
export interface PracticeState {
  readonly folder: string;
  readonly path: string;
  /** Forgets everything: the next cmdlet finds a site that has never been set up. */
  reset(): Promise<void>;
  read(): Promise<Record<string, unknown>>;
  /** Replaces some of the state's sections. */
  change(sections: Readonly<Record<string, unknown>>): Promise<void>;
  remove(): Promise<void>;
}

const stateSchema = z.record(z.string(), z.unknown());

/** Names a state file of the profile; it is made when a cmdlet, or a change, first needs it. */
export async function practiceState(profile: PreparedProductId = PROFILE): Promise<PracticeState> {
  const folder = await quickFolder('practice-state-');
  const path = join(folder, 'state.json');
  const read = async (): Promise<Record<string, unknown>> =>
    stateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  return {
    folder,
    path,
    read,
    reset: () => rm(path, { force: true }),
    change: async (sections) => {
      const state = await read().catch(() => untouchedState(profile));
      // As a whole, as the module itself does it: a shell may be reading.
      await writeFile(`${path}.new`, JSON.stringify({ ...state, ...sections }));
      await rename(`${path}.new`, path);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const untouchedStates = new Map<PreparedProductId, Promise<Record<string, unknown>>>();

/** The state that the module makes for a site of this product that was never set up. */
function untouchedState(profile: PreparedProductId): Promise<Record<string, unknown>> {
  const state = untouchedStates.get(profile) ?? makeState(profile);
  untouchedStates.set(profile, state);
  return state;
}

async function makeState(profile: PreparedProductId): Promise<Record<string, unknown>> {
  const folder = await quickFolder('untouched-state-');
  const path = join(folder, 'state.json');
  const importing = importPractice(path, profile);
  await promisify(execFile)(testPowerShell(), ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', importing]);
  const state = stateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  await rm(folder, { recursive: true });
  return state;
}

/** The statement that imports the practice deployment afresh. */
export function importPractice(statePath: string, profile: string = PROFILE): string {
  return `Import-Module -Name ${quoted(PRACTICE_MODULE)} -ArgumentList ${quoted(statePath)}, ${quoted(profile)} -Global -Force`;
}
