import type { Page } from '@playwright/test';
import { PAGES, walkThrough } from '../../build/practice-run/journey.mjs';
import { expect, test } from './app-fixture.ts';
import { providersIn } from './practice-state.ts';

/** The parameters with which each product creates the provider (facts B), in the order of the page. */
const ALWAYS = ['Identity', 'ProxyFqdn', 'VerificationLevel', 'Enabled'];
const DECORATION = ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'];
const SEARCH = ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'];
const PRODUCTS = {
  lync2010: ALWAYS,
  'lync2013-rtm': [...ALWAYS, 'IconUrl'],
  'lync2013-cu5': [...ALWAYS, 'IconUrl', ...DECORATION],
  sfb2015: [...ALWAYS, 'IconUrl', ...DECORATION, ...SEARCH],
  sfb2019: [...ALWAYS, 'IconUrl', ...DECORATION, ...SEARCH],
} as const;

/** The journey without a record of the request. */
const WITHOUT_REQUEST = PAGES.map((page) => {
  if (page.step === 'agreement') return { ...page, fill: leaveRequestOut };
  return page.step === 'contacts' ? { ...page, fill: () => Promise.resolve() } : page;
});

async function leaveRequestOut(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Keep a record of the request' }).click();
}

for (const [product, parameters] of Object.entries(PRODUCTS)) {
  test(`on ${product} the window sets up what the product can, and then finds nothing left to do`, async ({
    launch,
    practiceStatePath,
  }, testInfo) => {
    const { page } = await launch({ args: ['--practice-profile', product] });
    const picture = async (name: string) => {
      await page.screenshot({ path: testInfo.outputPath(`${product}-${name}.png`) });
    };
    await walkThrough(
      page,
      async (step) => {
        if (step === 'review') {
          const command = page.locator('code', { hasText: /^New-CsPublicProvider / });
          const named = (await command.first().textContent())?.matchAll(/(?<= -)[A-Z][A-Za-z]+(?= )/gu) ?? [];
          expect([...named].map(([name]) => name).toSorted()).toEqual(parameters.toSorted());
        }
        if (step === 'review' || step === 'apply') await picture(step);
      },
      'verify',
      WITHOUT_REQUEST,
    );
    expect(await providersIn(practiceStatePath)).toContainEqual(
      expect.objectContaining({ Identity: 'Skype', Enabled: true }),
    );
    await page.getByRole('button', { name: /^Review\b/u }).click();
    await page.getByText('Everything is right already', { exact: true }).waitFor();
    await picture('review-again');
  });
}
