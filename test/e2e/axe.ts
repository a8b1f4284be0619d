import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A script that does nothing, for a page that has axe already: it is half a megabyte, and would be sent twice a look. */
const NOTHING = ';';

/** The accessibility violations of what is shown, each with its place. */
export async function violationsOf(page: Page, where: string): Promise<readonly string[]> {
  await page.waitForFunction(isStill);
  const hasAxe = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(hasAxe && { axeSource: NOTHING }) })
    // Fluent's focus keeper puts invisible stops around what opens; they pass the focus on and are no content.
    .exclude('i[data-tabster-dummy]')
    // Of what is in order only a count is kept.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Runs in the page: what fades in has not its colours yet, and the page is given back a moment after a question. */
function isStill(): boolean {
  const isMoving = document
    .getAnimations()
    .some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  const isAsking = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  return !isMoving && (isAsking || document.querySelector('#root[aria-hidden]') === null);
}
