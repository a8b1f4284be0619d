import type { Page } from '@playwright/test';
import { walkThrough } from '../../build/practice-run/journey.mjs';
import { type Authority, createAuthority } from '../electron/network/authority.ts';
import { readinessJson } from '../electron/network/call.ts';
import { CASES, ZONES, serveCases } from '../electron/network/cases.ts';
import { type DnsServer, NO_NSD, NSD_PATH, startDnsServer } from '../electron/network/dns-server.ts';
import { type Servers, createServers } from '../electron/network/tls-servers.ts';
import { expect, shown, test } from './app-fixture.ts';
import { violationsOf } from './axe.ts';

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
async function openPage(page: Page, domains: readonly string[]): Promise<void> {
  await walkThrough(
    page,
    async (step) => {
      if (step !== 'edge-and-domains') return;
      await page.getByRole('textbox', { name: 'Access Edge FQDN' }).fill('edge.good.test');
      await page.getByRole('grid', { name: 'SIP domains of the request' }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.getByRole('textbox', { name: 'Add domains' }).fill(domains.join('\n'));
      await page.getByRole('textbox', { name: 'Add domains' }).press('Enter');
    },
    'network-readiness',
  );
  await page.getByRole('textbox', { name: 'DNS servers to ask' }).fill(dns.address);
}

test('every broken zone and certificate is found on the page, in the words that the command line has', async ({
  launch,
}) => {
  const { page } = await launch({ env: { NODE_EXTRA_CA_CERTS: authority.rootPath } });
  await openPage(page, DOMAINS);
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
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the results have no accessibility violation and no sideways scrolling in ${colorScheme}`, async ({
    launch,
  }, testInfo) => {
    const { app, page } = await launch({ colorScheme, env: { NODE_EXTRA_CA_CERTS: authority.rootPath } });
    await openPage(page, [
      'good.test',
      'names.test',
      'missing.test',
      'refused.test',
      'gap.test',
      'soon.test',
      'broken.test',
    ]);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await shown(page, 'The check has ended', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Findings for names.test' }).click();
    await page.getByRole('button', { name: 'Findings for missing.test' }).click();
    await page.getByRole('button', { name: /^The same as the fields/u }).click();
    await page.getByRole('button', { name: 'Show text' }).click();
    expect(await violationsOf(page, 'results')).toEqual([]);
    for (const [width, height] of [
      [1100, 760],
      [900, 640],
    ] as const) {
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      );
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('main')].some((box) => box.scrollWidth > box.clientWidth + 1),
        ),
      ).toBe(false);
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      await testInfo.attach(`top-${colorScheme}-${width}.png`, {
        body: await page.screenshot(),
        contentType: 'image/png',
      });
      await page.getByRole('button', { name: 'Findings for names.test' }).scrollIntoViewIfNeeded();
      await testInfo.attach(`results-${colorScheme}-${width}.png`, {
        body: await page.screenshot(),
        contentType: 'image/png',
      });
      await page.getByRole('button', { name: 'Take this result' }).scrollIntoViewIfNeeded();
      await testInfo.attach(`outside-${colorScheme}-${width}.png`, {
        body: await page.screenshot(),
        contentType: 'image/png',
      });
    }
  });
}

test('the check works by keyboard alone', async ({ launch }) => {
  const { page } = await launch({ env: { NODE_EXTRA_CA_CERTS: authority.rootPath } });
  await openPage(page, ['good.test', 'missing.test']);
  await page.getByRole('textbox', { name: 'DNS servers to ask' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shown(page, '1 blocking, 1 warning', { exact: true }).first()).toBeVisible();
});
