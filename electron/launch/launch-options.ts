/**
 * This folder is the only reader of arguments and environment at the start of the program, and knows where files are kept
 * when nothing else is said. The options of the command line's commands are `command-line/options/`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import {
  DEFAULT_PRACTICE_PROFILE,
  PREPARED_PRODUCT_IDS,
  type PreparedProductId,
  isPreparedProduct,
} from '../../core/deployment/products.ts';
import { type Result, success } from '../../core/failure.ts';
import { defaultDataDir, defaultPracticeStatePath } from './data-folders.ts';

/** How the window was started. The command line has the same options under the same names. */
export interface LaunchOptions {
  /** Null: the administrator chooses on the Start page. */
  readonly deployment: DeploymentKind | null;
  readonly practiceProfile: PreparedProductId;
  readonly practiceStatePath: string;
  /** A file of faults that the practice deployment makes on purpose; for tests. */
  readonly practiceFaultsPath: string | null;
  /** Where drafts, journals and the practice deployment are kept. */
  readonly dataDir: string;
  /** An engine that takes precedence over what is installed; for development. */
  readonly powershellOverride: string | null;
  /** Windows' folder for all users, where the lock of its deployment lies; null on other systems. */
  readonly programData: string | null;
  /** A PEM file of further certification authorities, as Node itself is told of them; the network check counts them as public. */
  readonly extraRootsPath: string | null;
  /** The development server that serves the pages; for `npm run dev`. */
  readonly rendererUrl: string | null;
}

const switches = {
  deployment: { type: 'string' },
  'practice-profile': { type: 'string' },
  'practice-state': { type: 'string' },
  'practice-faults': { type: 'string' },
  'data-dir': { type: 'string' },
} as const;

type SwitchName = keyof typeof switches;
const SWITCH_NAMES = Object.keys(switches).filter((name): name is SwitchName => Object.hasOwn(switches, name));

/**
 * Reads what the window needs from the arguments after the program's own name, and from the environment.
 * Switches that are not ours belong to Electron or Chromium and are passed over.
 * @returns the options, or one sentence that says which of ours cannot be used.
 */
export function readLaunchOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  defaultFolder: string = defaultDataDir(),
): Result<LaunchOptions, string> {
  const given = switchValues(args);
  if (!given.ok) return given;
  const {
    deployment = null,
    'practice-profile': profile = DEFAULT_PRACTICE_PROFILE,
    'data-dir': dataDir = defaultFolder,
    'practice-faults': faults,
  } = given.value;
  if (deployment !== null && deployment !== 'local' && deployment !== 'practice') {
    return unusable(`--deployment is "local" or "practice", not "${deployment}".`);
  }
  if (!isPreparedProduct(profile)) {
    return unusable(`--practice-profile is one of: ${PREPARED_PRODUCT_IDS.join(', ')}; not "${profile}".`);
  }
  return success({
    deployment,
    practiceProfile: profile,
    practiceStatePath: resolve(given.value['practice-state'] ?? defaultPracticeStatePath(dataDir, profile)),
    practiceFaultsPath: faults === undefined ? null : resolve(faults),
    dataDir: resolve(dataDir),
    ...environmentOptions(env),
  });
}

/** What only the environment says; the same for the window and the command line. */
export function environmentOptions(
  env: NodeJS.ProcessEnv,
): Pick<LaunchOptions, 'powershellOverride' | 'programData' | 'extraRootsPath' | 'rendererUrl'> {
  return {
    powershellOverride: env['SKYPE_FEDERATION_POWERSHELL'] || null,
    programData: process.platform === 'win32' ? env['ProgramData'] || null : null,
    extraRootsPath: env['NODE_EXTRA_CA_CERTS'] || null,
    rendererUrl: env['ELECTRON_RENDERER_URL'] || null,
  };
}

/**
 * The command that a packaged program is asked to run instead of opening the window, with its arguments; null when it is
 * to open the window. A command is a word, or asks for help or the version. Switches of Chromium may stand before it: on
 * Linux, `--ozone-platform=headless` does without a display.
 */
export function commandLineOf(args: readonly string[]): readonly string[] | null {
  const start = args.findIndex((arg) => !isForeignSwitch(arg));
  const first = args[start];
  if (first === undefined) return null;
  return !first.startsWith('-') || programSwitches.includes(first) ? args.slice(start) : null;
}

/** What the command line answers without a command. */
const programSwitches = ['-h', '--help', '-V', '--version'];

function isForeignSwitch(arg: string): boolean {
  return (
    arg.startsWith('--') && !programSwitches.includes(arg) && !Object.hasOwn(switches, arg.slice(2).replace(/=.*/u, ''))
  );
}

function switchValues(args: readonly string[]): Result<Partial<Record<SwitchName, string>>, string> {
  const { values } = parseArgs({ args: [...args], options: switches, strict: false, allowPositionals: true });
  const given: Partial<Record<SwitchName, string>> = {};
  for (const name of SWITCH_NAMES) {
    const value = values[name];
    if (value === undefined) continue;
    if (typeof value !== 'string' || value === '' || value.startsWith('--'))
      return unusable(`--${name} needs a value.`);
    given[name] = value;
  }
  return success(given);
}

function unusable(problem: string): { readonly ok: false; readonly failure: string } {
  return { ok: false, failure: problem };
}
