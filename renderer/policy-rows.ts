import { type ExternalAccessPolicy, type Snapshot, policyKey } from '../core/deployment.ts';
import { externalAccessText as text } from '../core/texts/pages/external-access.ts';
import type { WizardForm } from '../core/wizard.ts';

type PolicyAnswer = WizardForm['externalAccess'][number];

/** A line of the policy table: a policy of the deployment, what is wanted of it, or both. */
export interface PolicyRow {
  readonly key: string;
  /** As it is named in the answers and in commands, without the `Tag:` of the output. */
  readonly identity: string;
  readonly reach: string;
  readonly present: ExternalAccessPolicy | null;
  readonly wanted: PolicyAnswer | null;
}

/** Every policy of the deployment, then those that are only in the answers. */
export function policyRows(answers: readonly PolicyAnswer[], snapshot: Snapshot | null): readonly PolicyRow[] {
  const wantedOf = (key: string) => answers.find((answer) => policyKey(answer.identity) === key) ?? null;
  const present = (snapshot?.externalAccessPolicies ?? []).map((policy): PolicyRow => {
    const key = policyKey(policy.Identity);
    return {
      key,
      identity: policy.Identity.replace(/^tag:/iu, ''),
      reach: reachOf(policy, snapshot),
      present: policy,
      wanted: wantedOf(key),
    };
  });
  const known = new Set(present.map(({ key }) => key));
  const others = answers
    .filter((answer) => !known.has(policyKey(answer.identity)))
    .map((wanted): PolicyRow => ({
      key: policyKey(wanted.identity),
      identity: wanted.identity,
      reach: snapshot ? text.missing : '',
      present: null,
      wanted,
    }));
  return [...present, ...others];
}

/** Whom a policy governs (facts A.2: per-user over site over Global). */
function reachOf({ Identity }: ExternalAccessPolicy, snapshot: Snapshot | null): string {
  const users = snapshot?.users ?? [];
  const key = policyKey(Identity);
  if (/^site:/iu.test(Identity)) return text.site;
  if (key === 'global') return text.global(users.filter((user) => !user.ExternalAccessPolicy).length);
  return text.users(users.filter((user) => policyKey(user.ExternalAccessPolicy ?? '') === key).length);
}

/** The answers with a policy added (both flags allowed), or without it. */
export function chosen(answers: readonly PolicyAnswer[], identity: string, isChosen: boolean): PolicyAnswer[] {
  const others = answers.filter((answer) => policyKey(answer.identity) !== policyKey(identity));
  if (!isChosen) return others;
  return [...others, { identity, publicCloudAccess: true, publicCloudAudioVideoAccess: true }];
}
