import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { type Harness, fill, wizardAt } from './wizard-harness.tsx';

/** Three users have the Sales policy, four stand in the site Redmond, five are left to Global. */
const KNOWN_SITES: Snapshot = {
  ...SAMPLE_SNAPSHOT,
  externalAccessPolicies: SAMPLE_SNAPSHOT.externalAccessPolicies.map((policy) => {
    if (policy.Identity === 'Tag:Sales') return { ...policy, EnableFederationAccess: true, EnableOutsideAccess: true };
    return policy.Identity === 'Global' ? { ...policy, EnableOutsideAccess: true } : policy;
  }),
  registrars: [{ Identity: 'Registrar:pool01', PoolFqdn: 'pool01.contoso.com', SiteId: 'site:Redmond' }],
  users: SAMPLE_SNAPSHOT.users.map((user, index) => ({
    ...user,
    SipAddress: `sip:user${index + 1}@contoso.com`,
    DisplayName: `User ${index + 1}`,
    RegistrarPool: index < 7 ? 'pool01.contoso.com' : 'pool02.contoso.com',
  })),
};

const opened = (snapshot: Snapshot = KNOWN_SITES) =>
  wizardAt('external-access', { snapshot }, { edit: (form) => ({ ...form, keepsRequest: false }) });

async function withPilot(name = 'SkypePilot', snapshot?: Snapshot): Promise<Harness> {
  const harness = await opened(snapshot);
  fill(screen.getByRole('textbox', { name: 'Name of a new policy' }), name);
  await harness.press('Create policy');
  await screen.findByRole('group', { name: `Policy ${name}` });
  return harness;
}

const policiesOf = ({ wizard }: Harness) => wizard.store.getState().form.externalAccess;
const card = (policy: string) => within(screen.getByRole('group', { name: `Policy ${policy}` }));
const list = (policy = 'SkypePilot') =>
  card(policy).getByRole<HTMLTextAreaElement>('textbox', { name: 'SIP addresses of users' });

describe('the table of policies', () => {
  it('has Global, sites and users in rows, each with the users that it governs now', async () => {
    await opened();
    const rows = within(screen.getByRole('table', { name: 'External access policies' })).getAllByRole('row');
    const cells = rows.slice(1).map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ lastChild }) => lastChild?.textContent),
    );
    expect(cells.map(([, policy, users]) => [policy, users])).toEqual([
      ['GlobalEverybody without another', '5'],
      ['site:RedmondUsers of the site', '4'],
      ['SalesPer user', '3'],
    ]);
  });

  it('shows of a ticked policy what is wanted and what is so now', async () => {
    await opened();
    const row = within(screen.getByRole('row', { name: /Global/u }));
    expect(row.getByRole<HTMLInputElement>('switch', { name: /^Communication with public/u }).checked).toBe(true);
    expect(row.getAllByText('now: not allowed')).toHaveLength(2);
  });

  it('does not say how many a site or Global governs where the sites of the pools are not known', async () => {
    await opened({ ...SAMPLE_SNAPSHOT, registrars: [] });
    expect(within(screen.getByRole('row', { name: /Global/u })).getByText('Not known')).toBeTruthy();
    expect(screen.getAllByText(/The other 9 have the policy of their site/u).length).toBeGreaterThan(0);
  });

  it("explains which policy wins with the deployment's own numbers", async () => {
    await opened();
    expect(
      screen.getAllByText(
        /Of the 12 users here, 3 have a policy of their own, 4 are governed by the policy of a site, and 5 by Global/u,
      ).length,
    ).toBeGreaterThan(0);
  });
});

describe('a pilot policy', () => {
  it('is created with both flags allowed, and takes over what Global has on', async () => {
    const harness = await withPilot();
    expect(policiesOf(harness)).toEqual([
      { identity: 'Global', publicCloudAccess: true, publicCloudAudioVideoAccess: true },
      { identity: 'SkypePilot', publicCloudAccess: true, publicCloudAudioVideoAccess: true, create: true, users: '' },
    ]);
    const pilot = within(screen.getByRole('group', { name: 'Policy SkypePilot' }));
    expect(pilot.getByText(/lose nothing that Global gives: EnableOutsideAccess\./u)).toBeTruthy();
    await harness.user.click(pilot.getByRole('switch', { name: 'Allow audio and video with public users' }));
    expect(policiesOf(harness)[1]?.publicCloudAudioVideoAccess).toBe(false);
  });

  it.each([
    ['Sales', /a policy of this name already/u],
    ['Global', /apply by themselves/u],
    ['site:Dublin', /apply by themselves/u],
    ['Pilot*', /no wildcard characters/u],
  ])('is not created under the name %s, and the field says why', async (name, why) => {
    const harness = await opened();
    fill(screen.getByRole('textbox', { name: 'Name of a new policy' }), name);
    await harness.press('Create policy');
    expect(await screen.findByText(why)).toBeTruthy();
    expect(policiesOf(harness)).toHaveLength(1);
  });

  it('says that it is none while Global is to allow the same to everybody', async () => {
    const { user } = await withPilot();
    expect(screen.getAllByText(/This is no pilot yet: users governed by Global/u).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('checkbox', { name: 'Change the policy Global' }));
    await waitFor(() => expect(screen.queryByText(/This is no pilot yet/u, { selector: 'main *' })).toBeNull());
  });

  it('is taken out again with everything that was chosen for it', async () => {
    const harness = await withPilot();
    await harness.press('Remove policy SkypePilot');
    expect(policiesOf(harness).map(({ identity }) => identity)).toEqual(['Global']);
    expect(screen.queryByRole('group', { name: 'Policy SkypePilot' })).toBeNull();
  });
});

