import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { SECURITY_HEADERS } from '../../electron/window/app-scheme.ts';
import { expect, test } from './app-fixture.ts';

const ownPage = 'app://wizard/index.html';

/** A server that only counts who comes. */
async function countingServer() {
  const visits: string[] = [];
  const server = createServer(({ url }, response) => {
    visits.push(url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.loadedFromElsewhere = true;');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { visits, host: `127.0.0.1:${port}`, close: () => server.close() };
}

test('the page has no Node, and reaches two functions only', async ({ page }) => {
  const found = await page.evaluate(() => ({
    types: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].map(
      (name) => typeof Reflect.get(window, name),
    ),
    bridge: Object.keys(Reflect.get(window, 'federation') as object).sort(),
    isFrozen: Object.isFrozen(Reflect.get(window, 'federation')),
  }));
  expect(new Set(found.types)).toEqual(new Set(['undefined']));
  expect(found.bridge).toEqual(['onEvent', 'request']);
});

test('the window has the web preferences that were decided', async ({ launched: { app } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): object };
      return contents.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    disableDialogs: true,
  });
});

test('no script runs but the files of the program', async ({ page }) => {
  const blocked = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true;';
    document.body.append(inline);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="app://wizard/none.png" onerror="window.ranHandler = true">',
    );
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:window.ranAddress = true');
    document.body.append(link);
    link.click();
    // Outside of this evaluation, which the debugger exempts from the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          const made: unknown = Reflect.construct(Function, ['return true']);
          resolve(typeof made === 'function' ? Reflect.apply(made, undefined, []) : made);
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'refused');
        }
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ran = ['ranInline', 'ranHandler', 'ranAddress'].filter((name) => name in window);
    return { ran, evaluated, violations: [...new Set(violations)].sort() };
  });
  expect(blocked.ran).toEqual([]);
  expect(blocked.evaluated).toBe('EvalError');
  expect(blocked.violations).toEqual(expect.arrayContaining(['script-src-attr', 'script-src-elem']));
});

test('nothing is fetched from anywhere else, by the page or by its session', async ({ page, launched: { app } }) => {
  const { visits, host, close } = await countingServer();
  const refusedFetches = await page.evaluate(async (host) => {
    const elements: [string, string][] = [
      ['img', 'src'],
      ['script', 'src'],
      ['iframe', 'src'],
      ['object', 'data'],
      ['video', 'src'],
    ];
    for (const [tag, attribute] of elements) {
      const element = document.createElement(tag);
      element.setAttribute(attribute, `http://${host}/${tag}`);
      document.body.append(element);
    }
    for (const relation of ['stylesheet', 'preload', 'prefetch', 'preconnect', 'modulepreload', 'icon', 'manifest']) {
      const link = document.createElement('link');
      Object.assign(link, { rel: relation, as: 'script', href: `http://${host}/${relation}` });
      document.head.append(link);
    }
    navigator.sendBeacon(`http://${host}/beacon`);
    const socket = new Promise((resolve) => {
      try {
        Object.assign(new WebSocket(`ws://${host}/`), {
          onerror: () => resolve('refused'),
          onopen: () => resolve('open'),
        });
      } catch {
        resolve('refused');
      }
    });
    const fetched = fetch(`http://${host}/fetch`).then(
      () => 'fetched',
      () => 'refused',
    );
    const answers = await Promise.all([fetched, socket]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { answers, ran: 'loadedFromElsewhere' in window };
  }, host);
  expect(refusedFetches).toEqual({ answers: ['refused', 'refused'], ran: false });
  // The second wall stands without the page's policy.
  const bySession = await app.evaluate(
    ({ session }, url) => session.defaultSession.fetch(url).then(String, (error: Error) => error.message),
    `http://${host}/session`,
  );
  expect(bySession).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(visits).toEqual([]);
  close();
});

test('the app scheme serves no file outside of the pages', async ({ launched: { app } }) => {
  const statuses = await app.evaluate(
    ({ session }, urls) =>
      Promise.all(
        urls.map(
          async (url) => (await session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false })).status,
        ),
      ),
    [ownPage, 'app://wizard/..%2fmain%2fmain.js', 'app://wizard/../../package.json', 'app://elsewhere/index.html'],
  );
  expect(statuses).toEqual([200, 404, 404, 404]);
});

test('the page comes with its policy, whatever it says of itself', async ({ launched: { app } }) => {
  const headers = await app.evaluate(
    async ({ session }, url) =>
      Object.fromEntries((await session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false })).headers),
    ownPage,
  );
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
});

/** Tries to leave the page in one way, and waits for what comes of it. One at a time: a later one overtakes an earlier. */
async function leave(page: Page, way: 'script' | 'link' | 'new window' | 'form', target: string): Promise<void> {
  await page.evaluate(
    ([way, target]) => {
      const element = document.createElement(way === 'form' ? 'form' : 'a');
      document.body.append(element);
      element.setAttribute(way === 'form' ? 'action' : 'href', target);
      if (way === 'new window') element.setAttribute('target', '_blank');
      setTimeout(() => {
        if (way === 'script') location.assign(target);
        else if (element instanceof HTMLFormElement) element.submit();
        else element.click();
      });
    },
    [way, target] as const,
  );
  await new Promise((waited) => setTimeout(waited, 150));
}

test('the page stays where it is', async ({ page, launched: { app } }) => {
  const { visits, host, close } = await countingServer();
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  const targets = [
    `http://${host}/`,
    'file:///etc/passwd',
    'data:text/html,x',
    'app://wizard/other.html',
    'app://else/',
  ];
  for (const target of targets) {
    for (const way of ['script', 'link', 'new window', 'form'] as const) {
      await leave(page, way, target);
      expect(page.url(), `${way} to ${target}`).toBe(ownPage);
      expect(await page.evaluate(() => 'isStillHere' in window), `${way} to ${target}`).toBe(true);
    }
  }
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(visits).toEqual([]);
  close();
});

test('a page that Chromium lets go to a blank page is brought back', async ({ page }) => {
  for (const target of ['about:blank', 'about:srcdoc']) {
    await page.evaluate((target) => {
      Object.assign(window, { isStillHere: true });
      setTimeout(() => location.assign(target));
    }, target);
    await expect.poll(() => page.evaluate(() => 'isStillHere' in window).catch(() => true)).toBe(false);
    await page.waitForURL(ownPage);
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
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [window.open('app://wizard/index.html'), window.open('about:blank'), window.confirm('?')];
  });
  expect(opened).toEqual([null, null, false]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await app.evaluate(({ app }) => Reflect.get(app, 'downloadPrevented') as unknown)).toBe(true);
});

test('every permission is denied', async ({ launch }) => {
  const { page } = await launch({ args: ['--use-fake-device-for-media-stream'] });
  const answers = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const errorName = (error: unknown) => (error instanceof Error ? error.name : String(error));
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      media: await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => 'given', errorName),
      position: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('denied'),
        ),
      ),
      clipboard: await navigator.clipboard.readText().then(() => 'given', errorName),
      screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'given', errorName),
    };
  });
  expect(answers).toEqual({
    states: ['denied'],
    notification: 'denied',
    media: 'NotAllowedError',
    position: 'denied',
    clipboard: 'NotAllowedError',
    screen: expect.stringMatching(/^(NotAllowedError|InvalidStateError|NotSupportedError)$/u),
  });
});
