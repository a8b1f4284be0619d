import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, sharedTest, test } from './app-fixture.ts';
import { sendRequest } from './bridge.ts';
import { checkoutRoot, definedEnvironment, electronPath, sandboxSwitch } from './electron-app.ts';
import { IN_WHOLE_SET } from './scope.ts';

/** Starts the app a second time, as a double click on its icon does. */
async function startAgain(args: readonly string[]): Promise<{ code: unknown; written: string }> {
  const child = spawn(electronPath(), [...sandboxSwitch(), checkoutRoot, ...args], { env: definedEnvironment() });
  const written: string[] = [];
  child.stderr.on('data', (chunk) => written.push(String(chunk)));
  const [code] = (await once(child, 'exit')) as readonly unknown[];
  return { code, written: written.join('') };
}

function windowFacts(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      count: BrowserWindow.getAllWindows().length,
      title: window?.getTitle(),
      size: window?.getSize(),
      smallest: window?.getMinimumSize(),
      isVisible: window?.isVisible(),
      isMinimized: window?.isMinimized(),
      hasMenuBar: window?.isMenuBarVisible(),
      hasApplicationMenu: Menu.getApplicationMenu() !== null,
    };
  });
}

test('the window opens at its size, with its title and without a menu bar', async ({ page, launched: { app } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect
    .poll(() => windowFacts(app))
    .toMatchObject({
      count: 1,
      size: [1100, 760],
      smallest: [900, 640],
      isVisible: true,
      hasMenuBar: false,
      hasApplicationMenu: false,
    });
  expect((await windowFacts(app)).title).toContain('Skype Federation Setup');
});

sharedTest(
  'a second start ends and brings the first window to the front',
  async ({ launched: { app }, dataDir, page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const second = await startAgain(['--data-dir', dataDir]);
    expect(second.code).toBe(0);
    expect(second.written).toContain('Skype Federation Setup is open already.');
    await expect.poll(() => windowFacts(app)).toMatchObject({ count: 1, isVisible: true });
  },
);

test('a switch that cannot be used is named, and nothing is opened', async ({ dataDir }) => {
  const { code, written } = await startAgain(['--data-dir', dataDir, '--deployment', 'production']);
  expect(code).toBe(2);
  expect(written).toContain('--deployment is "local" or "practice", not "production".');
  await expect(readdir(dataDir)).rejects.toThrow('ENOENT');
});

test(
  'with a data folder that cannot be used, the window opens and a draft that is not saved is told',
  IN_WHOLE_SET,
  async ({ launch, folder }) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const dataDir = join(file, 'data');
    const { page, app } = await launch({ args: ['--data-dir', dataDir] });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await app.evaluate(({ app }) => app.getPath('userData'))).not.toContain(file);
    const draft: Draft = {
      version: 1,
      savedAt: '',
      step: 'start',
      mode: 'prepare',
      preparedProduct: '',
      form: EMPTY_FORM,
    };
    const answer = await sendRequest(page, 'draft.save', draft);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'storage', path: join(dataDir, 'draft.json') } });
  },
);

sharedTest('the keys and the wheel zoom, up to twice the size', async ({ page, launched: { app } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const percent = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return Math.round(100 * (contents?.getZoomFactor() ?? 0));
    });
  // The keys of Playwright come from the debugger, and so past the window.
  const press = (keyCode: string) =>
    app.evaluate(({ BrowserWindow }, keyCode) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
      contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers: ['control'] });
    }, keyCode);
  await press('=');
  await press('+');
  await expect.poll(percent).toBe(120);
  await press('-');
  await expect.poll(percent).toBe(110);
  for (let step = 0; step < 12; step += 1) await press('=');
  await expect.poll(percent).toBe(200);
  await press('0');
  await expect.poll(percent).toBe(100);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.emit('zoom-changed', {}, 'in'),
  );
  await expect.poll(percent).toBe(110);
});

test(
  'Chromium keeps its files in a folder of their own, apart from ours',
  IN_WHOLE_SET,
  async ({ page, dataDir, launched }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await launched.close();
    expect(await readdir(dataDir)).toContain('window');
    await mkdir(join(dataDir, 'practice'), { recursive: true });
    expect(
      (await readdir(dataDir)).filter((name) => !['window', 'practice', 'draft.json', 'journals'].includes(name)),
    ).toEqual([]);
  },
);
