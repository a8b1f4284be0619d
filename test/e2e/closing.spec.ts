import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, type Page } from '@playwright/test';
import { confirmApply, walkThrough } from '../../build/practice-run/journey.mjs';
import { expect, type LaunchedApp, shown, test } from './app-fixture.ts';
import { identitiesIn } from './practice-state.ts';

/** Answers the window's question, which no test can reach, with one of its buttons, and counts how often it is asked. */
async function answerWith(app: ElectronApplication, button: string): Promise<void> {
  await app.evaluate(({ dialog, app }, button) => {
    Object.assign(app, { asked: 0 });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { buttons }: { buttons: string[] }) => {
        Object.assign(app, { asked: Number(Reflect.get(app, 'asked')) + 1 });
        return Promise.resolve({ response: buttons.indexOf(button), checkboxChecked: false });
      },
    });
  }, button);
}

/** Closes the window as its close button does. */
async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

/** Begins a run whose New-CsPublicProvider takes two seconds, and waits until it is at work on that. */
async function beginSlowRun(launch: (request: object) => Promise<LaunchedApp>, folder: string): Promise<LaunchedApp> {
  const faults = join(folder, 'faults.json');
  await writeFile(faults, JSON.stringify([{ cmdlet: 'New-CsPublicProvider', call: 1, kind: 'slow' }]));
  const launched = await launch({ args: ['--practice-faults', faults] });
  const { page } = launched;
  await walkThrough(page, () => Promise.resolve(), 'review');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await confirmApply(page);
  await expect.poll(() => isAtWorkOnNew(page), { intervals: [20] }).toBe(true);
  return launched;
}

/** True while the change that creates the provider is the one in hand. */
function isAtWorkOnNew(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    type Run = { value: { changes: { kind: string; result: string }[] } | null };
    const bridge = Reflect.get(window, 'federation') as { request: (name: string) => Promise<Run> };
    const { value } = await bridge.request('run.current');
    return value?.changes.some(({ kind, result }) => kind === 'new' && result === 'running') ?? false;
  });
}

test('closing during a run asks, and the run goes on when that is wanted', async ({ launch, folder }) => {
  const { app, page } = await beginSlowRun(launch, folder);
  await answerWith(app, 'Keep running');
  await closeWindow(app);
  await expect(shown(page, 'Everything was applied', { exact: true })).toBeVisible();
  expect(await app.evaluate(({ app }) => Reflect.get(app, 'asked') as unknown)).toBe(1);
});

test('a run that is cancelled for closing ends in an orderly way before the window closes', async ({
  launch,
  folder,
  practiceStatePath,
}) => {
  const { app } = await beginSlowRun(launch, folder);
  await answerWith(app, 'Cancel the run and close');
  const ended = once(app.process(), 'exit');
  await closeWindow(app);
  await ended;
  // The command in hand was let finish: the deployment is not left without either provider.
  const identities = await identitiesIn(practiceStatePath);
  expect(identities.includes('Skype') || identities.includes('Messenger')).toBe(true);
});

test('closing without a run asks nothing', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await answerWith(app, 'Keep running');
  const ended = once(app.process(), 'exit');
  await closeWindow(app);
  expect((await ended)[0]).toBe(0);
});
