import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication } from '@playwright/test';
import { confirmApply, walkThrough } from '../../build/practice-run/journey.mjs';
import { type AppFixtures, expect, shown, test } from './app-fixture.ts';
import { draftAt, launchAt, pagesFrom } from './arrival.ts';
import type { LaunchedApp } from './electron-app.ts';
import { identitiesIn } from './practice-state.ts';
import { IN_WHOLE_SET } from './scope.ts';

/** Takes the place of the window's question, which no test can reach: counts how often it is asked, and waits for `answer`. */
async function holdQuestion(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog, app }) => {
    Object.assign(app, { asked: 0 });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { buttons }: { buttons: string[] }) => {
        Object.assign(app, { asked: Number(Reflect.get(app, 'asked')) + 1 });
        return new Promise((resolve) => {
          const answer = (button: string) => resolve({ response: buttons.indexOf(button), checkboxChecked: false });
          Object.assign(app, { answer });
        });
      },
    });
  });
}

/** How often the question was asked. */
function asked(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(({ app }) => Reflect.get(app, 'asked') as unknown);
}

/** Answers the question with one of its buttons. */
async function answer(app: ElectronApplication, button: string): Promise<void> {
  await app.evaluate(({ app }, button) => (Reflect.get(app, 'answer') as (button: string) => void)(button), button);
}

/** Closes the window as its close button does. */
async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

/**
 * Closes the window, as its close button does, in the very moment in which the page is told that the new provider is
 * being created: however slow the computer is, the run is not over then.
 */
async function closeDuringNew(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    const { webContents } = window;
    const send = webContents.send.bind(webContents);
    const isAtWorkOnNew = (told: unknown) =>
      (told as { changes?: { kind: string; result: string }[] } | null)?.changes?.some(
        ({ kind, result }) => kind === 'new' && result === 'running',
      ) ?? false;
    webContents.send = (channel, ...message: unknown[]) => {
      send(channel, ...message);
      if (!message.some(isAtWorkOnNew)) return;
      webContents.send = send;
      window.close();
    };
  });
}

/** Applies the changes, of which New-CsPublicProvider takes two seconds, and closes the window meanwhile. */
async function closeDuringRun({
  launch,
  dataDir,
  folder,
}: Pick<AppFixtures, 'launch' | 'dataDir' | 'folder'>): Promise<LaunchedApp> {
  const faults = join(folder, 'faults.json');
  await writeFile(faults, JSON.stringify([{ cmdlet: 'New-CsPublicProvider', call: 1, kind: 'slow' }]));
  const launched = await launchAt({ launch, dataDir }, draftAt('review'), { args: ['--practice-faults', faults] });
  const { app, page } = launched;
  await walkThrough(page, () => Promise.resolve(), 'review', pagesFrom('review'));
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await holdQuestion(app);
  await closeDuringNew(app);
  await confirmApply(page);
  await expect.poll(() => asked(app)).toBe(1);
  return launched;
}

test(
  'closing during a run asks, and the run goes on when that is wanted',
  IN_WHOLE_SET,
  async ({ launch, dataDir, folder }) => {
    const { app, page } = await closeDuringRun({ launch, dataDir, folder });
    await answer(app, 'Keep running');
    await expect(shown(page, 'Everything was applied', { exact: true })).toBeVisible();
    expect(await asked(app)).toBe(1);
  },
);

test(
  'a run that is cancelled for closing ends in an orderly way before the window closes',
  IN_WHOLE_SET,
  async ({ launch, dataDir, folder, practiceStatePath }) => {
    const { app } = await closeDuringRun({ launch, dataDir, folder });
    // Where the practice deployment counts the calls that its faults are about: the command is in PowerShell's hand.
    await expect
      .poll(() => readFile(`${practiceStatePath}.calls`, 'utf8').catch(() => ''))
      .toContain('New-CsPublicProvider');
    const ended = once(app.process(), 'exit');
    await answer(app, 'Cancel the run and close');
    await ended;
    // It was let finish: the deployment is not left without either provider.
    const identities = await identitiesIn(practiceStatePath);
    expect(identities.includes('Skype') || identities.includes('Messenger')).toBe(true);
  },
);

test('closing without a run asks nothing', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await holdQuestion(app);
  const ended = once(app.process(), 'exit');
  await closeWindow(app);
  expect((await ended)[0]).toBe(0);
});
