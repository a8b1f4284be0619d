import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import type { StepId } from '../../core/steps.ts';
import { type Draft, draftSchema } from '../../core/wizard/draft.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { expect } from './app-fixture.ts';
import { draftAt } from './arrival.ts';
import { identitiesIn, providersIn } from './practice-state.ts';
import { isWholeSet } from './scope.ts';

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
 * has and no others. The whole set keeps pictures of both with the test's results.
 */
export async function proveProduct(
  page: Page,
  step: string,
  product: PreparedProductId,
  testInfo: TestInfo,
): Promise<void> {
  if (step !== 'review' && step !== 'apply') return;
  if (isWholeSet) await page.screenshot({ path: testInfo.outputPath(`${product}-${step}.png`) });
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
  if (isWholeSet) await page.screenshot({ path: testInfo.outputPath(`${product}-review-again.png`) });
}

/** After setting up and saving the report: the practice deployment is what was asked for, and the report says so. */
export async function proveSetUp(practiceStatePath: string, reportPath: string): Promise<void> {
  expect(await providersIn(practiceStatePath)).toContainEqual(
    expect.objectContaining({ Identity: 'Skype', Enabled: true }),
  );
  expect(await identitiesIn(practiceStatePath)).not.toContain('Messenger');
  const report = await readFile(reportPath, 'utf8');
  expect(report).toContain('The deployment is as wanted.');
  expect(report).toMatch(/Identity\s+: Skype/u);
  expect(report).not.toContain('<script');
}

/** What the app has saved of a walk is the draft with which other tests come to the same page. */
export async function proveDraft(dataDir: string, step: StepId): Promise<void> {
  const saved = async () => {
    const draft = draftSchema.parse(JSON.parse(await readFile(join(dataDir, 'draft.json'), 'utf8')));
    return draft.step === step ? undated(draft) : draft.step;
  };
  await expect.poll(saved).toEqual(undated(draftAt(step)));
}

/** A draft without the times at which things were done. */
function undated(draft: Draft): unknown {
  const { agreement } = draft.form.request;
  const request = { ...draft.form.request, agreement: { ...agreement, termsAcceptedAt: '' } };
  return { ...draft, savedAt: '', form: { ...draft.form, request } };
}
