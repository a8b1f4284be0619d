import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { walkThrough } from '../../build/practice-run/journey.mjs';
import type { StepId } from '../../core/wizard.ts';
import { hostileStrings } from '../fakes/hostile-strings.ts';
import { expect, test } from './app-fixture.ts';
import { identitiesIn } from './practice-state.ts';

const IDENTITY = `'; New-Item 'canary'; $(New-Item canary) "\u2019`;

/** Puts each text into a field and reads it back; a one-line field drops line breaks, as every browser does. */
async function fillAll(field: Locator, texts: readonly string[]): Promise<readonly string[]> {
  const isOneLine = await field.evaluate((element) => element instanceof HTMLInputElement);
  const changed: string[] = [];
  for (const text of texts) {
    await field.fill(text);
    const expected = isOneLine ? text.replace(/[\r\n]/gu, '') : text.replace(/\r\n?/gu, '\n');
    if ((await field.inputValue()) !== expected) changed.push(JSON.stringify(text));
  }
  return changed;
}

async function fillEveryField(page: Page, texts: readonly string[]): Promise<number> {
  const fields = await page.getByRole('textbox').all();
  for (const field of fields) {
    const before = await field.inputValue();
    expect(await fillAll(field, texts)).toEqual([]);
    await field.fill(before);
  }
  return fields.length;
}

test('hostile texts go through every text field, nothing of them runs, and an accepted one arrives unchanged', async ({
  launched,
  page,
  folder,
  practiceStatePath,
}) => {
  test.setTimeout(240_000);
  const canary = join(folder, 'canary');
  const texts = hostileStrings(canary).filter((text) => text.length < 2000 && !/\p{Surrogate}/u.test(text));
  expect(texts.length).toBeGreaterThan(200);
  const problems: string[] = [];
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  page.on('pageerror', (error) => problems.push(error.message));
  await launched.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    join(folder, 'report.html'),
  );
  const fieldsOf: Partial<Record<StepId, number>> = {};
  await walkThrough(page, async (step) => {
    if (step === 'public-provider') await page.getByRole('button', { name: 'More settings' }).click();
    fieldsOf[step] = await fillEveryField(page, texts);
    if (step === 'public-provider') await page.getByRole('textbox', { name: 'Identity' }).fill(IDENTITY);
  });
  expect(fieldsOf).toMatchObject({
    agreement: 1,
    contacts: 6,
    'edge-and-domains': 2,
    'public-provider': 5,
    'add-contacts': 1,
  });
  expect(await identitiesIn(practiceStatePath)).toContain(IDENTITY);
  expect(problems).toEqual([]);
  expect(existsSync(canary)).toBe(false);
});
