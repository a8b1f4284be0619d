import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PAGES, walkThrough } from '../../build/practice-run/journey.mjs';
import { plainLiteral } from '../../core/deployment/command-text.ts';
import type { StepId } from '../../core/steps.ts';
import { hostileStrings } from '../fakes/hostile-strings.ts';
import { expect, saveTo, sharedTest, shown, test } from './app-fixture.ts';
import { arriveAt, draftAt, launchAt, pagesFrom, preparedDraftAt } from './arrival.ts';
import { identitiesIn } from './practice-state.ts';
import { IN_WHOLE_SET } from './scope.ts';

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

/** How the ways out of a text begin: by quotes, brackets, lines, marks, PowerShell's and our own words, and by looks. */
const CLASSES: readonly string[] = [
  "'; ",
  '"; ',
  '\u2019; ',
  '\u201c; ',
  '$(',
  '@{',
  '&{',
  "'@\n",
  '\n',
  '\r\n',
  '\u2028',
  '\u0000;',
  '`\n',
  '<#',
  '--% ',
  '-Identity:',
  '<<FEDERATION',
  '\\"}',
  '\u202e[',
  '<script>',
];

/** All hostile texts that a page can hold. */
function textsOfPages(canary: string): readonly string[] {
  const all = hostileStrings(canary).filter((text) => text.length < 2000 && !/\p{Surrogate}/u.test(text));
  expect(all.length).toBeGreaterThan(200);
  return all;
}

/** One of each class; the core is tested with all of them, and many more. */
function oneOfEachClass(canary: string): readonly string[] {
  const all = textsOfPages(canary);
  const chosen = CLASSES.map((one) => all.find((text) => text.startsWith(one)) ?? '');
  expect(new Set(chosen).size).toBe(CLASSES.length);
  return chosen;
}

/** The pages that are filled in, which can be opened in any order once they have been reached. */
const FORM_PAGES = PAGES.slice(
  1,
  PAGES.findIndex(({ step }) => step === 'review'),
);

/** Every text field of those pages is given every text; how many fields each page has. Ends on Public provider. */
async function fillFormPages(page: Page, texts: readonly string[]): Promise<Partial<Record<StepId, number>>> {
  const fieldsOf: Partial<Record<StepId, number>> = {};
  for (const { step, heading } of FORM_PAGES) {
    await page.getByRole('button', { name: new RegExp(`^${heading}\\b`, 'u') }).click();
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    if (step === 'public-provider') await page.getByRole('button', { name: 'More settings' }).click();
    fieldsOf[step] = await fillEveryField(page, texts);
  }
  return fieldsOf;
}

/** What goes wrong in the page from now on. */
function problemsOf(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  page.on('pageerror', (error) => problems.push(error.message));
  return problems;
}

const FIELDS = { agreement: 1, contacts: 6, 'edge-and-domains': 2, 'public-provider': 5 };

sharedTest(
  'a hostile text of each class goes through every text field, and an accepted one into the script as text',
  async ({ launched: { app }, page, dataDir, folder }) => {
    const canary = join(folder, 'canary');
    // The newest product has every field.
    await arriveAt(page, dataDir, { ...preparedDraftAt('public-provider'), preparedProduct: 'sfb2019' });
    const problems = problemsOf(page);
    expect(await fillFormPages(page, oneOfEachClass(canary))).toMatchObject(FIELDS);
    await page.getByRole('textbox', { name: 'Identity' }).fill(IDENTITY);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('heading', { name: 'Changes', exact: true }).waitFor();
    const script = join(folder, 'setup.ps1');
    await saveTo(app, script);
    await page.getByRole('button', { name: 'Save script' }).click();
    await shown(page, /^The script was saved at/u)
      .first()
      .waitFor();
    expect(await readFile(script, 'utf8')).toContain(`New-CsPublicProvider -Identity ${plainLiteral(IDENTITY)} `);
    expect(problems).toEqual([]);
    expect(existsSync(canary)).toBe(false);
  },
);

test(
  'hostile texts go through every text field, nothing of them runs, and an accepted one arrives unchanged',
  IN_WHOLE_SET,
  async ({ launch, dataDir, folder, practiceStatePath }) => {
    test.slow();
    const canary = join(folder, 'canary');
    const texts = textsOfPages(canary);
    const { app, page } = await launchAt({ launch, dataDir }, draftAt('public-provider'));
    const problems = problemsOf(page);
    await saveTo(app, join(folder, 'report.html'));
    const fieldsOf = await fillFormPages(page, texts);
    await page.getByRole('textbox', { name: 'Identity' }).fill(IDENTITY);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await walkThrough(
      page,
      async (step) => {
        fieldsOf[step] = await fillEveryField(page, texts);
      },
      'report',
      pagesFrom('review'),
    );
    expect(fieldsOf).toMatchObject({ ...FIELDS, 'add-contacts': 1 });
    expect(await identitiesIn(practiceStatePath)).toContain(IDENTITY);
    expect(problems).toEqual([]);
    expect(existsSync(canary)).toBe(false);
  },
);
