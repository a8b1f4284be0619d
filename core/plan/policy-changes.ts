import type { Answers } from '../answers/answers-schema.ts';
import {
  type ExternalAccessPolicy,
  hasParameter,
  policyKey,
  userKey,
  findUser,
  userPolicyName,
  callIdentity,
  isRead,
} from '../deployment/deployment.ts';
import type { PlannedChange, Properties } from './change.ts';
import { planTexts as say } from './plan-texts.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { differingProperties, pickProperties } from './properties.ts';
import { policyReach, userReach } from './reach.ts';

type PolicyAnswer = Answers['externalAccess'][number];

/** Flags that a new policy takes over from Global, so that a pilot user loses nothing that is not meant (facts A.2). */
const INHERITED_FLAGS = ['EnableFederationAccess', 'EnableOutsideAccess', 'EnableXmppAccess'] as const;

/** The settings of a policy that are on beside the two public ones, by name; of Global, those that a new policy takes over. */
export function otherFlagsOn(policy: ExternalAccessPolicy | null): readonly string[] {
  return INHERITED_FLAGS.filter((name) => policy?.[name] === true);
}

/** One change a named policy (its two public flags, of which only those that differ are sent), then its grants. */
export function policyChanges(answers: Answers, facts: PlanningFacts): PlannedChange[] {
  return answers.externalAccess.flatMap((answer) => [
    policyChange(answer, facts),
    ...(answer.users ?? []).map((user) => grantChange(user, answer, facts)),
  ]);
}

function policyChange(answer: PolicyAnswer, facts: PlanningFacts): PlannedChange {
  const policy = findPolicy(facts, answer.identity);
  if (answer.create === true && policy === null) return newPolicy(answer, facts);
  return setPolicy(answer.identity, wantedFlags(answer), policy, facts);
}

/** Sets flags of a policy that is there. `policy` is null when it is not known. */
export function setPolicy(
  identity: string,
  flags: Properties,
  policy: ExternalAccessPolicy | null,
  facts: PlanningFacts,
): PlannedChange {
  const { wanted, notes } = available(flags, 'Set-CsExternalAccessPolicy', facts);
  const names = Object.keys(wanted);
  const differing = policy ? differingProperties(wanted, policy) : wanted;
  const isRight = policy !== null && Object.keys(differing).length === 0;
  const before = policy ? pickProperties(policy, names) : null;
  const send = (values: Properties) => ({
    cmdlet: 'Set-CsExternalAccessPolicy' as const,
    parameters: { Identity: callIdentity(policy?.Identity ?? identity), ...values },
  });
  return {
    id: `policy:${policyKey(identity)}`,
    kind: 'set',
    status: isRight ? 'already-right' : policy ? 'would-change' : 'cannot-tell',
    sentence: isRight ? say.policyRight(identity) : say.policy(identity, differing),
    subject: { type: 'policy', identity },
    call: isRight || (facts.snapshot && !policy) ? null : send(differing),
    undo: isRight || !before ? null : send(pickProperties(before, Object.keys(differing))),
    before,
    after: wanted,
    destructive: Object.entries(differing).some(([, value]) => value === false),
    unit: null,
    affects: policyReach(identity, facts),
    notes,
  };
}

function newPolicy(answer: PolicyAnswer, facts: PlanningFacts): PlannedChange {
  const Identity = callIdentity(answer.identity);
  const global = findPolicy(facts, 'Global');
  const inherited = global ? pickProperties(global, otherFlagsOn(global)) : {};
  const { wanted, notes } = available({ ...inherited, ...wantedFlags(answer) }, 'New-CsExternalAccessPolicy', facts);
  return {
    id: `policy:${policyKey(answer.identity)}`,
    kind: 'new',
    status: isRead(facts.snapshot, 'externalAccessPolicies') ? 'would-change' : 'cannot-tell',
    sentence: say.policyNew(answer.identity, wanted),
    subject: { type: 'policy', identity: answer.identity },
    call: { cmdlet: 'New-CsExternalAccessPolicy', parameters: { Identity, ...wanted } },
    undo: { cmdlet: 'Remove-CsExternalAccessPolicy', parameters: { Identity } },
    before: null,
    after: wanted,
    destructive: false,
    unit: null,
    affects: policyReach(answer.identity, facts),
    notes: [...(global ? [say.policyInherits] : []), ...notes],
  };
}

function grantChange(user: string, { identity }: PolicyAnswer, facts: PlanningFacts): PlannedChange {
  const found = facts.snapshot ? findUser(facts.snapshot.users, user) : null;
  const policyName = callIdentity(identity);
  const present = found ? userPolicyName(found) : null;
  const isRight = found !== null && policyKey(present ?? '') === policyKey(policyName);
  const Identity = found?.SipAddress ?? user;
  const grant = (PolicyName: string | null) => ({
    cmdlet: 'Grant-CsExternalAccessPolicy' as const,
    parameters: { Identity, PolicyName },
  });
  const isUnknown = facts.snapshot !== null && found === null;
  return {
    id: `grant:${userKey(Identity)}`,
    kind: 'grant',
    status: isRight ? 'already-right' : found ? 'would-change' : 'cannot-tell',
    sentence: isRight ? say.grantRight(Identity, policyName) : say.grant(Identity, policyName),
    subject: { type: 'user', identity: Identity },
    call: isRight || isUnknown ? null : grant(policyName),
    undo: isRight || !found ? null : grant(present),
    before: found ? { ExternalAccessPolicy: present } : null,
    after: { ExternalAccessPolicy: policyName },
    destructive: false,
    unit: null,
    affects: userReach(found?.DisplayName ?? Identity, facts),
    notes: [],
  };
}

/** The policy of that identity in what was read, or null. */
export function findPolicy(
  { snapshot }: Pick<PlanningFacts, 'snapshot'>,
  identity: string,
): ExternalAccessPolicy | null {
  const key = policyKey(identity);
  return snapshot?.externalAccessPolicies.find((policy) => policyKey(policy.Identity) === key) ?? null;
}

function wantedFlags(answer: PolicyAnswer): Properties {
  return {
    EnablePublicCloudAccess: answer.publicCloudAccess,
    EnablePublicCloudAudioVideoAccess: answer.publicCloudAudioVideoAccess,
  };
}

/** The flags that the cmdlet of this product has, and a note for each that it has not. */
function available(
  flags: Properties,
  cmdlet: 'Set-CsExternalAccessPolicy' | 'New-CsExternalAccessPolicy',
  { capabilities }: PlanningFacts,
): { wanted: Properties; notes: string[] } {
  const has = (name: string) => hasParameter(capabilities, cmdlet, name);
  return {
    wanted: Object.fromEntries(Object.entries(flags).filter(([name]) => has(name))),
    notes: Object.keys(flags)
      .filter((name) => !has(name))
      .map((name) => say.leftOut(cmdlet, name)),
  };
}
