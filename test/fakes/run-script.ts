import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted } from '../../core/deployment/command-text.ts';
import { writeScriptFile } from '../../electron/plan/setup-scripts.ts';
import { type Fault, recordOf } from './practice-setup.ts';
import { PRACTICE_MODULE, PROFILE, testPowerShell, valueOf } from './practice-shell.ts';
import { quickFolder } from './quick-folder.ts';
import { SCRIPT_ENVIRONMENT, type ScriptOutcome, runInWarmShell } from './warm-shell.ts';

/** How a script is run: its arguments as one types them, statements before it, and what is typed at its questions. */
interface ScriptCall {
  readonly args?: string;
  readonly before?: string;
  readonly answers?: readonly string[];
}

/** A practice deployment of its own with a script beside it. */
export interface ScriptSite {
  readonly folder: string;
  readonly statePath: string;
  /** Runs the script as an administrator does, in a shell that has the deployment's cmdlets; by default without questions. */
  run(call?: ScriptCall): Promise<ScriptOutcome>;
  /** Runs the script with `-File` in a shell that has no cmdlets of any deployment. */
  runFile(...args: readonly string[]): Promise<ScriptOutcome>;
  /** The state file's text. */
  state(): Promise<string>;
  /** Changes the state behind everybody's back. */
  change(change: (state: string) => string): Promise<void>;
  /** What lies beside the script as its transcripts. */
  transcripts(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Makes a practice deployment in this state, and saves a script beside it. */
export async function scriptSite(script: string, state: string, faults: readonly Fault[] = []): Promise<ScriptSite> {
  const folder = await quickFolder('script-');
  const statePath = join(folder, 'state.json');
  const scriptPath = join(folder, 'setup.ps1');
  const faultsPath = join(folder, 'faults.json');
  await writeFile(statePath, state);
  await writeFile(faultsPath, JSON.stringify(faults));
  valueOf(await writeScriptFile(scriptPath, script));
  const importLine = `Import-Module -Name ${quoted(PRACTICE_MODULE)} -ArgumentList ${[statePath, PROFILE, faultsPath].map(quoted).join(', ')}`;
  return {
    folder,
    statePath,
    run: ({ args = '-Confirm:$false', before, answers } = {}) => {
      const call = `& ${quoted(scriptPath)} ${args}`;
      // What comes before, and what is typed, needs a PowerShell of its own.
      return before === undefined && answers === undefined
        ? runInWarmShell(`${importLine} -Force; ${call}`, 'Remove-Module PracticeLync -Force')
        : runPowerShell(['-Command', `${importLine}\n${before ?? ''}\n${call}`], answers);
    },
    runFile: (...args) => runPowerShell(['-File', scriptPath, ...args]),
    state: () => readFile(statePath, 'utf8'),
    change: async (change) => writeFile(statePath, change(await readFile(statePath, 'utf8'))),
    transcripts: async () => {
      const names = (await readdir(folder)).filter((name) => /^setup-[\d-]+\.txt$/u.test(name));
      return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A state without when it was replicated, and with its providers in the order of their names. */
export function comparable(state: string): Record<string, unknown> {
  const { replicas: _, publicProviders, ...rest } = recordOf(JSON.parse(state));
  const providers = Array.isArray(publicProviders) ? publicProviders.map((one) => JSON.stringify(one)) : [];
  return { ...rest, publicProviders: providers.toSorted() };
}

async function runPowerShell(args: readonly string[], answers?: readonly string[]): Promise<ScriptOutcome> {
  const interactive = answers === undefined ? ['-NonInteractive'] : [];
  const shell = spawn(testPowerShell(), ['-NoProfile', ...interactive, ...args], { env: SCRIPT_ENVIRONMENT });
  let text = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  const closed = once(shell, 'close');
  shell.stdin.end((answers ?? []).map((answer) => `${answer}\n`).join(''));
  await closed;
  return { code: shell.exitCode, text: text.replaceAll('\r\n', '\n') };
}
