import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { walkThrough } from '../../build/practice-run/journey.mjs';
import { expect, saveTo, shown, test } from './app-fixture.ts';
import { draftAt, launchAt, pagesFrom } from './arrival.ts';
import { violationsInSchemes } from './axe.ts';
import { stateIn } from './practice-state.ts';
import { setUpBefore } from './practised.ts';
import { IN_WHOLE_SET } from './scope.ts';

test('a check shows what differs, proves that it only read, and leaves the deployment byte for byte as it was', async ({
  launch,
  folder,
  dataDir,
  practiceStatePath,
}) => {
  await setUpBefore(practiceStatePath, { enabled: false });
  const before = await readFile(practiceStatePath);
  const { app, page } = await launchAt({ launch, dataDir }, draftAt('verify', 'check'));
  const reportPath = join(folder, 'report.html');
  await saveTo(app, reportPath);
  await walkThrough(page, () => Promise.resolve(), 'verify', pagesFrom('verify', 'check'));
  await expect(page.getByRole('heading', { name: '1 difference' })).toBeVisible();
  const skype = page.getByRole('table', { name: 'What differs: Public provider "Skype"' });
  await expect(skype.getByRole('row').nth(1)).toHaveText(/Enabled.*True.*False/u);
  const proof = shown(page, /has run \d+ cmdlets that read and 0 that change something/u);
  await expect(proof).toBeVisible();
  const violations = [...(await violationsInSchemes(page, 'check'))];
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(proof).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'Save report' }).click();
  await page.getByRole('group', { name: 'Saved' }).waitFor();
  violations.push(...(await violationsInSchemes(page, 'report')));
  expect(violations).toEqual([]);
  expect(await readFile(reportPath, 'utf8')).toContain('Proof that this only read');
  expect(await readFile(practiceStatePath)).toEqual(before);
});

test(
  'retiring leaves no public provider enabled and federation as it was, and the run can be taken back',
  IN_WHOLE_SET,
  async ({ launch, folder, dataDir, practiceStatePath }) => {
    await setUpBefore(practiceStatePath);
    const before = await stateIn(practiceStatePath);
    const { app, page } = await launchAt({ launch, dataDir }, draftAt('retire', 'retire'));
    await saveTo(app, join(folder, 'report.html'));
    const violations: string[] = [];
    await walkThrough(
      page,
      async (step) => void violations.push(...(await violationsInSchemes(page, step))),
      'report',
      pagesFrom('retire', 'retire'),
    );
    expect(violations).toEqual([]);
    const retired = await stateIn(practiceStatePath);
    expect(retired.publicProviders.filter(({ Enabled }) => Enabled)).toEqual([]);
    expect(retired.externalAccessPolicies.filter((policy) => policy['EnablePublicCloudAccess'] === true)).toEqual([]);
    expect(retired.accessEdgeConfiguration).toEqual(before.accessEdgeConfiguration);
    expect(before.accessEdgeConfiguration['AllowFederatedUsers']).toBe(true);

    await page
      .getByRole('button', { name: /^Take back the run of/u })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(shown(page, 'The run was rolled back', { exact: true })).toBeVisible();
    expect(await stateIn(practiceStatePath)).toEqual(before);
  },
);

test(
  'the practice deployment can be another product, each with a state of its own, and be started afresh',
  IN_WHOLE_SET,
  async ({ page }) => {
    await page.getByRole('radio', { name: 'Practice deployment' }).click();
    const isRead = shown(page, 'The deployment has been read', { exact: true });
    await isRead.waitFor();
    await page.getByRole('combobox', { name: 'Behaves as' }).selectOption('sfb2019');
    await expect(shown(page, 'Skype for Business Server 2019').first()).toBeVisible();
    await isRead.waitFor();
    await page.getByRole('button', { name: 'Start it afresh' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Start afresh' }).click();
    await isRead.waitFor();
    await expect(shown(page, /^3 public providers/u)).toBeVisible();
  },
);
