import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Locator, type Page, type TestInfo, test as base } from '@playwright/test';
import { type LaunchRequest, type LaunchedApp, type Places, startApp } from './electron-app.ts';
import { type SharedApp, makeNew, startShared } from './shared-app.ts';

export { expect } from '@playwright/test';

export interface AppFixtures extends Places {
  /** An empty folder of this test; deleted after it. */
  readonly folder: string;
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
export const test = base.extend<AppFixtures, { sharedApp: SharedApp }>({
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
      const launched = await startApp({ dataDir, practiceStatePath }, request);
      started.push(launched);
      return launched;
    });
    for (const launched of started) await launched.close();
    await attachOutput(testInfo, started);
  },
  launched: async ({ launch }, use) => use(await launch()),
  page: ({ launched }, use) => use(launched.page),
  sharedApp: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const shared = await startShared();
      await use(shared);
      await shared.end();
    },
    { scope: 'worker', timeout: 0 },
  ],
});

/**
 * The same for tests that neither restart the app, nor apply anything, nor end it: a worker has one app for all of them,
 * which is as new for each.
 */
export const sharedTest = test.extend<AppFixtures>({
  dataDir: ({ sharedApp }, use) => use(sharedApp.places.dataDir),
  practiceStatePath: ({ sharedApp }, use) => use(sharedApp.places.practiceStatePath),
  launched: async ({ sharedApp }, use, testInfo) => {
    const launched = await makeNew(sharedApp);
    await use(launched);
    await attachOutput(testInfo, [launched]);
  },
});

async function attachOutput(testInfo: TestInfo, started: readonly LaunchedApp[]): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  for (const [index, launched] of started.entries()) {
    await testInfo.attach(`main-process-${index + 1}.txt`, { body: launched.output(), contentType: 'text/plain' });
  }
}
