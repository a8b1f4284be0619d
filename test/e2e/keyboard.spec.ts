import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PAGES } from '../../build/practice-run/journey.mjs';
import type { StepId } from '../../core/steps.ts';
import { expect, saveTo, shown, test } from './app-fixture.ts';
import { violationsInSchemes } from './axe.ts';
import { expectFit, resize } from './fit.ts';
import { proveNothingLeft, proveProduct, proveSetUp } from './product-proof.ts';

const MOST_TABS = 80;

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus did not reach ${String(target)} within ${MOST_TABS} presses of Tab.`);
}

async function press(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Chooses one of a group of radio buttons: Tab reaches the group, the arrows move in it. */
async function choose(page: Page, target: Locator): Promise<void> {
  const first = page.getByRole('radiogroup').filter({ has: target }).getByRole('radio').first();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 6 && !(await target.isChecked()); presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(target).toBeChecked();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Looks at what is shown, for what somebody could not perceive. */
type Look = (where: string) => Promise<void>;

const BY_KEYBOARD: Partial<Record<StepId, (page: Page, look: Look) => Promise<void>>> = {
  start: async (page) => {
    await choose(page, page.getByRole('radio', { name: 'Practice deployment' }));
    await shown(page, 'The deployment has been read', { exact: true }).waitFor();
  },
  agreement: async (page) => {
    await choose(page, page.getByRole('radio', { name: 'Volume Licensing' }));
    await type(page, page.getByRole('textbox', { name: 'Agreement number' }), 'V1234567');
    await press(page, page.getByRole('checkbox'), 'Space');
  },
  contacts: async (page) => {
    for (const [group, name] of [
      ['Primary contact', 'admin'],
      ['Alternate contact', 'backup'],
    ]) {
      const fields = page.getByRole('group', { name: group ?? '' });
      await type(page, fields.getByRole('textbox', { name: 'Name' }), name ?? '');
      await type(page, fields.getByRole('textbox', { name: 'E-mail' }), `${name}@contoso.com`);
    }
  },
  'edge-and-domains': async (page) => {
    await type(page, page.getByRole('textbox', { name: 'Add domains' }), 'tailspintoys.com');
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid', { name: 'SIP domains of the request' });
    await expect(grid.getByText('tailspintoys.com')).toBeVisible();
    await tabTo(page, grid);
    for (const key of ['End', 'Space', 'Delete']) await page.keyboard.press(key);
    await expect(grid.getByText('tailspintoys.com')).toHaveCount(0);
  },
  confirmation: async (page, look) => {
    await press(page, button(page, 'Record as sent'), 'Enter');
    await look('recording');
    await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Record', exact: true }), 'Enter');
    await page.getByRole('table', { name: 'Log of the request' }).waitFor();
  },
  'external-access': async (page, look) => {
    await type(page, page.getByRole('textbox', { name: 'Name of a new policy' }), 'SkypePilot');
    await page.keyboard.press('Enter');
    await type(page, page.getByRole('combobox', { name: 'Find users' }), 'ken myer');
    await page.getByRole('menuitemcheckbox', { name: /Ken Myer/u }).waitFor();
    await look('picker');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'SIP addresses of users' })).toHaveValue('kmyer@contoso.com');
  },
  review: (page) => page.getByRole('heading', { name: 'Changes', exact: true }).waitFor(),
  apply: async (page, look) => {
    await press(page, button(page, /^Apply \d+ changes$/u), 'Enter');
    const question = page.getByRole('alertdialog');
    await look('asking');
    await type(page, question.getByRole('textbox', { name: 'Type the name Messenger' }), 'Messenger');
    await press(page, question.getByRole('button', { name: 'Apply', exact: true }), 'Enter');
    await shown(page, 'Everything was applied', { exact: true }).waitFor();
  },
  verify: (page) => shown(page, 'Everything is as you asked for', { exact: true }).waitFor(),
  report: async (page) => {
    await press(page, button(page, 'Save report'), 'Enter');
    await page.getByRole('group', { name: 'Saved' }).waitFor();
  },
};

/** On a page of 900 by 640, the smallest there is. */
test('the whole flow works by keyboard alone, and each page moves the focus to its heading, fits and is accessible', async ({
  launched: { app },
  page,
  folder,
  practiceStatePath,
}, testInfo) => {
  const reportPath = join(folder, 'report.html');
  await saveTo(app, reportPath);
  await resize(app, { width: 900, height: 640 });
  const violations: string[] = [];
  const look: Look = async (where) => void violations.push(...(await violationsInSchemes(page, where)));
  for (const { step, heading } of PAGES) {
    const title = page.getByRole('heading', { level: 1, name: heading, exact: true });
    await title.waitFor();
    if (step !== 'start') await expect(title).toBeFocused();
    await BY_KEYBOARD[step]?.(page, look);
    await look(step);
    await expectFit(page, step);
    await proveProduct(page, step, 'lync2013-cu5', testInfo);
    if (step !== 'report') await press(page, button(page, 'Next'), 'Enter');
  }
  expect(violations).toEqual([]);
  await proveSetUp(practiceStatePath, reportPath);
  await page.getByRole('button', { name: /^Review\b/u }).click();
  await proveNothingLeft(page, 'lync2013-cu5', testInfo);
});
