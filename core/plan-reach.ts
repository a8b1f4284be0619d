import type { Answers } from './answers.ts';
import type { Reach } from './change.ts';
import { policyKey } from './deployment.ts';
import { governedUsers } from './governed-users.ts';
import type { PlanningFacts } from './plan.ts';
import { reachTexts as say } from './texts/plan.ts';

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
  const governed = governedUsers(snapshot);
  const users = snapshot.externalAccessPolicies
    .map(({ Identity, EnablePublicCloudAccess }) => ({
      key: policyKey(Identity),
      isOn: EnablePublicCloudAccess === true,
    }))
    .filter(({ key, isOn }) => wanted.get(key) ?? isOn)
    .reduce((sum, { key }) => sum + (governed.get(key) ?? 0), 0);
  return reach(users, say.provider, snapshot);
}

function reach(
  users: number | null,
  words: (users: number | null) => string,
  snapshot: PlanningFacts['snapshot'],
): Reach {
  const replicas = (snapshot?.replication ?? []).map((replica) => replica.ReplicaFqdn);
  return { sentence: words(users), users, replicas };
}
