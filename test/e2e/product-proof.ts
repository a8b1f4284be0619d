import type { Page, TestInfo } from '@playwright/test';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { expect } from './app-fixture.ts';

/** The parameters with which each product creates the provider (facts B), in the order of the page. */
const ALWAYS = ['Identity', 'ProxyFqdn', 'VerificationLevel', 'Enabled'];
const DECORATION = ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'];
const SEARCH = ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'];
const CREATED_WITH: Readonly<Record<PreparedProductId, readonly string[]>> = {
  lync2010: ALWAYS,
  'lync2013-rtm': [...ALWAYS, 'IconUrl'],
  'lync2013-cu5': [...ALWAYS, 'IconUrl', ...DECORATION],
  sfb2015: [...ALWAYS, 'IconUrl', ...DECORATION, ...SEARCH],
  sfb2019: [...ALWAYS, 'IconUrl', ...DECORATION, ...SEARCH],
};

/**
 * What is proven of a product on Review and Apply, beside what a walk looks for: it is set up with the parameters that it
 * has and no others. Pictures of both are kept with the test's results.
 */
export async function proveProduct(
  page: Page,
  step: string,
  product: PreparedProductId,
  testInfo: TestInfo,
): Promise<void> {
  if (step !== 'review' && step !== 'apply') return;
  await page.screenshot({ path: testInfo.outputPath(`${product}-${step}.png`) });
  if (step === 'apply') return;
  const command = await page
    .locator('code', { hasText: /^New-CsPublicProvider / })
    .first()
    .textContent();
  const parameters = [...(command ?? '').matchAll(/(?<= -)[A-Z][A-Za-z]+(?= )/gu)].map(([name]) => name);
  expect(parameters.toSorted()).toEqual([...CREATED_WITH[product]].toSorted());
}

/** On Review after setting up: a new plan finds that everything is right already. */
export async function proveNothingLeft(page: Page, product: PreparedProductId, testInfo: TestInfo): Promise<void> {
  await page.getByText('Everything is right already', { exact: true }).waitFor();
  await page.screenshot({ path: testInfo.outputPath(`${product}-review-again.png`) });
}
