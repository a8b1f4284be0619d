import type { Answers } from '../answers/answers-schema.ts';
import { type User, policyKey, userKey } from '../deployment/deployment.ts';
import { governedUsers } from '../deployment/governed-users.ts';
import type { Reach } from './change.ts';
import { reachTexts as say } from './plan-texts.ts';
import type { PlanningFacts } from './planning-facts.ts';

/** Everybody: the organisation-wide switch. */
export function organisationReach({ snapshot }: PlanningFacts): Reach {
  return reach(snapshot?.users.length ?? null, say.organisation, snapshot);
}

/** The users that a policy governs now; none for a policy that is not there yet. */
export function policyReach(identity: string, { snapshot }: PlanningFacts): Reach {
  const users = snapshot ? (governedUsers(snapshot).get(policyKey(identity)) ?? 0) : null;
  return reach(users, say.policy, snapshot);
}

/** One user, by name. */
export function userReach(name: string, { snapshot }: PlanningFacts): Reach {
  return { ...reach(1, say.organisation, snapshot), sentence: say.user(name) };
}

/** The users whose policy allows public contacts, once the policies are as the answers want them. */
export function providerReach({ externalAccess }: Answers, { snapshot }: PlanningFacts): Reach {
  if (!snapshot) return reach(null, say.provider, snapshot);
  const wanted = new Map(externalAccess.map((policy) => [policyKey(policy.identity), policy.publicCloudAccess]));
  const isOn = new Map(
    snapshot.externalAccessPolicies.map((one) => [policyKey(one.Identity), one.EnablePublicCloudAccess === true]),
  );
  const governed = governedUsers({ ...snapshot, users: withGrants(snapshot.users, externalAccess) });
  const users = [...governed]
    .filter(([key]) => wanted.get(key) ?? isOn.get(key) ?? false)
    .reduce((sum, [, count]) => sum + count, 0);
  return reach(users, say.provider, snapshot);
}

/** The users with the policies that the answers give them. */
function withGrants(users: readonly User[], externalAccess: Answers['externalAccess']): User[] {
  const granted = new Map(
    externalAccess.flatMap((policy) => (policy.users ?? []).map((user) => [userKey(user), policy.identity] as const)),
  );
  return users.map((user) => {
    const policy = granted.get(userKey(user.SipAddress ?? '')) ?? granted.get(userKey(user.Identity));
    return policy === undefined ? user : { ...user, ExternalAccessPolicy: policy };
  });
}

function reach(
  users: number | null,
  words: (users: number | null) => string,
  snapshot: PlanningFacts['snapshot'],
): Reach {
  const replicas = (snapshot?.replication ?? []).map((replica) => replica.ReplicaFqdn);
  return { sentence: words(users), users, replicas };
}
