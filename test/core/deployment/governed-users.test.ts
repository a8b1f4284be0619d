import { describe, expect, it } from 'vitest';
import { areSitesKnown, governedByScope } from '../../../core/deployment/governed-users.ts';
import { externalAccessText } from '../../../core/texts/pages/external-access.ts';
import { snapshot } from '../../fakes/sample-deployment.ts';

const users = [
  { Identity: 'CN=Ann', ExternalAccessPolicy: 'Pilot', RegistrarPool: 'pool01.contoso.com' },
  { Identity: 'CN=Bob', ExternalAccessPolicy: null, RegistrarPool: 'POOL01.contoso.com' },
  { Identity: 'CN=Cid', ExternalAccessPolicy: null, RegistrarPool: 'pool02.contoso.com' },
];
const registrars = [{ Identity: 'Registrar:pool01', PoolFqdn: 'pool01.contoso.com', SiteId: 'site:Redmond' }];

describe('which policy wins, by the numbers of a deployment', () => {
  it('counts per-user policies before those of sites, and those before Global', () => {
    const counts = governedByScope(snapshot({ users, registrars }));
    expect(counts).toEqual({ users: 3, user: 1, site: 1, global: 1 });
    expect(counts && externalAccessText.precedenceExample(counts)).toBe(
      'Of the 3 users here, 1 has a policy of their own, 1 is governed by the policy of a site, and 1 by Global.',
    );
  });

  it('keeps sites and Global together where it is not known which pool stands in which site', () => {
    const unknown = snapshot({ users, registrars: [] });
    expect(areSitesKnown(unknown)).toBe(false);
    expect(governedByScope(unknown)).toEqual({ users: 3, user: 1, shared: 2 });
  });

  it('knows that no site policy governs anybody where there is none', () => {
    const externalAccessPolicies = [{ Identity: 'Global' }, { Identity: 'Tag:Pilot' }];
    expect(governedByScope(snapshot({ users, registrars: [], externalAccessPolicies }))).toEqual({
      users: 3,
      user: 1,
      site: 0,
      global: 2,
    });
  });

  it('has no numbers where the users could not be read', () => {
    const error = { message: '', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    expect(governedByScope(snapshot({ users: [], unreadable: [{ part: 'users', error }] }))).toBeNull();
    expect(governedByScope(null)).toBeNull();
  });
});
