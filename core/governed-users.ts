import { type Snapshot, type User, policyKey } from './deployment.ts';

/**
 * How many users each external access policy governs, by policy key. Per-user goes before site, and site before Global; a
 * site policy applies to the users whose registrar pool stands in the site (facts A.2).
 */
export function governedUsers(
  snapshot: Pick<Snapshot, 'externalAccessPolicies' | 'users' | 'registrars'>,
): ReadonlyMap<string, number> {
  const counts = new Map(snapshot.externalAccessPolicies.map((policy) => [policyKey(policy.Identity), 0]));
  const siteOf = sitesOfPools(snapshot);
  for (const user of snapshot.users) {
    const key = governingPolicy(user, siteOf, counts);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sitesOfPools({ registrars }: Pick<Snapshot, 'registrars'>): ReadonlyMap<string, string> {
  return new Map(
    registrars.flatMap(({ PoolFqdn, SiteId }) =>
      PoolFqdn && SiteId ? [[PoolFqdn.toLowerCase(), policyKey(SiteId)] as const] : [],
    ),
  );
}

function governingPolicy(
  user: User,
  siteOf: ReadonlyMap<string, string>,
  policies: ReadonlyMap<string, number>,
): string {
  if (user.ExternalAccessPolicy) return policyKey(user.ExternalAccessPolicy);
  const site = siteOf.get((user.RegistrarPool ?? '').toLowerCase());
  return site !== undefined && policies.has(site) ? site : 'global';
}
