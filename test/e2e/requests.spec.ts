import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { LINKS } from '../../core/contract/links.ts';
import { expect, sharedTest as test } from './app-fixture.ts';
import { sendRequest } from './bridge.ts';
import { checkoutRoot } from './electron-app.ts';

const refused = { ok: false, failure: { kind: 'invalid-request' } };

test('requests that do not exist, or whose input is not as agreed, are refused and logged', async ({
  page,
  launched,
}) => {
  for (const name of ['no.such', 'constructor', '__proto__', 7, null])
    expect(await sendRequest(page, name)).toMatchObject(refused);
  const inputs: [string, unknown][] = [
    ['link.open', { link: 'https://example.com/' }],
    ['link.open', { link: '__proto__' }],
    ['deployment.connect', { deployment: '; Remove-Item' }],
    ['draft.save', { version: 2 }],
    ['plan.make', null],
  ];
  for (const [name, input] of inputs) expect(await sendRequest(page, name, input)).toMatchObject(refused);
  await expect.poll(() => launched.output().match(/Request refused:/gu)?.length).toBe(10);
});

test('a request of another window is refused, even from the same page and preload script', async ({
  launched: { app },
}) => {
  const answer = await openForeignWindow(
    app,
    'app://wizard/index.html',
    join(checkoutRoot, 'out', 'preload', 'preload.cjs'),
  );
  expect(answer).toMatchObject(refused);
});

function openForeignWindow(app: ElectronApplication, url: string, preload: string): Promise<unknown> {
  return app.evaluate(
    async ({ BrowserWindow }, [url, preload]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload } });
      await window.loadURL(url);
      const answer: unknown = await window.webContents.executeJavaScript('window.federation.request("app.describe")');
      window.destroy();
      return answer;
    },
    [url, preload] as const,
  );
}

test('only links of the list are opened, in the browser', async ({ page, launched: { app } }) => {
  await app.evaluate(({ shell, app }) => {
    const opened: string[] = [];
    Object.assign(app, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  expect(await sendRequest(page, 'link.open', { link: 'management-shell' })).toEqual({ ok: true, value: null });
  expect(await sendRequest(page, 'link.open', { link: 'file:///etc/passwd' })).toMatchObject(refused);
  expect(await app.evaluate(({ app }) => Reflect.get(app, 'opened') as unknown)).toEqual([LINKS['management-shell']]);
});
