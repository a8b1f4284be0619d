import { accessEdgesOf, compareEdges, topologyEdges } from '../answers/access-edges.ts';
import type { Answers, RetireAnswers } from '../answers/answers-schema.ts';
import type { CmdletName } from '../deployment/cmdlets.ts';
import { type Snapshot, findUser, hasParameter, identityKey, isRead } from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import { type Finding, finding } from '../finding.ts';
import type { PlannedChange } from './change.ts';
import { isOfAolOrYahoo } from './ended-services.ts';
import { findingTexts as say } from './finding-texts.ts';
import { federationUses } from './fingerprint.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { findPolicy } from './policy-changes.ts';
import { preflightFindings } from './preflight.ts';
import type { ProviderIntent } from './provider-intent.ts';
import { keptProviders } from './retirement-changes.ts';

type Needed = readonly (readonly [CmdletName, readonly string[]])[];

/** The cmdlets and parameters without which there is no setting up; `create` and `users` of a policy need more. */
const NEEDED_TO_SET_UP: Needed = [
  ['Set-CsAccessEdgeConfiguration', ['AllowFederatedUsers']],
  ['Set-CsExternalAccessPolicy', ['Identity', 'EnablePublicCloudAccess']],
  ['New-CsPublicProvider', ['Identity', 'ProxyFqdn', 'Enabled', 'VerificationLevel']],
  ['Set-CsPublicProvider', ['Identity', 'Enabled', 'VerificationLevel']],
  ['Remove-CsPublicProvider', ['Identity']],
];
const NEEDED_TO_CREATE_POLICIES: Needed = [['New-CsExternalAccessPolicy', ['Identity', 'EnablePublicCloudAccess']]];
const NEEDED_TO_GRANT: Needed = [['Grant-CsExternalAccessPolicy', ['Identity', 'PolicyName']]];
const NEEDED_TO_RETIRE: Needed = [
  ['Set-CsExternalAccessPolicy', ['Identity', 'EnablePublicCloudAccess']],
  ['New-CsPublicProvider', ['Identity', 'ProxyFqdn', 'Enabled', 'VerificationLevel']],
  ['Remove-CsPublicProvider', ['Identity']],
  ['Disable-CsPublicProvider', ['Identity']],
  ['Enable-CsPublicProvider', ['Identity']],
];

/** The cmdlets whose parameters decide what a plan can hold. */
export const PLANNED_CMDLETS: readonly CmdletName[] = [
  ...new Set(
    [NEEDED_TO_SET_UP, NEEDED_TO_CREATE_POLICIES, NEEDED_TO_GRANT, NEEDED_TO_RETIRE].flat().map(([cmdlet]) => cmdlet),
  ),
];

/** The parts of the deployment without which a plan would be a guess. */
const NEEDED_PARTS: readonly string[] = [
  'publicProviders',
  'hostingProviders',
  'externalAccessPolicies',
  'accessEdgeConfiguration',
];

/** Checks answers against the deployment before anything is written (facts E, J, K). */
export function planFindings(
  answers: Answers,
  intent: ProviderIntent,
  facts: PlanningFacts,
  changes: readonly PlannedChange[],
): Finding[] {
  return [
    ...capabilityFindings(answers, facts),
    ...unreadableFindings(answers, facts),
    ...(answers.goal === 'retire'
      ? retirementFindings(answers, facts)
      : setUpFindings(answers, intent, facts, changes)),
    ...preflightFindings(answers, facts, changes),
  ];
}

function setUpFindings(
  answers: Answers,
  intent: ProviderIntent,
  facts: PlanningFacts,
  changes: readonly PlannedChange[],
): Finding[] {
  return [
    ...routingFindings(facts, changes),
    ...policyFindings(answers, facts),
    ...userFindings(answers, facts),
    ...providerFindings(answers, intent, facts),
    ...answerFindings(answers, intent),
    ...edgeFindings(answers, facts),
  ];
}

