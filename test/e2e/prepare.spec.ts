import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillAgreement, fillContacts } from '../../build/practice-run/journey.mjs';
import { expect, saveTo, shown, test } from './app-fixture.ts';
import { launchAt, preparedDraftAt } from './arrival.ts';
import type { LaunchedApp } from './electron-app.ts';
import { IN_WHOLE_SET } from './scope.ts';

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true });

/** From Review to the end: nothing can be applied, and script and report say what was filled in. */
async function proveScriptAndReport({ app, page, output }: LaunchedApp, folder: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Apply/u })).toHaveCount(0);
  await saveTo(app, join(folder, 'setup.ps1'));
  await page.getByRole('button', { name: 'Save script' }).click();
  await expect(shown(page, /^The script was saved at/u).first()).toBeVisible();
  await next(page).click();
  await next(page).click();
  await saveTo(app, join(folder, 'report.html'));
  await page.getByRole('button', { name: 'Save report' }).click();
  await expect(page.getByRole('group', { name: 'Saved' })).toBeVisible();
  const script = await readFile(join(folder, 'setup.ps1'), 'utf8');
  expect(script).toContain("New-CsPublicProvider -Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com'");
  expect(script).not.toContain('-IconUrl');
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Lync Server 2010');
  expect(output()).not.toContain('PowerShell');
}

const withoutPowerShell = (folder: string) => ({ env: { SKYPE_FEDERATION_POWERSHELL: join(folder, 'none') } });

test('without any PowerShell, a script and a report for a stated product can be saved', async ({
  launch,
  dataDir,
  folder,
}) => {
  const launched = await launchAt({ launch, dataDir }, preparedDraftAt('review'), withoutPowerShell(folder));
  await proveScriptAndReport(launched, folder);
});

test(
  'without any PowerShell, a script and a report for a stated product can be prepared',
  IN_WHOLE_SET,
  async ({ launch, folder }) => {
    const launched = await launch(withoutPowerShell(folder));
    const { page } = launched;
    await page.getByRole('radio', { name: 'Prepare only' }).click();
    await page.getByRole('combobox', { name: 'Product' }).selectOption({ label: 'Lync Server 2010' });
    await next(page).click();
    await fillAgreement(page);
    await next(page).click();
    await fillContacts(page);
    await next(page).click();
    await page.getByRole('textbox', { name: 'Access Edge FQDN' }).fill('sip.contoso.com');
    await page.getByRole('textbox', { name: 'Add domains' }).fill('contoso.com');
    await next(page).click();
    for (const heading of [
      'Network readiness',
      'Confirmation',
      'External access policy',
      'Access Edge',
      'Public provider',
    ]) {
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
      await next(page).click();
    }
    await proveScriptAndReport(launched, folder);
  },
);
