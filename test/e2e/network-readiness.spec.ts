import type { Page, TestInfo } from '@playwright/test';
import { type Authority, createAuthority } from '../electron/network/authority.ts';
import { readinessJson } from '../electron/network/call.ts';
import { CASES, ZONES, serveCases } from '../electron/network/cases.ts';
import { type DnsServer, NO_NSD, NSD_PATH, startDnsServer } from '../electron/network/dns-server.ts';
import { type Servers, createServers } from '../electron/network/tls-servers.ts';
import { type AppFixtures, expect, shown, test } from './app-fixture.ts';
import { launchAt, preparedDraftAt } from './arrival.ts';
import { violationsInSchemes, violationsOf } from './axe.ts';
import type { LaunchRequest, LaunchedApp } from './electron-app.ts';
import { resize } from './fit.ts';
import { IN_WHOLE_SET, isWholeSet } from './scope.ts';

// What the page looks at is at SIP's port: this spec has it for itself.
test.describe.configure({ mode: 'serial' });
test.skip(NSD_PATH === null, NO_NSD);

let authority: Authority;
let servers: Servers;
let dns: DnsServer;

test.beforeAll(async () => {
  [authority, servers, dns] = await Promise.all([createAuthority(), createServers(5061), startDnsServer(ZONES)]);
  await serveCases(servers, authority);
});
test.afterAll(() => Promise.all([dns.stop(), servers.stop(), authority.dispose()]));

const DOMAINS = [...new Set([...Object.keys(ZONES), ...CASES.map(({ domain }) => domain)])];

/** Opens the page with these domains filled in and the test's DNS server named. */
async function openPage(
  { launch, dataDir }: Pick<AppFixtures, 'launch' | 'dataDir'>,
  domains: readonly string[],
  request: LaunchRequest = {},
): Promise<LaunchedApp> {
  const draft = preparedDraftAt('network-readiness');
  const edges = { accessEdgeFqdn: 'edge.good.test', sipDomains: domains.join('\n') };
  const launched = await launchAt(
    { launch, dataDir },
    { ...draft, form: { ...draft.form, request: { ...draft.form.request, ...edges } } },
    { ...request, env: { NODE_EXTRA_CA_CERTS: authority.rootPath } },
  );
  await launched.page.getByRole('textbox', { name: 'DNS servers to ask' }).fill(dns.address);
  return launched;
}

test(
  'every broken zone and certificate is found on the page, in the words that the command line has',
  IN_WHOLE_SET,
  async ({ launch, dataDir }) => {
    const { page } = await openPage({ launch, dataDir }, DOMAINS);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await shown(page, 'The check has ended', { exact: true }).waitFor();
    const { document } = await readinessJson(
      ['--domains', DOMAINS.join(','), '--edge', 'edge.good.test', '--dns-server', dns.address],
      { extraRootsPath: authority.rootPath },
    );
    const results = page.getByRole('list', { name: 'Results' });
    for (const { domain, rule, status } of CASES) {
      const row = results
        .locator('> li')
        .filter({ has: page.getByText(domain, { exact: true }).first() })
        .first();
      const findings = row.getByRole('button', { name: `Findings for ${domain}`, exact: true });
      if ((await findings.getAttribute('aria-expanded')) === 'false') await findings.click();
      const expected = document.domains
        .find((one) => one.domain === domain)
        ?.findings.find((one) => one.id === rule && one.status === status);
      expect(expected, `${domain} ${rule}`).toBeDefined();
      await expect(row, `${domain} ${rule}`).toContainText(expected?.cause ?? '');
      await expect(row).toContainText(expected?.remedy ?? '');
    }
  },
);

/** Checks domains of every kind, and opens all that the page can show of the results. */
async function showResults(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await shown(page, 'The check has ended', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Findings for names.test' }).click();
  await page.getByRole('button', { name: 'Findings for missing.test' }).click();
  await page.getByRole('button', { name: /^The same as the fields/u }).click();
  await page.getByRole('button', { name: 'Show text' }).click();
}

const SHOWN = ['good.test', 'names.test', 'missing.test', 'refused.test', 'gap.test', 'soon.test', 'broken.test'];

/** The page at two sizes: nothing needs sideways scrolling. The whole set keeps pictures. */
async function proveSizes({ app, page }: LaunchedApp, colorScheme: string, testInfo: TestInfo): Promise<void> {
  for (const [width, height] of [
    [1100, 760],
    [900, 640],
  ] as const) {
    await resize(app, { width, height });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('main')].some((box) => box.scrollWidth > box.clientWidth + 1),
      ),
    ).toBe(false);
    if (isWholeSet) await keepPictures(page, `${colorScheme}-${width}`, testInfo);
  }
}

async function keepPictures(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  for (const [part, place] of [
    ['top', page.getByRole('heading', { level: 1 })],
    ['results', page.getByRole('button', { name: 'Findings for names.test' })],
    ['outside', page.getByRole('button', { name: 'Take this result' })],
  ] as const) {
    await place.scrollIntoViewIfNeeded();
    const body = await page.screenshot();
    await testInfo.attach(`${part}-${name}.png`, { body, contentType: 'image/png' });
  }
}

test(
  'the results have no accessibility violation and no sideways scrolling',
  IN_WHOLE_SET,
  async ({ launch, dataDir }, testInfo) => {
    const launched = await openPage({ launch, dataDir }, SHOWN);
    await showResults(launched.page);
    expect(await violationsInSchemes(launched.page, 'results')).toEqual([]);
    await proveSizes(launched, 'light', testInfo);
  },
);

test(
  'the results have no accessibility violation and no sideways scrolling in dark',
  IN_WHOLE_SET,
  async ({ launch, dataDir }, testInfo) => {
    const launched = await openPage({ launch, dataDir }, SHOWN, { colorScheme: 'dark' });
    await showResults(launched.page);
    expect(await violationsOf(launched.page, 'results')).toEqual([]);
    await proveSizes(launched, 'dark', testInfo);
  },
);

test('the check works by keyboard alone', IN_WHOLE_SET, async ({ launch, dataDir }) => {
  const { page } = await openPage({ launch, dataDir }, ['good.test', 'missing.test']);
  await page.getByRole('textbox', { name: 'DNS servers to ask' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shown(page, '1 blocking, 1 warning', { exact: true }).first()).toBeVisible();
});
