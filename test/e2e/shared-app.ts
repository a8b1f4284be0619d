import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEFAULT_PRACTICE } from '../../core/deployment/practice.ts';
import { APP_PAGE } from '../../electron/window/app-scheme.ts';
import { draftAt } from './arrival.ts';
import { requestOf } from './bridge.ts';
import { type LaunchedApp, type Places, checkoutRoot, startApp } from './electron-app.ts';

/** The one app of a worker, with the folder in which it keeps everything. */
export interface SharedApp {
  readonly launched: LaunchedApp;
  readonly places: Places;
  end(): Promise<void>;
}

/** Microphone and camera are there, so that a test can be refused them. */
const WITH_DEVICES = ['--use-fake-device-for-media-stream'];

/** Starts the app for a worker's tests. */
export async function startShared(): Promise<SharedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'skype-federation-e2e-shared-'));
  const places = { dataDir: join(folder, 'data'), practiceStatePath: join(folder, 'practice.json') };
  const launched = await startApp(places, { args: WITH_DEVICES });
  await keepOriginals(launched);
  return {
    launched,
    places,
    end: async () => {
      await launched.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Makes the app as it was when it had just been started: window, files, and what it knows. */
export async function makeNew({ launched, places }: SharedApp): Promise<LaunchedApp> {
  const { page, output } = launched;
  await restoreWindow(launched);
  await leaveWizard(page);
  await forgetFiles(page, places);
  await proveNew(page);
  await page.emulateMedia({ colorScheme: null });
  await page.goto(APP_PAGE);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const earlier = output().length;
  return { ...launched, output: () => output().slice(earlier) };
}

/** Notes what tests put something else in place of. */
function keepOriginals({ app }: LaunchedApp): Promise<void> {
  return app.evaluate(({ app, dialog, shell }) => {
    const { showSaveDialog, showOpenDialog, showMessageBox } = dialog;
    const { openExternal } = shell;
    const restore = () => {
      Object.assign(dialog, { showSaveDialog, showOpenDialog, showMessageBox });
      Object.assign(shell, { openExternal });
    };
    Object.assign(app, { restore });
  });
}

function restoreWindow({ app }: LaunchedApp): Promise<void> {
  return app.evaluate(({ app, BrowserWindow }) => {
    (Reflect.get(app, 'restore') as () => void)();
    // The first that was opened is the program's own.
    const [window, ...others] = BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id);
    for (const other of others) other.destroy();
    window?.show();
    window?.setSize(1100, 760);
    if (window) window.webContents.zoomFactor = 1;
  });
}

/** Opens a page on which no wizard works: the program's own style sheet, as text. Nothing types or saves any more. */
async function leaveWizard(page: Page): Promise<void> {
  const html = await readFile(join(checkoutRoot, 'out/renderer/index.html'), 'utf8');
  const [, sheet] = /<link rel="stylesheet"[^>]* href="([^"]+)"/u.exec(html) ?? [];
  if (sheet === undefined) throw new Error('The page has no style sheet.');
  await page.goto(new URL(sheet, APP_PAGE).href);
}

/**
 * Deletes what was kept. A draft may still be on its way to the disk: drafts are written one after the other, so that one
 * more, once it is written, is the last.
 */
async function forgetFiles(page: Page, { dataDir, practiceStatePath }: Places): Promise<void> {
  await requestOf(page, 'draft.save', draftAt('start'));
  await requestOf(page, 'draft.discard');
  await rm(join(dataDir, 'provisioning.json'), { force: true });
  // The practice deployment makes itself anew at its next call.
  await rm(practiceStatePath, { force: true });
}

/** What only a new start would make the app forget must not be there: such a test needs an app of its own. */
async function proveNew(page: Page): Promise<void> {
  const known = {
    run: await requestOf(page, 'run.current'),
    readiness: await requestOf(page, 'readiness.current'),
    draft: await requestOf(page, 'draft.load'),
    app: await requestOf(page, 'app.describe'),
  };
  const isNew =
    known.run === null &&
    known.readiness === null &&
    known.draft.draft === null &&
    known.app.practice.faults.length === 0 &&
    known.app.practice.profile === DEFAULT_PRACTICE.profile;
  if (!isNew) throw new Error(`The last test left behind what needs an app of its own: ${JSON.stringify(known)}`);
}
