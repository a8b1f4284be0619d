import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { quoted } from '../../core/command-text.ts';
import { cmdletErrorSchema } from '../../core/deployment.ts';
import type { Result } from '../../core/failure.ts';
import { DEFAULT_PRACTICE_PROFILE, type PreparedProductId } from '../../core/products.ts';
import { findPowerShellHere } from '../../electron/powershell/find-powershell.ts';
import {
  type ManagementShell,
  type ManagementShellOptions,
  openManagementShell,
} from '../../electron/powershell/management-shell.ts';
import { openSession } from '../../electron/powershell/session.ts';
import { engineOverride } from './practice-setup.ts';

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
  return valueOf(await openManagementShell({ executable: testPowerShell(), modulePath: HOST_MODULE, ...options }));
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
  const folder = await mkdtemp(join(tmpdir(), 'practice-state-'));
  const path = join(folder, 'state.json');
  const read = async (): Promise<Record<string, unknown>> =>
    stateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const untouched: { state: Promise<Record<string, unknown>> | null } = { state: null };
  const readUntouched = (): Promise<Record<string, unknown>> => (untouched.state ??= untouchedState(folder, profile));
  return {
    folder,
    path,
    read,
    reset: () => rm(path, { force: true }),
    change: async (sections) => {
      const state = await read().catch(readUntouched);
      await writeFile(path, JSON.stringify({ ...state, ...sections }));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The state that the module makes for a site that was never set up. */
async function untouchedState(folder: string, profile: PreparedProductId): Promise<Record<string, unknown>> {
  const path = join(folder, 'untouched.json');
  const importing = importPractice(path, profile);
  await promisify(execFile)(testPowerShell(), ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', importing]);
  const state = stateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  await Promise.all([rm(path), rm(`${path}.lock`)]);
  return state;
}

const scriptResultSchema = z.object({
  output: z.array(z.unknown()),
  errors: z.array(cmdletErrorSchema),
  terminating: z.nullable(cmdletErrorSchema),
});

/** What a script wrote, the errors after which it went on, and the one that ended it. */
type ScriptResult = z.infer<typeof scriptResultSchema>;

/** A shell with the practice deployment's cmdlets, as an administrator has it. */
export interface ScriptShell {
  readonly lines: string[];
  run(script: string): Promise<ScriptResult>;
  /** The output of a script that must report no error. */
  output(script: string): Promise<readonly unknown[]>;
  /** The id, category and kind of the one error that a script must report. */
  error(script: string): Promise<{ id: string; category: string; isTerminating: boolean }>;
  close(): Promise<void>;
}

/** Opens a shell with a profile's practice cmdlets on a state file. Import again with other arguments by a script. */
export async function openScripts(statePath: string, profile: PreparedProductId = PROFILE): Promise<ScriptShell> {
  const lines: string[] = [];
  const runner = join(import.meta.dirname, 'script-runner', 'ScriptRunner.psm1');
  const session = valueOf(
    await openSession({
      executable: testPowerShell(),
      bootLine: `Import-Module -Name ${quoted(runner)} -ArgumentList ${quoted(MODULES)}`,
      log: (line) => lines.push(line),
    }),
  );
  const run = async (script: string): Promise<ScriptResult> => {
    const answer = valueOf(await session.invoke('execute', { script }, { timeoutMs: 30_000 }));
    return scriptResultSchema.parse(answer.value);
  };
  const shell: ScriptShell = {
    lines,
    run,
    output: async (script) => {
      const { output, errors, terminating } = await run(script);
      if (errors.length > 0 || terminating !== null) throw new Error(JSON.stringify({ errors, terminating }));
      return output;
    },
    error: async (script) => {
      const { errors, terminating } = await run(script);
      const [first, ...more] = [...errors, ...(terminating === null ? [] : [terminating])];
      if (first === undefined || more.length > 0) throw new Error(`Not one error: ${JSON.stringify(errors)}`);
      return { id: first.errorId, category: first.category, isTerminating: terminating !== null };
    },
    close: () => session.close(),
  };
  await shell.output(importPractice(statePath, profile));
  return shell;
}

/** The statement that imports the practice deployment afresh. */
export function importPractice(statePath: string, profile: string = PROFILE): string {
  return `Import-Module -Name ${quoted(PRACTICE_MODULE)} -ArgumentList ${quoted(statePath)}, ${quoted(profile)} -Global -Force`;
}
