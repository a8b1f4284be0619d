import type { ElectronApplication, Page } from '@playwright/test';
import { APP_PAGE } from '../../electron/window/app-scheme.ts';
import { expect, sharedTest as test } from './app-fixture.ts';
import { requestOf } from './bridge.ts';
import { countingServer } from './counting-server.ts';

const WAYS = ['script', 'link', 'form', 'new window'] as const;

/** Tries to leave the page in one way. */
async function leave(page: Page, way: (typeof WAYS)[number], target: string): Promise<void> {
  await page.evaluate(
    ([way, target]) => {
      const element = document.createElement(way === 'form' ? 'form' : 'a');
      document.body.append(element);
      element.setAttribute(way === 'form' ? 'action' : 'href', target);
      if (way === 'new window') element.setAttribute('target', '_blank');
      // Outside of this evaluation, which the debugger may do more in than the page.
      return new Promise<void>((left) => {
        setTimeout(() => {
          if (way === 'script') location.assign(target);
          else if (element instanceof HTMLFormElement) element.submit();
          else element.click();
          left();
        });
      });
    },
    [way, target] as const,
  );
}

/** Notes whatever is refused to the page from now on, by Chromium or by the program, with its address. */
async function noteRefusals(app: ElectronApplication, page: Page): Promise<() => Promise<readonly string[]>> {
  const byChromium: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') byChromium.push(message.text());
  });
  await app.evaluate(({ BrowserWindow, app }) => {
    const byProgram: string[] = [];
    Object.assign(app, { byProgram });
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
      if (defaultPrevented) byProgram.push(url);
    });
  });
  return async () => [...byChromium, ...(await app.evaluate(({ app }) => Reflect.get(app, 'byProgram') as string[]))];
}

test('the page stays where it is', async ({ page, launched: { app } }) => {
  const { visits, host, visit, close } = await countingServer();
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  const refusals = await noteRefusals(app, page);
  const targets = [
    `http://${host}/`,
    'file:///etc/passwd',
    'data:text/html,x',
    'app://wizard/other.html',
    'app://else/',
  ];
  for (const target of targets) {
    for (const way of WAYS) {
      const timesRefused = async () => (await refusals()).filter((text) => text.includes(target)).length;
      const before = await timesRefused();
      // One at a time: a later one overtakes an earlier. That a window was refused is not told, so these are counted below.
      await leave(page, way, target);
      if (way !== 'new window') await expect.poll(timesRefused, `${way} to ${target}`).toBeGreaterThan(before);
      expect(page.url(), `${way} to ${target}`).toBe(APP_PAGE);
      expect(await page.evaluate(() => 'isStillHere' in window), `${way} to ${target}`).toBe(true);
    }
  }
  // The page asks the program, which has had everything that the page said before.
  await requestOf(page, 'run.current');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await visit('/last');
  expect(visits).toEqual(['/last']);
  close();
});

test('a page that Chromium lets go to a blank page is brought back', async ({ page }) => {
  for (const target of ['about:blank', 'about:srcdoc']) {
    await page.evaluate((target) => {
      Object.assign(window, { isStillHere: true });
      setTimeout(() => location.assign(target));
    }, target);
    await expect.poll(() => page.evaluate(() => 'isStillHere' in window).catch(() => true)).toBe(false);
    await page.waitForURL(APP_PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('the page opens no window and no dialog, and downloads nothing', async ({ page, launched: { app } }) => {
  await app.evaluate(({ session, app }) => {
    session.defaultSession.on('will-download', (event) =>
      Object.assign(app, { downloadPrevented: event.defaultPrevented }),
    );
  });
  const opened = await page.evaluate(async () => {
    const link = document.createElement('a');
    Object.assign(link, { href: location.href, download: 'page.html' });
    document.body.append(link);
    link.click();
    return [window.open('app://wizard/index.html'), window.open('about:blank'), window.confirm('?')];
  });
  expect(opened).toEqual([null, null, false]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect.poll(() => app.evaluate(({ app }) => Reflect.get(app, 'downloadPrevented') as unknown)).toBe(true);
});
