import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { openWizard, wizardAt } from './wizard-harness.tsx';

const retiring = (changes: Partial<Snapshot> = {}) =>
  wizardAt('retire', { snapshot: { ...SAMPLE_SNAPSHOT, ...changes } }, { goal: 'retire' });

const [messenger, aol] = SAMPLE_SNAPSHOT.publicProviders;
const [globalPolicy, sitePolicy] = SAMPLE_SNAPSHOT.externalAccessPolicies;
const edge = SAMPLE_SNAPSHOT.accessEdgeConfiguration;
if (!messenger || !aol || !globalPolicy || !sitePolicy || !edge) throw new Error('The sample is not complete.');

function rowsOf(table: string): readonly string[] {
  const [, ...rows] = within(screen.getByRole('table', { name: table })).getAllByRole('row');
  return rows.map((row) => row.textContent);
}

describe('the Retire page', () => {
  it('lists what is retired with its state now and what happens to it, by the choice', async () => {
    const { user } = await retiring({ publicProviders: [{ ...messenger, Enabled: true }, aol] });
    expect(rowsOf('Providers that are retired')).toEqual([
      expect.stringMatching(/Messenger.*Enabled.*Disabled/u),
      expect.stringMatching(/AOL.*Disabled.*Nothing: it is disabled already/u),
    ]);
    await user.click(screen.getByRole('radio', { name: /Remove them/u }));
    for (const row of rowsOf('Providers that are retired')) expect(row).toContain('Removed');
  });

  it('lists the policies that allow public users, with the users that each governs', async () => {
    await retiring({
      externalAccessPolicies: [{ ...globalPolicy, EnablePublicCloudAccess: true }, sitePolicy],
    });
    expect(rowsOf('Policies that allow public users')).toEqual([expect.stringMatching(/Global.*9.*Allowed/u)]);
  });

  it('says which enabled provider still needs the policies', async () => {
    await retiring({
      publicProviders: [messenger, { ...aol, Identity: 'Partner IM', ProxyFqdn: 'im.fabrikam.com', Enabled: true }],
      externalAccessPolicies: [{ ...globalPolicy, EnablePublicCloudAccess: true }],
    });
    expect(screen.getByText(/Partner IM is enabled and not retired, and still needs these policies/u)).toBeTruthy();
  });

  it('shows what depends on the federation switch before one chooses', async () => {
    await retiring({
      accessEdgeConfiguration: { ...edge, AllowFederatedUsers: true, EnablePartnerDiscovery: true },
      allowedDomains: [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com' }],
      hostingProviders: [{ Identity: 'LyncOnline', ProxyFqdn: 'sipfed.online.lync.com', Enabled: true }],
    });
    const uses = within(screen.getByRole('region', { name: 'What depends on the federation switch' }));
    for (const use of ['fabrikam.com', /every partner that publishes/u, 'LyncOnline'])
      expect(uses.getByText(use)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Leave the switch as it is/u }).checked).toBe(true);
  });

  it('does not take what could not be read for nothing', async () => {
    const error = { message: 'Access denied', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    await retiring({
      accessEdgeConfiguration: { ...edge, AllowFederatedUsers: true },
      unreadable: [{ part: 'hostingProviders', error }],
    });
    const uses = within(screen.getByRole('region', { name: 'What depends on the federation switch' }));
    expect(uses.getByText('Could not be read')).toBeTruthy();
    expect(uses.queryByText(/Nothing was found/u)).toBeNull();
  });

  it('says what is not known when only a script is prepared', async () => {
    const { page, user, next } = openWizard();
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /^Retire/u }));
    await user.click(screen.getByRole('radio', { name: /Prepare only/u }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Product' }), 'sfb2019');
    await next();
    await page('Retire');
    expect(screen.getAllByText(/The deployment has not been read/u).length).toBeGreaterThan(0);
  });
});
