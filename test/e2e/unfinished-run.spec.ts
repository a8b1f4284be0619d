import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { RETIRE_PAGES, confirmApply, walkThrough } from '../../build/practice-run/journey.mjs';
import { type AppFixtures, expect, shown, test } from './app-fixture.ts';
import { draftAt, launchAt, pagesFrom } from './arrival.ts';
import { violationsInSchemes } from './axe.ts';
import { stateIn } from './practice-state.ts';
import { setUpBefore } from './practised.ts';
import { IN_WHOLE_SET } from './scope.ts';

type Places = Pick<AppFixtures, 'launch' | 'folder' | 'dataDir' | 'practiceStatePath'>;

/** Retires a deployment, and kills program and shell while the second of two changes is being worked on. Then starts anew. */
async function startAfterKill({ launch, folder, dataDir, practiceStatePath }: Places): Promise<Page> {
  await setUpBefore(practiceStatePath);
  const faults = join(folder, 'faults.json');
  await writeFile(faults, JSON.stringify([{ cmdlet: 'Set-CsExternalAccessPolicy', call: 1, kind: 'hang' }]));
  const draft = draftAt('review', 'retire');
  const { app, page } = await launchAt({ launch, dataDir }, draft, { args: ['--practice-faults', faults] });
  await walkThrough(page, () => Promise.resolve(), 'review', pagesFrom('review', 'retire'));
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await confirmApply(page);
  await expect(shown(page, '1 of 2 done')).toBeVisible();
  await expect(shown(page, 'Running', { exact: true })).toBeVisible();
  const child = app.process();
  const ended = once(child, 'exit');
  // The whole group: a shell that hangs does not notice that its program is gone.
  process.kill(process.platform === 'win32' ? Number(child.pid) : -Number(child.pid), 'SIGKILL');
  await ended;
  const { page: next } = await launch();
  await next.getByRole('button', { name: 'Continue where you left' }).click();
  await expect(shown(next, /^The run of .* did not come to its end$/u).first()).toBeVisible();
  const changes = next.getByRole('list', { name: 'What became of each change' }).getByRole('listitem');
  await expect(changes).toHaveText([/Disable.*Done$/u, /stop communication.*Not done$/u]);
  return next;
}

test('a run that was killed in the middle is offered at the next start, and can be continued', async ({
  launch,
  folder,
  dataDir,
  practiceStatePath,
}) => {
  const page = await startAfterKill({ launch, folder, dataDir, practiceStatePath });
  const violations = [...(await violationsInSchemes(page, 'offered on Start'))];
  await page.getByRole('button', { name: /^Review/u }).click();
  await expect(shown(page, 'Decide about the unfinished run first', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Go to Start' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('alertdialog').locator('code')).toHaveText([
    /^Set-CsExternalAccessPolicy -Identity 'Global'/u,
  ]);
  violations.push(...(await violationsInSchemes(page, 'asking to continue')));
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: 'Continue the run' }).click();
  await expect(shown(page, 'Everything was applied', { exact: true })).toBeVisible();
  const { publicProviders, externalAccessPolicies } = await stateIn(practiceStatePath);
  expect(publicProviders.filter(({ Enabled }) => Enabled)).toEqual([]);
  expect(externalAccessPolicies.filter((policy) => policy['EnablePublicCloudAccess'] === true)).toEqual([]);
});

test(
  'a run that was killed in the middle can be rolled back, so that the deployment is as it was',
  IN_WHOLE_SET,
  async ({ launch, folder, dataDir, practiceStatePath }) => {
    const page = await startAfterKill({ launch, folder, dataDir, practiceStatePath });
    const stopped = await stateIn(practiceStatePath);
    await page.getByRole('button', { name: 'Roll back', exact: true }).click();
    await page.getByRole('button', { name: 'Roll back now' }).click();
    await expect(shown(page, 'The run was rolled back', { exact: true })).toBeVisible();
    expect(await stateIn(practiceStatePath)).toEqual({
      ...stopped,
      publicProviders: stopped.publicProviders.map((one) =>
        one.Identity === 'Skype' ? { ...one, Enabled: true } : one,
      ),
    });
  },
);

test(
  'a fault that was added on Start fails the run, and rolling back makes everything as it was',
  IN_WHOLE_SET,
  async ({ page, practiceStatePath }) => {
    await setUpBefore(practiceStatePath);
    const before = await stateIn(practiceStatePath);
    const reminder = shown(page, 'The practice deployment makes 1 fault on purpose', { exact: true });
    await walkThrough(
      page,
      async (step) => {
        if (step !== 'start') return;
        await page.getByRole('button', { name: 'Let something go wrong' }).click();
        await page.getByRole('combobox', { name: 'Cmdlet' }).selectOption('Set-CsExternalAccessPolicy');
        await page.getByRole('button', { name: 'Add fault' }).click();
        await expect(reminder).toBeVisible();
        await shown(page, 'The deployment has been read', { exact: true }).waitFor();
      },
      'review',
      RETIRE_PAGES,
    );
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(reminder).toBeVisible();
    await confirmApply(page);
    await expect(shown(page, 'It did not finish, and the deployment is changed', { exact: true })).toBeVisible();
    expect(await stateIn(practiceStatePath)).not.toEqual(before);
    await page.getByRole('button', { name: 'Roll back', exact: true }).click();
    await page.getByRole('button', { name: 'Roll back now' }).click();
    await expect(shown(page, 'The run was rolled back', { exact: true })).toBeVisible();
    expect(await stateIn(practiceStatePath)).toEqual(before);
  },
);