function neededFor({ goal, externalAccess }: Answers): Needed {
  if (goal === 'retire') return NEEDED_TO_RETIRE;
  return [
    ...NEEDED_TO_SET_UP,
    ...(externalAccess.some((policy) => policy.create === true) ? NEEDED_TO_CREATE_POLICIES : []),
    ...(externalAccess.some((policy) => policy.users) ? NEEDED_TO_GRANT : []),
  ];
}

function capabilityFindings(answers: Answers, { capabilities, product }: PlanningFacts): Finding[] {
  return neededFor(answers).flatMap(([cmdlet, parameters]) => {
    if (!Object.hasOwn(capabilities, cmdlet))
      return [finding(`missing:${cmdlet}`, 'blocker', say.cmdletMissing(cmdlet, product.name))];
    return parameters
      .filter((parameter) => !hasParameter(capabilities, cmdlet, parameter))
      .map((parameter) =>
        finding(`missing:${cmdlet}:${parameter}`, 'blocker', say.parameterMissing(cmdlet, parameter)),
      );
  });
}

function unreadableFindings({ goal, externalAccess }: Answers, { snapshot }: PlanningFacts): Finding[] {
  // Whom a policy is given to has to be there, and what they had before is needed to take it back.
  const grants = goal !== 'retire' && externalAccess.some((policy) => policy.users);
  const needed = grants ? [...NEEDED_PARTS, 'users'] : NEEDED_PARTS;
  return (snapshot?.unreadable ?? []).map(({ part, error }) =>
    finding(`unreadable:${part}`, needed.includes(part) ? 'blocker' : 'warning', say.unreadable(part, error.message)),
  );
}

function routingFindings({ snapshot }: PlanningFacts, changes: readonly PlannedChange[]): Finding[] {
  const method = snapshot?.accessEdgeConfiguration?.RoutingMethod;
  if (!method || method === 'UseDnsSrvRouting') return [];
  const isNeeded = changes.some((change) => change.subject.type === 'provider' && change.call !== null);
  return isNeeded ? [finding('default-routing', 'blocker', say.defaultRouting(method), 'access-edge')] : [];
}

function policyFindings(answers: Answers, facts: PlanningFacts): Finding[] {
  const { snapshot } = facts;
  if (!snapshot) return [];
  const unknown = answers.externalAccess
    .filter((answer) => answer.create !== true && findPolicy(facts, answer.identity) === null)
    .map(({ identity }) => {
      const present = snapshot.externalAccessPolicies.map((policy) => policy.Identity);
      return finding(`policy-missing:${identity}`, 'blocker', say.policyMissing(identity, present), 'external-access');
    });
  const isOn = answers.externalAccess.some((answer) => answer.publicCloudAccess);
  const isOnAnyway = snapshot.externalAccessPolicies.some((policy) => policy.EnablePublicCloudAccess === true);
  return isOn || isOnAnyway
    ? unknown
    : [...unknown, finding('no-public-access', 'warning', say.noPublicAccess, 'external-access')];
}

/** A user that is to get a policy and is not there; nobody else's policy is touched. */
function userFindings(answers: Answers, { snapshot }: PlanningFacts): Finding[] {
  if (!snapshot || !isRead(snapshot, 'users')) return [];
  return answers.externalAccess
    .flatMap(({ users = [] }) => users)
    .filter((user) => findUser(snapshot.users, user) === null)
    .map((user) => finding(`user-missing:${user}`, 'blocker', say.userMissing(user), 'external-access'));
}

function providerFindings(answers: Answers, intent: ProviderIntent, { snapshot }: PlanningFacts): Finding[] {
  if (!snapshot) return [];
  const { identity, proxyFqdn, existing, conflicting } = intent;
  const hosting = snapshot.hostingProviders
    .filter((one) => identityKey(one.Identity) === identityKey(identity) || isSameDomain(one.ProxyFqdn, proxyFqdn))
    .filter(() => existing === null || conflicting.length > 0)
    .map((one) =>
      finding(
        `hosting:${one.Identity}`,
        'blocker',
        say.hostingCollision(one.Identity, one.ProxyFqdn),
        'public-provider',
      ),
    );
  return [...hosting, ...unlistedConflicts(answers, intent), ...deadProviders(answers, snapshot)];
}

