import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { choosePractice, confirmApply, fillAgreement, walkThrough } from '../../build/practice-run/journey.mjs';
import { STEP_IDS } from '../../core/steps.ts';
import { type AppFixtures, expect, saveTo, sharedTest, shown, test } from './app-fixture.ts';
import { draftAt, launchAt, pagesFrom } from './arrival.ts';
import { violationsInSchemes } from './axe.ts';
import { expectFit, resize } from './fit.ts';
import { identitiesIn, stateIn } from './practice-state.ts';
import { SET_UP_STATE } from './practised.ts';
import { proveDraft, proveNothingLeft, proveProduct, proveSetUp } from './product-proof.ts';
import { IN_WHOLE_SET } from './scope.ts';

test(
  'the whole journey sets up Skype and saves a report, on lync2013-cu5 and in a large window',
  IN_WHOLE_SET,
  async ({ launched, page, folder, dataDir, practiceStatePath }, testInfo) => {
    const reportPath = join(folder, 'report.html');
    await saveTo(launched.app, reportPath);
    await resize(launched.app, { width: 1600, height: 1000 });
    const seen: string[] = [];
    await walkThrough(page, async (step) => {
      seen.push(step);
      await expectFit(page, step);
      await proveProduct(page, step, 'lync2013-cu5', testInfo);
      if (STEP_IDS.indexOf(step) > STEP_IDS.indexOf('edge-and-domains')) await proveDraft(dataDir, step);
    });
    expect(seen).toHaveLength(14);
    await proveSetUp(practiceStatePath, reportPath);
    expect(await stateIn(practiceStatePath)).toEqual(await stateIn(SET_UP_STATE));
    await page.getByRole('button', { name: /^Review\b/u }).click();
    await proveNothingLeft(page, 'lync2013-cu5', testInfo);
  },
);

sharedTest('Next says what is missing, and Back keeps what was typed', async ({ page }) => {
  await prepareOnly(page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Agreement' })).toBeFocused();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Agreement' })).toBeVisible();
  await expect(shown(page, /3 things are missing/u).first()).toBeVisible();
  await fillAgreement(page);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Agreement number' })).toHaveValue('V1234567');
});

/** The Start page of a script for a stated product, which asks no deployment for anything. */
async function prepareOnly(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Prepare only' }).click();
  await page.getByRole('combobox', { name: 'Product' }).selectOption({ label: 'Lync Server 2010' });
}

test(
  'a restart in the middle offers to continue at the same page, with what was typed',
  IN_WHOLE_SET,
  async ({ launch, dataDir }) => {
    const { page, close } = await launch();
    await prepareOnly(page);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await fillAgreement(page);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Typed just before the end');
    await expect.poll(() => readFile(join(dataDir, 'draft.json'), 'utf8')).toContain('Typed just before the end');
    await close();
    const second = await launch();
    await second.page.getByRole('button', { name: 'Continue where you left' }).click();
    await expect(second.page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
    await expect(second.page.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Typed just before the end');
  },
);

/** Comes to Apply on a practice deployment that will fail on purpose while the new provider is created. */
async function readyWithFault(
  { launch, dataDir, folder }: Pick<AppFixtures, 'launch' | 'dataDir' | 'folder'>,
  kind: string,
): Promise<Page> {
  const faults = join(folder, 'faults.json');
  await writeFile(faults, JSON.stringify([{ cmdlet: 'New-CsPublicProvider', call: 1, kind }]));
  const { page } = await launchAt({ launch, dataDir }, draftAt('review'), { args: ['--practice-faults', faults] });
  await walkThrough(page, () => Promise.resolve(), 'review', pagesFrom('review'));
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  return page;
}

test('the old provider is back when creating the new one fails, and rolling back makes everything as it was', async ({
  launch,
  dataDir,
  folder,
  practiceStatePath,
}) => {
  const page = await readyWithFault({ launch, dataDir, folder }, 'error');
  const untouched = await stateIn(practiceStatePath);
  await confirmApply(page);
  await expect(shown(page, 'It did not finish, and the deployment is changed', { exact: true })).toBeVisible();
  await expect(shown(page, 'Put back').first()).toBeVisible();
  const violations = [...(await violationsInSchemes(page, 'stopped'))];
  expect(await identitiesIn(practiceStatePath)).toEqual(['AOL', 'Messenger', 'Yahoo!']);
  expect(await stateIn(practiceStatePath)).not.toEqual(untouched);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back now' }).click();
  await expect(shown(page, 'The run was rolled back', { exact: true })).toBeVisible();
  expect(await stateIn(practiceStatePath)).toEqual(untouched);
  violations.push(...(await violationsInSchemes(page, 'rolled back')));
  expect(violations).toEqual([]);
});

test(
  'PowerShell killed in mid-run is said, and nothing is half-reported',
  IN_WHOLE_SET,
  async ({ launch, dataDir, folder, practiceStatePath }) => {
    const page = await readyWithFault({ launch, dataDir, folder }, 'kill');
    await confirmApply(page);
    await expect(shown(page, 'It did not finish, and the deployment is changed', { exact: true })).toBeVisible();
    await expect(shown(page, /PowerShell ended unexpectedly/u).first()).toBeVisible();
    await expect(shown(page, 'Everything was applied', { exact: true })).toHaveCount(0);
    expect(await identitiesIn(practiceStatePath)).toEqual(['AOL', 'Messenger', 'Yahoo!']);
  },
);

test('without PowerShell the Start page says where it was looked for, and offers to prepare a script', async ({
  launch,
  folder,
}) => {
  const missing = join(folder, 'no-powershell');
  const { page } = await launch({ env: { SKYPE_FEDERATION_POWERSHELL: missing } });
  await page.getByRole('radio', { name: 'Practice deployment' }).click();
  await expect(shown(page, 'PowerShell was not found.', { exact: true })).toBeVisible();
  await expect(shown(page, missing).first()).toBeVisible();
  await page.getByRole('button', { name: 'Prepare only' }).click();
  await expect(page.getByRole('radio', { name: 'Prepare only' })).toBeChecked();
});

test(
  'without the management shell the Start page says what was searched, and offers practice',
  IN_WHOLE_SET,
  async ({ page }) => {
    await page.getByRole('radio', { name: "This computer's management shell" }).click();
    await expect(shown(page, 'The management shell was not found.', { exact: true })).toBeVisible();
    await expect(shown(page, /SkypeForBusiness/u).first()).toBeVisible();
    await page.getByRole('button', { name: 'Use the practice deployment' }).click();
    await choosePractice(page);
  },
);
