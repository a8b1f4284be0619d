import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { walkThrough } from '../../build/practice-run/journey.mjs';
import type { StepId } from '../../core/steps.ts';
import { hostileStrings } from '../fakes/hostile-strings.ts';
import { expect, saveTo, test } from './app-fixture.ts';
import { identitiesIn } from './practice-state.ts';

const IDENTITY = `'; New-Item 'canary'; $(New-Item canary) "\u2019`;

/**
 * Puts each text into a field, as pasting does, and reads back what the page made of it. The browser itself drops line
 * breaks in a one-line field and trims a field for an e-mail. All in one call: thousands of calls would take minutes.
 */
function fillAll(field: Locator, texts: readonly string[]): Promise<readonly string[]> {
  return field.evaluate(async (element, all) => {
    const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    const setValue = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
    const changed: string[] = [];
    // A turn of the page's loop; a timer of no time would take four milliseconds.
    const { port1, port2 } = new MessageChannel();
    port1.start();
    const turn = () =>
      new Promise((resolve) => {
        port1.addEventListener('message', resolve, { once: true });
        port2.postMessage(null);
      });
    for (const text of all) {
      setValue?.call(element, text);
      element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: text }));
      await turn();
      const shown = 'value' in element ? String(element.value) : '';
      const comparable = (one: string) =>
        one.replace(element instanceof HTMLInputElement ? /[\r\n]/g : /\r/g, '').trim();
      if (comparable(shown) !== comparable(text))
        changed.push(`${JSON.stringify(text)} became ${JSON.stringify(shown)}`);
    }
    return changed;
  }, texts);
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
  await saveTo(launched.app, join(folder, 'report.html'));
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
