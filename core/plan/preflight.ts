import type { Answers } from '../answers/answers-schema.ts';
import { type Replica, isRead, isSilent } from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import { FEDERATION_PORT } from '../domains/federation-record.ts';
import { MICROSOFT_DOMAINS, SKYPE_ID_DOMAIN } from '../domains/microsoft-domains.ts';
import { type Finding, finding } from '../finding.ts';
import type { PlannedChange } from './change.ts';
import { findingTexts as say } from './finding-texts.ts';
import type { Environment, PlanningFacts } from './planning-facts.ts';

/** What is checked of shell and deployment before any write, whatever the answers are (facts A.5, I, J, K). */
export function preflightFindings(
  answers: Answers,
  facts: PlanningFacts,
  changes: readonly PlannedChange[],
): Finding[] {
  return [
    ...(facts.environment ? shellFindings(facts.environment, facts) : []),
    ...(facts.environment ? rightsFindings(facts.environment, changes) : []),
    ...(answers.goal === 'retire' ? [] : [...edgeFindings(facts), ...blockedDomainFindings(answers, facts)]),
    ...replicationFindings(facts),
  ];
}

/** The modules are .NET Framework assemblies for 64-bit Windows PowerShell (facts I); practice runs anywhere. */
function shellFindings({ deployment, module, powershell }: Environment, facts: PlanningFacts): Finding[] {
  if (deployment === 'practice') return [];
  const newer = newerReplicas(module.version, facts);
  return [
    ...(powershell.is64Bit ? [] : [finding('shell:32-bit', 'blocker', say.shell32Bit)]),
    ...(powershell.edition === 'Core'
      ? [finding('shell:edition', 'warning', say.shellEdition(powershell.version))]
      : []),
    ...(newer.length > 0
      ? [finding('shell:older', 'warning', say.shellOlder(module.name, module.version, newer))]
      : []),
  ];
}

/** Servers of a newer product than the shell's module: the newest shell should edit (facts K.28). */
function newerReplicas(moduleVersion: string, { snapshot }: PlanningFacts): readonly string[] {
  const major = Number.parseInt(moduleVersion, 10);
  return (snapshot?.replication ?? [])
    .filter(({ ProductVersion }) => Number.parseInt(ProductVersion ?? '', 10) > major)
    .map((replica) => replica.ReplicaFqdn);
}

/** The groups that the changing cmdlets need (facts A.5), where the membership can be told. */
function rightsFindings({ operator }: Environment, changes: readonly PlannedChange[]): Finding[] {
  if (operator.groups === null) return [];
  const has = new Set(operator.groups.map((group) => group.replace(/^.*\\/u, '').toLowerCase()));
  const cmdlets = changes.flatMap(({ call }) => (call ? [call.cmdlet] : []));
  const needed = [
    ...(cmdlets.some((cmdlet) => cmdlet !== 'Grant-CsExternalAccessPolicy') ? ['RTCUniversalServerAdmins'] : []),
    ...(cmdlets.includes('Grant-CsExternalAccessPolicy') ? ['RTCUniversalUserAdmins'] : []),
  ];
  return needed
    .filter((group) => !has.has(group.toLowerCase()))
    .map((group) => finding(`rights:${group}`, 'warning', say.rightsMissing(operator.name, group)));
}

/** Exactly one Edge pool takes part in federation (facts G, K.21). */
function edgeFindings({ snapshot }: PlanningFacts): Finding[] {
  if (!snapshot || !isRead(snapshot, 'edgeServices')) return [];
  const pools = snapshot.edgeServices
    .filter((edge) => (edge.AccessEdgeExternalSipPort ?? FEDERATION_PORT) === FEDERATION_PORT)
    .map((edge) => edge.PoolFqdn ?? edge.Identity);
  if (pools.length === 1) return [];
  return [
    pools.length === 0
      ? finding('edge:none', 'warning', say.noEdge, 'access-edge')
      : finding('edge:several', 'warning', say.severalEdges(pools), 'access-edge'),
  ];
}

/** Domains behind which Skype users have their addresses (facts K.16). */
function blockedDomainFindings({ provider }: Answers, { snapshot }: PlanningFacts): Finding[] {
  if (!snapshot) return [];
  const known = [...MICROSOFT_DOMAINS, SKYPE_ID_DOMAIN, ...(provider.nameDecorationExcludedDomains ?? [])];
  const matters = (domain: string) => known.some((one) => isSameDomain(one, domain));
  const names = (list: readonly { Identity: string; Domain?: string | null | undefined }[]) =>
    list.map((one) => one.Domain ?? one.Identity).filter(matters);
  const routed = snapshot.allowedDomains.filter(
    (one) => typeof one['ProxyFqdn'] === 'string' && one['ProxyFqdn'] !== '',
  );
  return [
    ...names(snapshot.blockedDomains).map((domain) =>
      finding(`blocked:${domain}`, 'warning', say.blockedDomain(domain)),
    ),
    ...names(routed).map((domain) => finding(`routed:${domain}`, 'warning', say.routedDomain(domain))),
  ];
}

function replicationFindings({ snapshot, readAt }: PlanningFacts): Finding[] {
  const behind = (snapshot?.replication ?? []).filter((replica) => !replica.UpToDate);
  const isStale = (replica: Replica) => readAt !== null && isSilent(replica, readAt);
  const stale = behind.filter(isStale).map((replica) => replica.ReplicaFqdn);
  const late = behind.filter((replica) => !isStale(replica)).map((replica) => replica.ReplicaFqdn);
  return [
    ...(stale.length > 0 ? [finding('replication-stale', 'warning', say.replicationStale(stale))] : []),
    ...(late.length > 0 ? [finding('replication-behind', 'note', say.replicationBehind(late))] : []),
  ];
}
