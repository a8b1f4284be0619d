import type { Answers } from './answers.ts';
import { type CmdletName, CMDLETS } from './cmdlets.ts';
import { findProvider, hasParameter } from './deployment.ts';
import { isSameDomain } from './domain-names.ts';
import type { Finding } from './finding.ts';
import type { PlannedChange, PlanningFacts } from './plan.ts';
import { findPolicy } from './plan-policies.ts';
import { conflictingProviders } from './plan-providers.ts';
import { findingTexts as say } from './texts/findings.ts';
import type { StepId } from './wizard.ts';

/** The cmdlets and parameters without which there is no setup. */
const NEEDED: readonly (readonly [CmdletName, readonly string[]])[] = [
  ['Set-CsAccessEdgeConfiguration', ['AllowFederatedUsers']],
  ['Set-CsExternalAccessPolicy', ['Identity', 'EnablePublicCloudAccess']],
  ['New-CsPublicProvider', ['Identity', 'ProxyFqdn', 'Enabled', 'VerificationLevel']],
  ['Set-CsPublicProvider', ['Identity', 'Enabled', 'VerificationLevel']],
  ['Remove-CsPublicProvider', ['Identity']],
];

/** The cmdlets whose parameters decide what a plan can hold. */
export const PLANNED_CMDLETS: readonly CmdletName[] = NEEDED.map(([cmdlet]) => cmdlet);

/** The parts of the deployment without which a plan would be a guess. */
const NEEDED_PARTS: readonly string[] = [
  'publicProviders',
  'hostingProviders',
  'externalAccessPolicies',
  'accessEdgeConfiguration',
];

/** Checks answers against the deployment before anything is written (facts E, J, K). */
export function planFindings(answers: Answers, facts: PlanningFacts, changes: readonly PlannedChange[]): Finding[] {
  return [
    ...capabilityFindings(facts),
    ...unreadableFindings(facts),
    ...routingFindings(facts, changes),
    ...policyFindings(answers, facts),
    ...providerFindings(answers, facts),
    ...answerFindings(answers),
    ...replicationFindings(facts),
  ];
}

function finding(
  id: string,
  severity: Finding['severity'],
  [message, remedy]: readonly [message: string, remedy: string],
  step: StepId | null = null,
): Finding {
  return { id, severity, message, remedy, step };
}

function capabilityFindings({ capabilities, product }: PlanningFacts): Finding[] {
  return NEEDED.flatMap(([cmdlet, parameters]) => {
    if (!Object.hasOwn(capabilities, cmdlet))
      return [finding(`missing:${cmdlet}`, 'blocker', say.cmdletMissing(cmdlet, product.name))];
    return parameters
      .filter((parameter) => !hasParameter(capabilities, cmdlet, parameter))
      .map((parameter) =>
        finding(`missing:${cmdlet}:${parameter}`, 'blocker', say.parameterMissing(cmdlet, parameter)),
      );
  });
}

function unreadableFindings({ snapshot }: PlanningFacts): Finding[] {
  return (snapshot?.unreadable ?? []).map(({ part, error }) =>
    finding(
      `unreadable:${part}`,
      NEEDED_PARTS.includes(part) ? 'blocker' : 'warning',
      say.unreadable(part, error.message),
    ),
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
    .filter((answer) => findPolicy(facts, answer.identity) === null)
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

function providerFindings(answers: Answers, facts: PlanningFacts): Finding[] {
  const { snapshot } = facts;
  if (!snapshot) return [];
  const { identity, proxyFqdn } = answers.provider;
  const isPresent = findProvider(snapshot, identity) !== null;
  const hosting = snapshot.hostingProviders
    .filter((one) => one.Identity.toLowerCase() === identity.toLowerCase() || isSameDomain(one.ProxyFqdn, proxyFqdn))
    .filter(() => !isPresent || conflictingProviders(answers, facts).length > 0)
    .map((one) =>
      finding(
        `hosting:${one.Identity}`,
        'blocker',
        say.hostingCollision(one.Identity, one.ProxyFqdn),
        'public-provider',
      ),
    );
  return [...hosting, ...unlistedConflicts(answers, facts), ...deadProviders(answers, facts)];
}

function unlistedConflicts(answers: Answers, facts: PlanningFacts): Finding[] {
  const { removeProviders } = answers;
  if (removeProviders === 'conflicting') return [];
  const listed = new Set(removeProviders.map((identity) => identity.toLowerCase()));
  return conflictingProviders(answers, facts)
    .filter((provider) => !listed.has(provider.Identity.toLowerCase()))
    .map((provider) =>
      finding(`conflict:${provider.Identity}`, 'blocker', say.unlistedConflict(provider.Identity), 'public-provider'),
    );
}

/** AOL and Yahoo! ended on 30 June 2014 (facts 0). */
function deadProviders(answers: Answers, { snapshot }: PlanningFacts): Finding[] {
  const isDead = /(^|\.)(oscar\.aol\.com|msg\.yahoo\.com)$/iu;
  return (snapshot?.publicProviders ?? [])
    .filter((provider) => provider.Enabled && isDead.test(provider.ProxyFqdn))
    .filter(
      (provider) => !(Array.isArray(answers.removeProviders) && answers.removeProviders.includes(provider.Identity)),
    )
    .map((provider) =>
      finding(`dead:${provider.Identity}`, 'warning', say.deadProvider(provider.Identity), 'public-provider'),
    );
}

function answerFindings(answers: Answers): Finding[] {
  const found: Finding[] = [];
  if (!answers.accessEdge.allowFederatedUsers)
    found.push(finding('federation-off', 'warning', say.federationOff, 'access-edge'));
  if (!answers.provider.enabled)
    found.push(finding('provider-disabled', 'warning', say.providerDisabled, 'public-provider'));
  return found;
}

function replicationFindings({ snapshot }: PlanningFacts): Finding[] {
  const behind = (snapshot?.replication ?? [])
    .filter((replica) => !replica.UpToDate)
    .map((replica) => replica.ReplicaFqdn);
  return behind.length > 0 ? [finding('replication-behind', 'note', say.replicationBehind(behind))] : [];
}

/** Capabilities of a product that has every cmdlet and parameter of the table; for texts and tests. */
export function allCapabilities(): Record<string, string[]> {
  return Object.fromEntries(Object.entries(CMDLETS).map(([name, entry]) => [name, Object.keys(entry.parameters)]));
}
