import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type ElectronApplication,
  type Locator,
  type Page,
  type TestInfo,
  _electron,
  test as base,
} from '@playwright/test';

export { expect } from '@playwright/test';

/** The checkout, whose compiled app in `out/` is tested. */
export const checkoutRoot = resolve(import.meta.dirname, '../..');

/** How long an app that is asked to close may take before it is ended. */
const CLOSE_LIMIT_MS = 10_000;

interface LaunchRequest {
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

export interface AppFixtures {
  /** An empty folder of this test; deleted after it. */
  readonly folder: string;
  readonly dataDir: string;
  readonly practiceStatePath: string;
  /** Starts the app; a second start in the same test finds the data of the first. */
  readonly launch: (request?: LaunchRequest) => Promise<LaunchedApp>;
  /** The app, started without anything special. */
  readonly launched: LaunchedApp;
  readonly page: Page;
}

/** Answers the native save dialog, which no test can reach, with a path. */
export function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

/** A text on the open page: what is read out to screen readers has the same words for a moment, outside of it. */
export function shown(page: Page, text: string | RegExp, options?: { readonly exact?: boolean }): Locator {
  return page.locator('main').getByText(text, options);
}

/** Tests of the compiled app in a real Electron, each with a data folder and a practice deployment of its own. */
export const test = base.extend<AppFixtures>({
  // Playwright reads a fixture's needs from the pattern, an empty one included.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'skype-federation-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  dataDir: ({ folder }, use) => use(join(folder, 'data')),
  practiceStatePath: ({ folder }, use) => use(join(folder, 'practice.json')),
  launch: async ({ dataDir, practiceStatePath }, use, testInfo) => {
    const started: LaunchedApp[] = [];
    await use(async (request = {}) => {
      const launched = await start(['--data-dir', dataDir, '--practice-state', practiceStatePath], request);
      started.push(launched);
      return launched;
    });
    for (const launched of started) await launched.close();
    if (testInfo.status !== testInfo.expectedStatus) await attachOutput(testInfo, started);
  },
  launched: async ({ launch }, use) => use(await launch()),
  page: ({ launched }, use) => use(launched.page),
});

async function start(
  ownArgs: readonly string[],
  { args = [], env = {}, colorScheme }: LaunchRequest,
): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...sandboxSwitch(), checkoutRoot, ...ownArgs, ...args],
    env: { ...definedEnvironment(), ...env },
    colorScheme: colorScheme ?? null,
  });
  const written: string[] = [];
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => written.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = await app.firstWindow();
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

async function attachOutput(testInfo: TestInfo, started: readonly LaunchedApp[]): Promise<void> {
  for (const [index, launched] of started.entries()) {
    await testInfo.attach(`main-process-${index + 1}.txt`, { body: launched.output(), contentType: 'text/plain' });
  }
}
