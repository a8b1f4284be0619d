import type { Answers } from './answers.ts';
import { type ExternalAccessPolicy, hasParameter, policyKey } from './deployment.ts';
import type { PlannedChange, PlanningFacts, Properties } from './plan.ts';
import { differingProperties, pickProperties } from './properties.ts';
import { planTexts as say } from './texts/plan.ts';

type PolicyAnswer = Answers['externalAccess'][number];

/** One change a named policy: the two public flags (facts A.2), of which only those that differ are sent. */
export function policyChanges(answers: Answers, facts: PlanningFacts): PlannedChange[] {
  return answers.externalAccess.map((answer) => policyChange(answer, facts));
}

function policyChange(answer: PolicyAnswer, facts: PlanningFacts): PlannedChange {
  const policy = findPolicy(facts, answer.identity);
  const { wanted, notes } = wantedFlags(answer, facts);
  const names = Object.keys(wanted);
  const differing = policy ? differingProperties(wanted, policy) : wanted;
  const isRight = policy !== null && Object.keys(differing).length === 0;
  const before = policy ? pickProperties(policy, names) : null;
  const send = (values: Properties) => ({
    cmdlet: 'Set-CsExternalAccessPolicy' as const,
    parameters: { Identity: callIdentity(policy?.Identity ?? answer.identity), ...values },
  });
  return {
    id: `policy:${policyKey(answer.identity)}`,
    kind: 'set',
    status: isRight ? 'already-right' : policy ? 'would-change' : 'cannot-tell',
    sentence: isRight
      ? say.policyRight(answer.identity)
      : say.policy(answer.identity, differing, usersGoverned(facts, policy)),
    subject: { type: 'policy', identity: answer.identity },
    call: isRight || (facts.snapshot && !policy) ? null : send(differing),
    undo: isRight || !before ? null : send(pickProperties(before, Object.keys(differing))),
    before,
    after: wanted,
    destructive: Object.entries(differing).some(([, value]) => value === false),
    unit: null,
    notes,
  };
}

/** The policy of that identity in what was read, or null. */
export function findPolicy(facts: PlanningFacts, identity: string): ExternalAccessPolicy | null {
  const key = policyKey(identity);
  return facts.snapshot?.externalAccessPolicies.find((policy) => policyKey(policy.Identity) === key) ?? null;
}

/** A per-user policy is named without its `Tag:` prefix, as the reference's examples do. */
function callIdentity(identity: string): string {
  return identity.replace(/^tag:/iu, '');
}

function wantedFlags(answer: PolicyAnswer, { capabilities }: PlanningFacts): { wanted: Properties; notes: string[] } {
  const flags: Properties = {
    EnablePublicCloudAccess: answer.publicCloudAccess,
    EnablePublicCloudAudioVideoAccess: answer.publicCloudAudioVideoAccess,
  };
  const has = (name: string) => hasParameter(capabilities, 'Set-CsExternalAccessPolicy', name);
  const names = Object.keys(flags);
  return {
    wanted: Object.fromEntries(Object.entries(flags).filter(([name]) => has(name))),
    notes: names.filter((name) => !has(name)).map((name) => say.leftOut('Set-CsExternalAccessPolicy', name)),
  };
}

/** Users with this per-user policy; null for Global and site policies, whose reach is not counted here. */
function usersGoverned({ snapshot }: PlanningFacts, policy: ExternalAccessPolicy | null): number | null {
  if (!snapshot || !policy || !/^tag:/iu.test(policy.Identity)) return null;
  const key = policyKey(policy.Identity);
  return snapshot.users.filter((user) => policyKey(user.ExternalAccessPolicy ?? '') === key).length;
}
