import { type WizardForm, listedUsers } from '../../../core/wizard/form.ts';
import {
  type ExternalAccessPolicy,
  type Snapshot,
  isSharedPolicy,
  policyKey,
  isRead,
} from '../../../core/deployment/deployment.ts';
import { type PolicyScope, areSitesKnown, governedUsers, scopeOf } from '../../../core/deployment/governed-users.ts';

export type PolicyAnswer = WizardForm['externalAccess'][number];

const SCOPES: readonly PolicyScope[] = ['global', 'site', 'user'];

/** A line of the policy table: a policy of the deployment, what is wanted of it, or both. */
export interface PolicyRow {
  readonly key: string;
  /** As it is named in the answers and in commands, without the `Tag:` of the output. */
  readonly identity: string;
  readonly scope: PolicyScope;
  /** How many users it governs now; null where that cannot be told. */
  readonly governed: number | null;
  /** How many users are to be given it. */
  readonly given: number;
  readonly present: ExternalAccessPolicy | null;
  readonly wanted: PolicyAnswer | null;
}

/** Every policy of the deployment and of the answers: Global, then those of sites, then those of users. */
export function policyRows(answers: readonly PolicyAnswer[], snapshot: Snapshot | null): readonly PolicyRow[] {
  const governed = governedCounts(snapshot);
  const row = (identity: string, present: ExternalAccessPolicy | null): PolicyRow => {
    const key = policyKey(identity);
    const wanted = answers.find((answer) => policyKey(answer.identity) === key) ?? null;
    return {
      key,
      identity: identity.replace(/^tag:/iu, ''),
      scope: scopeOf(identity),
      governed: governed(key),
      given: listedUsers(wanted?.users ?? '').length,
      present,
      wanted,
    };
  };
  const present = (snapshot?.externalAccessPolicies ?? []).map((policy) => row(policy.Identity, policy));
  const known = new Set(present.map(({ key }) => key));
  const others = answers
    .filter(({ identity }) => !known.has(policyKey(identity)))
    .map(({ identity }) => row(identity, null));
  return SCOPES.flatMap((scope) => [...present, ...others].filter((one) => one.scope === scope));
}

/** How many users a policy governs, by key; Global and sites are left open where it is not known who is in which site. */
function governedCounts(snapshot: Snapshot | null): (key: string) => number | null {
  if (!snapshot || !isRead(snapshot, 'users')) return () => null;
  const counts = governedUsers(snapshot);
  const hasSites = areSitesKnown(snapshot);
  return (key) => (hasSites || !isSharedPolicy(key) ? (counts.get(key) ?? 0) : null);
}

/** The answers with a policy added (both flags allowed), or without it. */
export function chosen(answers: readonly PolicyAnswer[], identity: string, isChosen: boolean): PolicyAnswer[] {
  const others = answers.filter((answer) => policyKey(answer.identity) !== policyKey(identity));
  if (!isChosen) return others;
  return [...others, { identity, publicCloudAccess: true, publicCloudAudioVideoAccess: true }];
}

/** The answers with other values for one policy. */
export function withPolicy(
  answers: readonly PolicyAnswer[],
  identity: string,
  values: Partial<PolicyAnswer>,
): PolicyAnswer[] {
  return answers.map((answer) =>
    policyKey(answer.identity) === policyKey(identity) ? { ...answer, ...values } : answer,
  );
}

/** True for a policy that is created here or given to users here. */
export function isPilot({ create, users }: PolicyAnswer): boolean {
  return create === true || users !== undefined;
}
