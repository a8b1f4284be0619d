import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { isWholeSet } from './scope.ts';

/** A script that does nothing, for a page that has axe already: it is half a megabyte, and would be sent twice a look. */
const NOTHING = ';';

/** The one rule whose outcome depends on the colour scheme. */
const COLORS = ['color-contrast'];

/** The accessibility violations of what is shown, each with its place; `rules` are all, or the named ones. */
export async function violationsOf(page: Page, where: string, rules?: string[]): Promise<readonly string[]> {
  await page.waitForFunction(isStill);
  const hasAxe = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(hasAxe && { axeSource: NOTHING }) })
    // Fluent's focus keeper puts invisible stops around what opens; they pass the focus on and are no content.
    .exclude('i[data-tabster-dummy]')
    // Of what is in order only a count is kept.
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
    .setLegacyMode()
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** The violations of what is shown in the light; in the whole set also in the dark, where only colours can be different. */
export async function violationsInSchemes(page: Page, where: string): Promise<readonly string[]> {
  const inLight = await violationsOf(page, where);
  if (!isWholeSet) return inLight;
  await inScheme(page, 'dark');
  const inDark = await violationsOf(page, `${where}, dark`, COLORS);
  await inScheme(page, 'light');
  return [...inLight, ...inDark];
}

/** Changes what the system prefers, and waits until the page has followed. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((isDark) => {
    const provider = document.querySelector('.fui-FluentProvider');
    const background = provider && getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1');
    return background !== null && (background !== '#ffffff') === isDark;
  }, colorScheme === 'dark');
}

/** Runs in the page: what fades in has not its colours yet, and the page is given back a moment after a question. */
function isStill(): boolean {
  const isMoving = document
    .getAnimations()
    .some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  const isAsking = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  return !isMoving && (isAsking || document.querySelector('#root[aria-hidden]') === null);
}
