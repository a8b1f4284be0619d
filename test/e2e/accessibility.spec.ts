import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHECK_PAGES, RETIRE_PAGES, confirmApply, walkThrough } from '../../build/practice-run/journey.mjs';
import { expect, saveTo, shown, test } from './app-fixture.ts';
import { violationsOf } from './axe.ts';
import { draftAt, launchAt, pagesFrom } from './arrival.ts';
import { expectFit, resize } from './fit.ts';
import { proveNothingLeft, proveProduct } from './product-proof.ts';
import { IN_WHOLE_SET } from './scope.ts';

/** Fills the External access page with all that it can show: a pilot, users found and typed, and a line with a problem. */
async function addPilot(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of a new policy' }).fill('SkypePilot');
  await page.getByRole('button', { name: 'Create policy' }).click();
  const list = page.getByRole('textbox', { name: 'SIP addresses of users' });
  await list.fill('kmyer@contoso.com\nno*');
  await list.press('Tab');
  await page.getByRole('list', { name: 'Lines that cannot be used' }).waitFor();
}

/** Fills Edge and domains with all that it can show: two Access Edges, an import with every kind of line, a selection. */
async function fillDomains(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add another Access Edge' }).click();
  await page.getByRole('textbox', { name: 'Access Edge FQDN 2' }).fill('edge.fabrikam.com');
  const list = page.getByRole('textbox', { name: 'Add domains' });
  await list.fill('@tailspintoys.com m\u00FCnchen.de p\u0430ypal.com bad_name.com');
  await list.press('Enter');
  await page.getByRole('button', { name: /^Show what was refused/u }).click();
  await page.getByRole('button', { name: /^Show what was mended/u }).click();
  await page.getByRole('grid').getByText('tailspintoys.com').click();
}

/** Leaves of that what the rest of the journey needs. */
async function clearDomains(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Remove Access Edge 2' }).click();
}

/** What follows setting up, in the same window. */
const OTHER_GOALS = [
  ['check', CHECK_PAGES],
  ['retire', RETIRE_PAGES],
] as const;

// Each walk is made on another product, of which it proves that the window sets it up.
for (const [colorScheme, product] of [
  ['light', 'lync2010'],
  ['dark', 'sfb2019'],
] as const) {
  test(
    `no page has an accessibility violation in ${colorScheme}, on ${product}`,
    IN_WHOLE_SET,
    async ({ launch, folder }, testInfo) => {
      const { app, page } = await launch({ colorScheme, args: ['--practice-profile', product] });
      await saveTo(app, join(folder, 'report.html'));
      const violations: string[] = [];
      const steps: string[] = [];
      await walkThrough(page, async (step) => {
        steps.push(step);
        await proveProduct(page, step, product, testInfo);
        if (step === 'external-access') {
          await addPilot(page);
          violations.push(...(await violationsOf(page, 'pilot')));
          await page.getByRole('combobox', { name: 'Find users' }).click();
          await page.getByRole('menuitemcheckbox').first().waitFor();
          violations.push(...(await violationsOf(page, 'picker')));
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: 'Remove no*' }).click();
        }
        if (step === 'edge-and-domains') {
          await fillDomains(page);
          violations.push(...(await violationsOf(page, 'domains')));
          await clearDomains(page);
        }
        if (step === 'confirmation') {
          await page.getByRole('button', { name: 'Record as sent' }).click();
          violations.push(...(await violationsOf(page, 'recording')));
          await page.getByRole('alertdialog').getByRole('button', { name: 'Record', exact: true }).click();
          await page.getByRole('table', { name: 'Log of the request' }).waitFor();
        }
        violations.push(...(await violationsOf(page, step)));
      });
      expect(steps).toHaveLength(14);
      await goTo(page, 'review');
      await proveNothingLeft(page, product, testInfo);
      for (const [goal, pages] of OTHER_GOALS) {
        await goTo(page, 'start');
        await walkThrough(
          page,
          async (step) => {
            violations.push(...(await violationsOf(page, `${goal} ${step}`)));
          },
          'report',
          pages,
        );
      }
      expect(violations).toEqual([]);
    },
  );
}

test(
  'no state of a run has an accessibility violation: asking, stopped, offered on Start, rolled back',
  IN_WHOLE_SET,
  async ({ launch, dataDir, folder }) => {
    const faults = join(folder, 'faults.json');
    await writeFile(faults, JSON.stringify([{ cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' }]));
    const { page } = await launchAt({ launch, dataDir }, draftAt('review'), { args: ['--practice-faults', faults] });
    await walkThrough(page, () => Promise.resolve(), 'review', pagesFrom('review'));
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: /^Apply \d+ changes$/u }).click();
    await page.getByRole('alertdialog').waitFor();
    const violations = [...(await violationsOf(page, 'asking'))];
    await page.getByRole('button', { name: 'Not yet' }).click();
    await confirmApply(page);
    await page.getByRole('list', { name: 'Rolling back' }).waitFor();
    violations.push(...(await violationsOf(page, 'stopped')));
    await page.getByRole('button', { name: /^Start\b/u }).click();
    await page.getByRole('list', { name: 'What became of each change' }).waitFor();
    await page.getByRole('button', { name: 'Let something go wrong' }).click();
    await page.getByRole('button', { name: 'Add fault' }).waitFor();
    violations.push(...(await violationsOf(page, 'offered on Start')));
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    violations.push(...(await violationsOf(page, 'asking to continue')));
    await page.getByRole('button', { name: 'Not yet' }).click();
    await page.getByRole('button', { name: 'Roll back', exact: true }).click();
    await page.getByRole('button', { name: 'Roll back now' }).click();
    await shown(page, 'The run was rolled back', { exact: true }).waitFor();
    violations.push(...(await violationsOf(page, 'rolled back')));
    expect(violations).toEqual([]);
  },
);

/** Goes back to a page, by the list of steps or what stands for it where there is no room. */
async function goTo(page: Page, step: 'start' | 'review'): Promise<void> {
  const select = page.getByRole('combobox', { name: 'Go to step' });
  if (await select.isVisible()) await select.selectOption(step);
  else await page.getByRole('button', { name: step === 'start' ? /^Start\b/u : /^Review\b/u }).click();
}

for (const [name, product, size, others] of [
  ['at its smallest size', 'lync2013-rtm', { width: 900, height: 640 }, []],
  ['at 200 % zoom', 'sfb2015', { width: 1100, height: 760, zoom: 2 }, OTHER_GOALS],
] as const) {
  test(
    `no page needs sideways scrolling ${name}, on ${product}`,
    IN_WHOLE_SET,
    async ({ launch, folder }, testInfo) => {
      const { app, page } = await launch({ args: ['--practice-profile', product] });
      await saveTo(app, join(folder, 'report.html'));
      await resize(app, size);
      await walkThrough(page, async (step) => {
        await expectFit(page, step);
        await proveProduct(page, step, product, testInfo);
      });
      await goTo(page, 'review');
      await proveNothingLeft(page, product, testInfo);
      for (const [, pages] of others) {
        await goTo(page, 'start');
        await walkThrough(page, (step) => expectFit(page, step), 'report', pages);
      }
    },
  );
}
