import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillAgreement, fillContacts } from '../../build/practice-run/journey.mjs';
import { expect, saveTo, shown, test } from './app-fixture.ts';

test('without any PowerShell, a script and a report for a stated product can be prepared', async ({
  launch,
  folder,
}) => {
  const { app, page, output } = await launch({ env: { SKYPE_FEDERATION_POWERSHELL: join(folder, 'none') } });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await page.getByRole('radio', { name: 'Prepare only' }).click();
  await page.getByRole('combobox', { name: 'Product' }).selectOption({ label: 'Lync Server 2010' });
  await next.click();
  await fillAgreement(page);
  await next.click();
  await fillContacts(page);
  await next.click();
  await page.getByRole('textbox', { name: 'Access Edge FQDN' }).fill('sip.contoso.com');
  await page.getByRole('textbox', { name: 'Add domains' }).fill('contoso.com');
  await next.click();
  for (const heading of [
    'Network readiness',
    'Confirmation',
    'External access policy',
    'Access Edge',
    'Public provider',
  ]) {
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    await next.click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Apply/u })).toHaveCount(0);
  await saveTo(app, join(folder, 'setup.ps1'));
  await page.getByRole('button', { name: 'Save script' }).click();
  await expect(shown(page, /^The script was saved at/u).first()).toBeVisible();
  await next.click();
  await next.click();
  await saveTo(app, join(folder, 'report.html'));
  await page.getByRole('button', { name: 'Save report' }).click();
  await expect(page.getByRole('group', { name: 'Saved' })).toBeVisible();
  const script = await readFile(join(folder, 'setup.ps1'), 'utf8');
  expect(script).toContain("New-CsPublicProvider -Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com'");
  expect(script).not.toContain('-IconUrl');
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Lync Server 2010');
  expect(output()).not.toContain('PowerShell');
});
