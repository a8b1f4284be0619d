import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, sharedTest as test } from './app-fixture.ts';
import { arriveAt, preparedDraftAt } from './arrival.ts';
import { inScheme } from './axe.ts';
import { requestOf } from './bridge.ts';
import { type LaunchedApp, type Places, startApp } from './electron-app.ts';
import { resize } from './fit.ts';
import { setUpBefore } from './practised.ts';
import { IN_WHOLE_SET } from './scope.ts';
import { makeNew } from './shared-app.ts';

/** All of an app that one test could leave to the next: its windows, its page, and what it keeps and knows. */
async function pictureOf({ app, page }: LaunchedApp, { dataDir }: Places) {
  await page.getByRole('radio', { name: 'Practice deployment' }).waitFor();
  const kept = await readdir(join(dataDir, '..'), { recursive: true });
  return {
    windows: await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        size: window.getSize(),
        isVisible: window.isVisible(),
        zoom: window.webContents.zoomFactor,
        url: window.webContents.getURL(),
      })),
    ),
    dialogs: await app.evaluate(({ dialog, shell }) => [
      String(dialog.showSaveDialog),
      String(dialog.showOpenDialog),
      String(dialog.showMessageBox),
      String(shell.openExternal),
    ]),
    text: await page.locator('body').innerText(),
    isDark: await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
    known: {
      practice: (await requestOf(page, 'app.describe')).practice,
      draft: await requestOf(page, 'draft.load'),
      log: (await requestOf(page, 'provisioning.read')).record.log,
      run: await requestOf(page, 'run.current'),
      runs: await requestOf(page, 'runs.list', { deployment: 'practice' }),
      readiness: await requestOf(page, 'readiness.current'),
    },
    // Chromium's own files are its own affair.
    files: kept.filter((path) => !path.startsWith(join('data', 'window'))),
  };
}

test(
  'the app that tests share is as new for each of them',
  IN_WHOLE_SET,
  async ({ sharedApp, launched, page, folder, dataDir, practiceStatePath }) => {
    const { app } = launched;
    const places = { dataDir: join(folder, 'data'), practiceStatePath: join(folder, 'practice.json') };
    const fresh = await startApp(places);
    const asNew = await pictureOf(fresh, places);
    await fresh.close();

    await arriveAt(page, dataDir, preparedDraftAt('confirmation'));
    await page.getByRole('button', { name: 'Record as sent' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('table', { name: 'Log of the request' }).waitFor();
    await page.getByRole('button', { name: /^Contacts\b/u }).click();
    await setUpBefore(practiceStatePath);
    await resize(app, { width: 950, height: 700, zoom: 1.5 });
    await inScheme(page, 'dark');
    await app.evaluate(({ BrowserWindow, dialog, shell }) => {
      const nothing = () => Promise.reject(new Error('It is not there.'));
      Object.assign(dialog, { showSaveDialog: nothing, showOpenDialog: nothing, showMessageBox: nothing });
      Object.assign(shell, { openExternal: nothing });
      return new BrowserWindow({ show: false }).id;
    });
    // Typed so late that it is not saved yet.
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Typed at the end');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.hide()));

    expect(await pictureOf(await makeNew(sharedApp), sharedApp.places)).toEqual(asNew);
  },
);

test(
  'an app that only a new start would make as new is not shared any more',
  IN_WHOLE_SET,
  async ({ sharedApp, page }) => {
    const { practice } = await requestOf(page, 'app.describe');
    await requestOf(page, 'practice.choose', { ...practice, profile: 'sfb2019' });
    await expect(makeNew(sharedApp)).rejects.toThrow('needs an app of its own');
    await requestOf(page, 'practice.choose', practice);
  },
);