function unlistedConflicts({ removeProviders }: Answers, { conflicting }: ProviderIntent): Finding[] {
  if (removeProviders === 'conflicting') return [];
  const listed = new Set(removeProviders.map(identityKey));
  return conflicting
    .filter((provider) => !listed.has(identityKey(provider.Identity)))
    .map((provider) =>
      finding(`conflict:${provider.Identity}`, 'blocker', say.unlistedConflict(provider.Identity), 'public-provider'),
    );
}

/** AOL and Yahoo! ended on 30 June 2014 (facts 0, D.1). */
function deadProviders({ removeProviders }: Answers, { publicProviders }: Snapshot): Finding[] {
  return publicProviders
    .filter((provider) => provider.Enabled && isOfAolOrYahoo(provider.ProxyFqdn))
    .filter((provider) => !(Array.isArray(removeProviders) && removeProviders.includes(provider.Identity)))
    .map((provider) =>
      finding(`dead:${provider.Identity}`, 'warning', say.deadProvider(provider.Identity), 'public-provider'),
    );
}

/** The request names an Access Edge that the topology does not have: nothing is written with it, so it is only said. */
function edgeFindings({ request }: Answers, { snapshot }: PlanningFacts): Finding[] {
  if (!request || !snapshot) return [];
  const topology = topologyEdges(snapshot);
  const fqdns = accessEdgesOf(request).map(({ fqdn }) => fqdn);
  return compareEdges(fqdns, topology).notInTopology.map((fqdn) =>
    finding(`edge-not-in-topology:${fqdn}`, 'note', say.edgeNotInTopology(fqdn, topology), 'edge-and-domains'),
  );
}

function answerFindings(answers: Answers, intent: ProviderIntent): Finding[] {
  const found: Finding[] = [];
  const level = answers.provider.verificationLevel;
  if (!answers.accessEdge.allowFederatedUsers)
    found.push(finding('federation-off', 'warning', say.federationOff, 'access-edge'));
  if (!answers.provider.enabled)
    found.push(finding('provider-disabled', 'warning', say.providerDisabled, 'public-provider'));
  if (typeof level === 'number' && intent.verificationLevel === null)
    found.push(finding('verification-level', 'blocker', say.verificationLevel(level), 'public-provider'));
  return found;
}

function retirementFindings(answers: RetireAnswers, facts: PlanningFacts): Finding[] {
  const kept = keptProviders(answers, facts).map(({ Identity }) =>
    finding(`kept:${Identity}`, 'warning', say.providerKept(Identity), 'retire'),
  );
  return [...kept, ...(answers.retire.federation === 'switch-off' ? federationFindings(facts) : [])];
}

/** What depends on the organisation-wide switch, one finding each, so that each is acknowledged by itself. */
function federationFindings({ snapshot }: PlanningFacts): Finding[] {
  if (!snapshot) return [];
  const { allowedDomains, hasPartnerDiscovery, hostingProviders } = federationUses(snapshot);
  return [
    finding('federation-switch', 'warning', say.federationSwitch, 'retire'),
    ...(allowedDomains.length > 0
      ? [finding('federation:allowed-domains', 'warning', say.usedByDomains(allowedDomains), 'retire')]
      : []),
    ...(hasPartnerDiscovery ? [finding('federation:discovery', 'warning', say.usedByDiscovery, 'retire')] : []),
    ...hostingProviders.map((identity) =>
      finding(`federation:hosting:${identity}`, 'warning', say.usedByHosting(identity), 'retire'),
    ),
  ];
}
