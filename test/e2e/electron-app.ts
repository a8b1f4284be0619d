import { join, resolve } from 'node:path';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';

/** The checkout, whose compiled app in `out/` is tested. */
export const checkoutRoot = resolve(import.meta.dirname, '../..');

/** How long an app that is asked to close may take before it is ended; far more than it ever needs. */
const CLOSE_LIMIT_MS = 60_000;

/** How an app is started. */
export interface LaunchRequest {
  /** After the app's own switches; a switch given twice counts as given last. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly colorScheme?: 'light' | 'dark';
}

/** A running app with its window. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** All that the main process has written so far. */
  output(): string;
  /** Closes the app as its window's close button does, and ends it when it does not close. */
  close(): Promise<void>;
}

/** Where an app keeps what it makes. */
export interface Places {
  readonly dataDir: string;
  readonly practiceStatePath: string;
}

/** Starts the compiled app, and waits for its window. */
export async function startApp(
  { dataDir, practiceStatePath }: Places,
  { args = [], env = {}, colorScheme }: LaunchRequest = {},
): Promise<LaunchedApp> {
  const ownArgs = ['--data-dir', dataDir, '--practice-state', practiceStatePath];
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...sandboxSwitch(), checkoutRoot, ...ownArgs, ...args],
    env: { ...definedEnvironment(), ...env },
    colorScheme: colorScheme ?? null,
    timeout: 0,
  });
  // By itself, Playwright gives up a wait after 30 seconds; here only the limits of its configuration end one.
  app.context().setDefaultTimeout(0);
  const written: string[] = [];
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => written.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = await app.firstWindow({ timeout: 0 });
  return {
    app,
    page,
    output: () => written.join(''),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const limit = setTimeout(() => endGroup(child.pid), CLOSE_LIMIT_MS);
      await app.close().catch(() => endGroup(child.pid));
      await ended;
      clearTimeout(limit);
    },
  };
}

/** The Electron that the set-up prepared. */
export function electronPath(): string {
  const { ELECTRON_EXEC_PATH: path, ELECTRON_OVERRIDE_DIST_PATH: folder } = process.env;
  if (path) return path;
  if (folder) return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  throw new Error('There is no Electron to test with. Run `npm test`, which prepares one.');
}

/** Chromium refuses to run as root with its sandbox. */
export function sandboxSwitch(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** This process's environment, the PowerShell that the set-up found included. */
export function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
}

/** Ends the app and every process it started: Playwright starts it as the leader of a group, except on Windows. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
