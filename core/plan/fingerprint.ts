import type { Answers } from '../answers/answers-schema.ts';
import { type Snapshot, userKey } from '../deployment/deployment.ts';
import type { Difference } from '../failure.ts';
import type { Properties } from './change.ts';
import { isSameValue } from './properties.ts';

/** What a plan was made from: every property that it could depend on, by path, and the hash over them. */
export interface Fingerprint {
  readonly hash: string;
  /** `publicProviders/Messenger/Enabled` and the like -> value. */
  readonly properties: Properties;
}

/**
 * The fingerprint of a deployment as it was read. Replication is left out, which moves by itself, and so are users but
 * those whom the answers give a policy.
 */
export function fingerprintOf(snapshot: Snapshot, answers: Answers, digest: (text: string) => string): Fingerprint {
  const properties = Object.fromEntries(
    [
      ...objectEntries('product', '', snapshot.product),
      ...listEntries('publicProviders', snapshot.publicProviders),
      ...listEntries('hostingProviders', snapshot.hostingProviders),
      ...listEntries('externalAccessPolicies', snapshot.externalAccessPolicies),
      ...objectEntries('accessEdgeConfiguration', '', snapshot.accessEdgeConfiguration ?? {}),
      ...listEntries('allowedDomains', snapshot.allowedDomains),
      ...listEntries('blockedDomains', snapshot.blockedDomains),
      ...userEntries(snapshot, answers),
    ].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return { hash: digest(JSON.stringify(properties)), properties };
}

type Entry = readonly [path: string, value: string | number | boolean | null];

function listEntries(part: string, objects: readonly Readonly<Record<string, unknown>>[]): Entry[] {
  return objects.flatMap((object) => objectEntries(part, String(object['Identity']), object));
}

/** A slash in an identity cannot make two paths the same that are not. */
function objectEntries(part: string, identity: string, object: Readonly<Record<string, unknown>>): Entry[] {
  const name = identity === '' ? part : `${part}/${identity.replaceAll('%', '%25').replaceAll('/', '%2F')}`;
  return Object.entries(object).map(([property, value]): Entry => [`${name}/${property}`, comparable(value)]);
}

function comparable(value: unknown): Entry[1] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function userEntries({ users }: Snapshot, { externalAccess }: Answers): Entry[] {
  const named = new Set(externalAccess.flatMap((policy) => (policy.users ?? []).map(userKey)));
  return users
    .filter((user) => named.has(userKey(user.SipAddress ?? '')) || named.has(userKey(user.Identity)))
    .map((user) => [
      `users/${user.SipAddress ?? user.Identity}/ExternalAccessPolicy`,
      user.ExternalAccessPolicy ?? null,
    ]);
}

/** Every property in which two fingerprints differ, in order of their paths. */
export function differencesBetween(
  { properties: planned }: Pick<Fingerprint, 'properties'>,
  { properties: live }: Pick<Fingerprint, 'properties'>,
): readonly Difference[] {
  return [...new Set([...Object.keys(planned), ...Object.keys(live)])]
    .sort()
    .map((path) => ({ path, planned: planned[path] ?? null, live: live[path] ?? null }))
    .filter((one) => !isSameValue(one.planned, one.live));
}

/** True when what relies on organisation-wide federation is as it was: then switching it off again takes it from nobody. */
export function hasSameFederation(before: Snapshot, live: Snapshot): boolean {
  return JSON.stringify(federationUses(before)) === JSON.stringify(federationUses(live));
}

/** What else relies on the federation switch (facts J.8, J.9): allowed domains, partner discovery, hosting providers. */
export function federationUses(snapshot: Snapshot): {
  readonly allowedDomains: readonly string[];
  readonly hasPartnerDiscovery: boolean;
  readonly hostingProviders: readonly string[];
} {
  return {
    allowedDomains: snapshot.allowedDomains.map((one) => one.Domain ?? one.Identity).sort(),
    hasPartnerDiscovery: snapshot.accessEdgeConfiguration?.EnablePartnerDiscovery === true,
    hostingProviders: snapshot.hostingProviders
      .filter((one) => one.Enabled === true)
      .map((one) => one.Identity)
      .sort(),
  };
}
