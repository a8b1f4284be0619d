import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readCsv } from '../../core/formats/csv.ts';
import { type AppFixtures, expect, saveTo, sharedTest as test, shown } from './app-fixture.ts';
import { arriveAt, preparedDraftAt } from './arrival.ts';
import { inScheme, violationsInSchemes, violationsOf } from './axe.ts';
import { IN_WHOLE_SET } from './scope.ts';

// The screen has one clipboard, and two of these tests look into it: one after the other.
test.describe.configure({ mode: 'default' });
test.beforeEach(({ page, dataDir }) => arriveAt(page, dataDir, preparedDraftAt('add-contacts')));

async function peopleFile(folder: AppFixtures['folder'], count: number): Promise<string> {
  const path = join(folder, 'people.csv');
  const people = Array.from({ length: count }, (_, index) => `Person ${index};user${index}+skype@contoso.com;=1+1`);
  await writeFile(path, ['Name;E-mail;Note', ...people, 'Eve;eve.skype;'].join('\n'));
  return path;
}

async function openFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a CSV file' }).click();
  await (await chooser).setFiles(path);
}

test('a CSV file of 2,000 contacts is converted, and saved with every address exact and no formula', async ({
  launched,
  page,
  folder,
}) => {
  const savedPath = join(folder, 'contacts.csv');
  await saveTo(launched.app, savedPath);
  await openFile(page, await peopleFile(folder, 2000));
  await expect(shown(page, '2,000 ready, 1 cannot be used')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Show only the 1 to look at' }).check();
  await expect(shown(page, /A Skype name cannot be added/u)).toBeVisible();
  await page.getByRole('button', { name: 'Copy all' }).click();
  await expect
    .poll(() => launched.app.evaluate(async ({ clipboard }) => (await clipboard.readText()).split('\n').length))
    .toBe(2000);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(shown(page, `Saved to ${savedPath}`, { exact: true })).toBeVisible();
  const text = await readFile(savedPath, 'utf8');
  expect(text).not.toMatch(/(?:^|;)"?=/mu);
  const table = readCsv(text);
  const rows = table.ok ? table.value.rows : [];
  expect(rows).toHaveLength(2002);
  expect(rows[1]?.slice(0, 4)).toEqual([
    'Person 0',
    'user0+skype@contoso.com',
    '=1+1',
    'user0+skype(contoso.com)@msn.com',
  ]);
});

test('the hand-out is saved as a page that loads nothing, and as text', async ({ launched, page, folder }) => {
  const pagePath = join(folder, 'hand-out.html');
  await saveTo(launched.app, pagePath);
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('button', { name: 'Save the hand-out' }).click();
  await expect(shown(page, `Saved to ${pagePath}`, { exact: true })).toBeVisible();
  const saved = await readFile(pagePath, 'utf8');
  expect(saved).toContain('<html lang="de">');
  expect(saved).toContain('<h1>Einen Skype-Kontakt in Lync oder Skype for Business hinzufügen</h1>');
  expect(saved).not.toMatch(/<script|<link|<img|src=|href=/u);
  const textPath = join(folder, 'hand-out.txt');
  await saveTo(launched.app, textPath);
  await page.getByRole('button', { name: 'Save the hand-out' }).click();
  await expect(shown(page, `Saved to ${textPath}`, { exact: true })).toBeVisible();
  expect(await readFile(textPath, 'utf8')).toMatch(/^Einen Skype-Kontakt/u);
});

/** Brings the page into each of its states, and looks at it there. */
async function violationsOfStates(page: Page, folder: string, look: typeof violationsOf): Promise<readonly string[]> {
  const violations = [...(await look(page, 'empty'))];
  const broken = join(folder, 'broken.csv');
  await writeFile(broken, 'a\n"b');
  await openFile(page, broken);
  await shown(page, /is never closed/u).waitFor();
  violations.push(...(await look(page, 'a file that cannot be read')));
  await openFile(page, await peopleFile(folder, 3));
  await shown(page, '3 ready, 1 cannot be used').waitFor();
  await page.getByRole('button', { name: /^Microsoft's own domains/u }).click();
  await page.getByRole('textbox', { name: "Microsoft's own domains" }).fill('msn.com, live');
  await shown(page, 'Not a domain name: live.').waitFor();
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  violations.push(...(await look(page, 'a list')));
  return violations;
}

test(
  'every state of the page is accessible, and its colors in the dark too',
  IN_WHOLE_SET,
  async ({ page, folder }) => {
    expect(await violationsOfStates(page, folder, violationsInSchemes)).toEqual([]);
  },
);

test('every state of the page is accessible in dark', IN_WHOLE_SET, async ({ page, folder }) => {
  await inScheme(page, 'dark');
  expect(await violationsOfStates(page, folder, violationsOf)).toEqual([]);
});

test('a list is converted and copied by keyboard alone', IN_WHOLE_SET, async ({ launched, page }) => {
  await tabTo(page, 'E-mail addresses');
  await page.keyboard.type('bob@contoso.com');
  await shown(page, '1 ready', { exact: true }).waitFor();
  await tabTo(page, 'Copy bob(contoso.com)@msn.com');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => launched.app.evaluate(async ({ clipboard }) => await clipboard.readText()))
    .toBe('bob(contoso.com)@msn.com');
});

/** Presses Tab until the text field or button of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('textbox', { name }).or(page.getByRole('button', { name, exact: true }));
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus did not reach ${name}.`);
}
