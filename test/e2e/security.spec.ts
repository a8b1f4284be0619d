import { APP_PAGE, SECURITY_HEADERS } from '../../electron/window/app-scheme.ts';
import { expect, sharedTest as test } from './app-fixture.ts';
import { countingServer } from './counting-server.ts';

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
  const evaluated = await page.evaluate(async () => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    // By the policy that comes with the page; the page's own one says the same once more.
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, originalPolicy }) => {
      if (originalPolicy.includes('frame-ancestors')) seen.push(effectiveDirective);
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true;';
    document.body.append(inline);
    const image = document.createElement('img');
    // The attribute's handler would be called before this one.
    image.setAttribute('onerror', 'window.ranHandler = true');
    image.addEventListener('error', () => seen.push('image is not there'));
    image.setAttribute('src', 'app://wizard/none.png');
    document.body.append(image);
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:window.ranAddress = true');
    document.body.append(link);
    link.click();
    const evaluate = (): unknown => {
      try {
        const made: unknown = Reflect.construct(Function, ['return true']);
        return typeof made === 'function' ? Reflect.apply(made, undefined, []) : made;
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    // Outside of this evaluation, which the debugger exempts from the policy.
    return new Promise((resolve) => {
      setTimeout(() => resolve(evaluate()));
    });
  });
  expect(evaluated).toBe('EvalError');
  // Each of them is either refused, which is told, or has run.
  await expect
    .poll(() => page.evaluate(() => (Reflect.get(window, 'seen') as string[]).toSorted()))
    .toEqual(['image is not there', 'script-src', 'script-src-attr', 'script-src-elem', 'script-src-elem']);
  const ran = await page.evaluate(() => ['ranInline', 'ranHandler', 'ranAddress'].filter((name) => name in window));
  expect(ran).toEqual([]);
});

test('nothing is fetched from anywhere else, by the page or by its session', async ({ page, launched: { app } }) => {
  const { visits, host, visit, close } = await countingServer();
  const answers = await page.evaluate(async (host) => {
    const refused = new Set<string>();
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      const { pathname } = new URL(blockedURI);
      // Of what would be a frame, only the server is told.
      refused.add(pathname === '/' ? effectiveDirective : pathname.slice(1));
    });
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
        Object.assign(new WebSocket(`ws://${host}/socket`), {
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
    return Promise.all([fetched, socket]);
  }, host);
  expect(answers).toEqual(['refused', 'refused']);
  // Everything else that is fetched when it is named has been refused too; the others come with what asks for them.
  await expect
    .poll(() => page.evaluate(() => [...(Reflect.get(window, 'refused') as Set<string>)].toSorted()))
    .toEqual(REFUSED);
  // The second wall stands without the page's policy.
  const bySession = await app.evaluate(
    ({ session }, url) => session.defaultSession.fetch(url).then(String, (error: Error) => error.message),
    `http://${host}/session`,
  );
  expect(bySession).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(await page.evaluate(() => 'loadedFromElsewhere' in window)).toBe(false);
  await visit('/last');
  expect(visits).toEqual(['/last']);
  close();
});

const REFUSED = [
  'beacon',
  'fetch',
  'frame-src',
  'icon',
  'img',
  'modulepreload',
  'object-src',
  'prefetch',
  'preload',
  'script',
  'socket',
  'stylesheet',
  'video',
];

test('the app scheme serves no file outside of the pages', async ({ launched: { app } }) => {
  const statuses = await app.evaluate(
    ({ session }, urls) =>
      Promise.all(
        urls.map(
          async (url) => (await session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false })).status,
        ),
      ),
    [APP_PAGE, 'app://wizard/..%2fmain%2fmain.js', 'app://wizard/../../package.json', 'app://elsewhere/index.html'],
  );
  expect(statuses).toEqual([200, 404, 404, 404]);
});

test('the page comes with its policy, whatever it says of itself', async ({ launched: { app } }) => {
  const headers = await app.evaluate(
    async ({ session }, url) =>
      Object.fromEntries((await session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false })).headers),
    APP_PAGE,
  );
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
});

test('every permission is denied', async ({ page }) => {
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