describe('giving a policy to users', () => {
  it('finds them by name, and shows the policy that each has now and what it takes from them', async () => {
    const harness = await withPilot();
    const find = screen.getByRole('combobox', { name: 'Find users' });
    await harness.user.click(find);
    fill(find, 'user 2');
    await harness.user.click(await screen.findByRole('menuitemcheckbox', { name: /User 2/u }));
    expect(list().value).toBe('user2@contoso.com');
    const row = within(await screen.findByRole('row', { name: /User 2/u }));
    expect(row.getByText('Sales')).toBeTruthy();
    expect(row.getByText('Loses EnableFederationAccess')).toBeTruthy();
  });

  it('takes a pasted list, and says who is not in the deployment', async () => {
    const harness = await withPilot();
    await harness.user.click(list());
    await harness.user.paste('user8@contoso.com\nsip:USER9@contoso.com; nobody@contoso.com');
    expect(await screen.findByText('3 users chosen')).toBeTruthy();
    expect(
      within(screen.getByRole('row', { name: /nobody@contoso.com/u })).getByText('Not in this deployment'),
    ).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /User 9/u })).getByText('Global')).toBeTruthy();
    await harness.press('Remove nobody@contoso.com');
    expect(list().value).toBe('user8@contoso.com\nsip:USER9@contoso.com');
  });

  it('says at the field which lines cannot be used, and Next leads there', async () => {
    const harness = await withPilot();
    await harness.user.click(list());
    await harness.user.paste('user8@contoso.com\nuser8@contoso.com\nuser*@contoso.com');
    const problems = within(await screen.findByRole('list', { name: 'Lines that cannot be used' }));
    expect(problems.getByText(/^Number 3, user\*@contoso.com: .*wildcard/u)).toBeTruthy();
    await harness.next();
    expect(await screen.findByText('One thing is missing before you can go on')).toBeTruthy();
    expect(document.activeElement).toBe(list());
  });

  it('works for a per-user policy that is there already, and leaves its flags as they were asked for', async () => {
    const harness = await opened();
    await harness.user.selectOptions(screen.getByRole('combobox', { name: 'A policy that is there already' }), 'Sales');
    await harness.press('Choose users');
    fill(list('Sales'), 'user9@contoso.com');
    expect(policiesOf(harness)[1]).toEqual({
      identity: 'Sales',
      publicCloudAccess: true,
      publicCloudAudioVideoAccess: true,
      users: 'user9@contoso.com',
    });
    const row = within(screen.getByRole('row', { name: /^.*Sales.*Per user/u }));
    expect(row.getByText('and 1 chosen')).toBeTruthy();
    await harness.press('Remove chosen users of Sales');
    expect(policiesOf(harness)[1]).not.toHaveProperty('users');
  });

  it('becomes one command for the policy and one for each user', async () => {
    const harness = await withPilot();
    fill(list(), 'user8@contoso.com');
    harness.wizard.actions.skipTo('review');
    await screen.findByText('The whole script');
    const commands = [...document.querySelectorAll('code')].map((code) => code.textContent);
    expect(commands).toContain(
      "New-CsExternalAccessPolicy -Identity 'SkypePilot' -EnableOutsideAccess $true -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true",
    );
    expect(commands).toContain(
      "Grant-CsExternalAccessPolicy -Identity 'sip:user8@contoso.com' -PolicyName 'SkypePilot'",
    );
  });

  it('draws only some of 5,000 users, and finds each of them', async () => {
    const users = Array.from({ length: 5000 }, (_, index) => ({
      Identity: `CN=User ${index}`,
      SipAddress: `sip:user${index}@contoso.com`,
      DisplayName: `User ${index}`,
      ExternalAccessPolicy: null,
    }));
    const harness = await withPilot('SkypePilot', { ...KNOWN_SITES, users });
    const find = screen.getByRole('combobox', { name: 'Find users' });
    await harness.user.click(find);
    expect(await screen.findAllByRole('menuitemcheckbox')).toHaveLength(31);
    expect(screen.getByText('and 4,970 more: type to narrow the list')).toBeTruthy();
    fill(find, '4321');
    await harness.user.click(await screen.findByRole('menuitemcheckbox', { name: /User 4321/u }));
    expect(list().value).toBe('user4321@contoso.com');
    await harness.user.click(list());
    await harness.user.paste(
      `\n${users
        .slice(0, 300)
        .map(({ SipAddress }) => SipAddress)
        .join('\n')}`,
    );
    expect(await screen.findByText('301 users chosen')).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Users who are given SkypePilot' });
    await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(51));
    expect(screen.getByText('and 251 more in the list above')).toBeTruthy();
  });
});

describe('without a deployment', () => {
  it('policies and users are named by hand', async () => {
    const { wizard, press } = await wizardAt('external-access', {}, { prepared: 'sfb2019' });
    fill(screen.getByRole('textbox', { name: 'Identity of another policy' }), 'site:Redmond');
    await press('Add');
    fill(screen.getByRole('textbox', { name: 'Name of a new policy' }), 'SkypePilot');
    await press('Create policy');
    expect(screen.queryByRole('combobox', { name: 'Find users' })).toBeNull();
    expect(screen.getByText(/What Global allows beside this is not known here/u)).toBeTruthy();
    fill(list(), 'ann@contoso.com');
    expect(wizard.store.getState().form.externalAccess.map(({ identity, users }) => [identity, users])).toEqual([
      ['Global', undefined],
      ['site:Redmond', undefined],
      ['SkypePilot', 'ann@contoso.com'],
    ]);
  });
});
