import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { choosePractice, confirmApply, fillAgreement, walkThrough } from '../../build/practice-run/journey.mjs';
import { type AppFixtures, expect, saveTo, shown, test } from './app-fixture.ts';
import { expectFit, resize } from './fit.ts';
import { identitiesIn, providersIn, stateIn } from './practice-state.ts';
import { proveNothingLeft, proveProduct } from './product-proof.ts';

test('the whole journey sets up Skype and saves a report, on lync2013-cu5 and in a large window', async ({
  launched,
  page,
  folder,
  practiceStatePath,
}, testInfo) => {
  const reportPath = join(folder, 'report.html');
  await saveTo(launched.app, reportPath);
  await resize(launched.app, { width: 1600, height: 1000 });
  const seen: string[] = [];
  await walkThrough(page, async (step) => {
    seen.push(step);
    await expectFit(page, step);
    await proveProduct(page, step, 'lync2013-cu5', testInfo);
  });
  expect(seen).toHaveLength(14);
  expect(await providersIn(practiceStatePath)).toContainEqual(
    expect.objectContaining({ Identity: 'Skype', Enabled: true }),
  );
  expect(await identitiesIn(practiceStatePath)).not.toContain('Messenger');
  const report = await readFile(reportPath, 'utf8');
  expect(report).toContain('The deployment is as wanted.');
  expect(report).toMatch(/Identity\s+: Skype/u);
  expect(report).not.toContain('<script');
  await page.getByRole('button', { name: /^Review\b/u }).click();
  await proveNothingLeft(page, 'lync2013-cu5', testInfo);
});

test('Next says what is missing, and Back keeps what was typed', async ({ page }) => {
  await walkThrough(page, () => Promise.resolve(), 'start');
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

test('a restart in the middle offers to continue at the same page, with what was typed', async ({ launch }) => {
  const first = await launch();
  await walkThrough(first.page, () => Promise.resolve(), 'agreement');
  await first.page.getByRole('button', { name: 'Next', exact: true }).click();
  await first.page.getByRole('textbox', { name: 'Name' }).first().fill('Typed just before the end');
  await first.page.waitForTimeout(1500);
  await first.close();
  const second = await launch();
  await second.page.getByRole('button', { name: 'Continue where you left' }).click();
  await expect(second.page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expect(second.page.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Typed just before the end');
});

/** Comes to Apply on a practice deployment that will fail on purpose while the new provider is created. */
async function readyWithFault(launch: AppFixtures['launch'], folder: string, kind: string): Promise<Page> {
  const faults = join(folder, 'faults.json');
  await writeFile(faults, JSON.stringify([{ cmdlet: 'New-CsPublicProvider', call: 1, kind }]));
  const { page } = await launch({ args: ['--practice-faults', faults] });
  await walkThrough(page, () => Promise.resolve(), 'review');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  return page;
}

test('the old provider is back when creating the new one fails, and rolling back makes everything as it was', async ({
  launch,
  folder,
  practiceStatePath,
}) => {
  const page = await readyWithFault(launch, folder, 'error');
  const untouched = await stateIn(practiceStatePath);
  await confirmApply(page);
  await expect(shown(page, 'It did not finish, and the deployment is changed', { exact: true })).toBeVisible();
  await expect(shown(page, 'Put back').first()).toBeVisible();
  expect(await identitiesIn(practiceStatePath)).toEqual(['AOL', 'Messenger', 'Yahoo!']);
  expect(await stateIn(practiceStatePath)).not.toEqual(untouched);
  await page.getByRole('button', { name: 'Roll back', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back now' }).click();
  await expect(shown(page, 'The run was rolled back', { exact: true })).toBeVisible();
  expect(await stateIn(practiceStatePath)).toEqual(untouched);
});

test('PowerShell killed in mid-run is said, and nothing is half-reported', async ({
  launch,
  folder,
  practiceStatePath,
}) => {
  const page = await readyWithFault(launch, folder, 'kill');
  await confirmApply(page);
  await expect(shown(page, 'It did not finish, and the deployment is changed', { exact: true })).toBeVisible();
  await expect(shown(page, /PowerShell ended unexpectedly/u).first()).toBeVisible();
  await expect(shown(page, 'Everything was applied', { exact: true })).toHaveCount(0);
  expect(await identitiesIn(practiceStatePath)).toEqual(['AOL', 'Messenger', 'Yahoo!']);
});

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

test('without the management shell the Start page says what was searched, and offers practice', async ({ page }) => {
  await page.getByRole('radio', { name: "This computer's management shell" }).click();
  await expect(shown(page, 'The management shell was not found.', { exact: true })).toBeVisible();
  await expect(shown(page, /SkypeForBusiness/u).first()).toBeVisible();
  await page.getByRole('button', { name: 'Use the practice deployment' }).click();
  await choosePractice(page);
});
