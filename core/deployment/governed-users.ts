import { type Snapshot, type User, isSharedPolicy, policyKey, isRead } from './deployment.ts';

/**
 * How many users each external access policy governs, by policy key. Per-user goes before site, and site before Global; a
 * site policy applies to the users whose registrar pool stands in the site (facts A.2).
 */
export function governedUsers(
  snapshot: Pick<Snapshot, 'externalAccessPolicies' | 'users' | 'registrars'>,
): ReadonlyMap<string, number> {
  const counts = new Map(snapshot.externalAccessPolicies.map((policy) => [policyKey(policy.Identity), 0]));
  const policyOf = policyOfUser(snapshot);
  for (const user of snapshot.users) {
    const key = policyOf(user);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Tells of a user which policy governs them, by policy key. */
export function policyOfUser(
  snapshot: Pick<Snapshot, 'externalAccessPolicies' | 'registrars'>,
): (user: User) => string {
  const policies = new Set(snapshot.externalAccessPolicies.map((policy) => policyKey(policy.Identity)));
  const siteOf = sitesOfPools(snapshot);
  return (user) => governingPolicy(user, siteOf, policies);
}

/**
 * True when it can be told which users a site policy governs: there is none, or it is known in which site each registrar
 * pool stands.
 */
export function areSitesKnown({
  externalAccessPolicies,
  registrars,
}: Pick<Snapshot, 'externalAccessPolicies' | 'registrars'>): boolean {
  return registrars.length > 0 || !externalAccessPolicies.some(({ Identity }) => /^site:/iu.test(Identity));
}

/** Whom a policy is for: everybody, the users of a site, or those to whom it was given (facts A.2). */
export type PolicyScope = 'global' | 'site' | 'user';

/** Which kind of policy an identity names. */
export function scopeOf(identity: string): PolicyScope {
  if (!isSharedPolicy(identity)) return 'user';
  return policyKey(identity) === 'global' ? 'global' : 'site';
}

/** How many users each scope governs; one number for sites and Global together where they cannot be told apart. */
export type GovernedByScope =
  | { readonly users: number; readonly user: number; readonly site: number; readonly global: number }
  | { readonly users: number; readonly user: number; readonly shared: number };

/** Those numbers of a deployment, for explaining which policy wins; null where it has, or shows, no users. */
export function governedByScope(snapshot: Snapshot | null): GovernedByScope | null {
  if (!snapshot || !isRead(snapshot, 'users') || snapshot.users.length === 0) return null;
  const counts = [...governedUsers(snapshot)];
  const sum = (scope: PolicyScope) =>
    counts.filter(([key]) => scopeOf(key) === scope).reduce((total, [, count]) => total + count, 0);
  const [users, user] = [snapshot.users.length, sum('user')];
  return areSitesKnown(snapshot)
    ? { users, user, site: sum('site'), global: sum('global') }
    : { users, user, shared: users - user };
}

function sitesOfPools({ registrars }: Pick<Snapshot, 'registrars'>): ReadonlyMap<string, string> {
  return new Map(
    registrars.flatMap(({ PoolFqdn, SiteId }) =>
      PoolFqdn && SiteId ? [[PoolFqdn.toLowerCase(), policyKey(SiteId)] as const] : [],
    ),
  );
}

function governingPolicy(user: User, siteOf: ReadonlyMap<string, string>, policies: ReadonlySet<string>): string {
  if (user.ExternalAccessPolicy) return policyKey(user.ExternalAccessPolicy);
  const site = siteOf.get((user.RegistrarPool ?? '').toLowerCase());
  return site !== undefined && policies.has(site) ? site : 'global';
}
