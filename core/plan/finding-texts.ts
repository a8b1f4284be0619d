import { UNREAD_REMEDY } from '../deployment/unread-texts.ts';
import type { FindingWords } from '../finding.ts';
import { listed } from '../formats/lists.ts';
import { plural } from '../formats/plural.ts';

/** What the checks before a run found: what is so, and what to do. */
export const findingTexts = {
  cmdletMissing: (cmdlet: string, product: string): FindingWords => [
    `The management shell of ${product} has no ${cmdlet}.`,
    'Run this on a computer with the full Lync Server or Skype for Business Server management shell.',
  ],
  parameterMissing: (cmdlet: string, parameter: string): FindingWords => [
    `${cmdlet} of this management shell has no parameter ${parameter}, which the setup needs.`,
    'Use the management shell that belongs to the newest server of the deployment.',
  ],
  unreadable: (part: string, message: string): FindingWords => [
    `A part of the deployment could not be read (${part}): ${message}`,
    UNREAD_REMEDY,
  ],
  defaultRouting: (method: string): FindingWords => [
    `The Access Edge uses ${method}. No public provider works while it routes by default route.`,
    'Change the Access Edge to DNS SRV routing first.',
  ],
  policyMissing: (identity: string, present: readonly string[]): FindingWords => [
    `There is no external access policy "${identity}".`,
    `Choose one of: ${present.join(', ')}.`,
  ],
  noPublicAccess: [
    'No external access policy allows communication with public users, so no user can reach a Skype contact.',
    'Allow it in at least one policy.',
  ] as FindingWords,
  hostingCollision: (identity: string, proxyFqdn: string): FindingWords => [
    `The hosting provider "${identity}" (${proxyFqdn}) uses the same identity or address. The server would refuse the new provider.`,
    'Choose another identity, or remove the hosting provider in the management shell if it is not used.',
  ],
  unlistedConflict: (identity: string): FindingWords => [
    `The public provider "${identity}" stands in the way of the new one, and is not on the list of providers to remove.`,
    'Add it to the list, or choose to remove what conflicts.',
  ],
  deadProvider: (identity: string): FindingWords => [
    `The public provider "${identity}" is enabled, but its service ended on 30 June 2014.`,
    'Disable or remove it when convenient. This setup leaves it as it is.',
  ],
  edgeNotInTopology: (fqdn: string, topology: readonly string[]): FindingWords => [
    `The request names the Access Edge ${fqdn}. The topology has ${listed(topology)}.`,
    'Compare both with the certificate of the Access Edge and with DNS, and correct the one that is wrong.',
  ],
  federationOff: [
    'The answers want federation and public IM connectivity switched off. Skype cannot be reached then.',
    'Switch it on, unless this is what you want.',
  ] as FindingWords,
  providerDisabled: [
    'The provider is to be created disabled, so it stays without effect.',
    'Enable it when it is to be used.',
  ] as FindingWords,
  userMissing: (user: string): FindingWords => [
    `There is no user "${user}".`,
    'Enter the SIP address of a user who is enabled for this deployment.',
  ],
  verificationLevel: (level: number): FindingWords => [
    `The server has no verification level with the number ${level}.`,
    'Enter the name instead, such as UseSourceVerification.',
  ],
  providerKept: (identity: string): FindingWords => [
    `The public provider "${identity}" stays enabled: it is not on the list of providers to retire. So the policies stay as they are.`,
    'List it under providers to retire it too.',
  ],
  federationSwitch: [
    'Switching off federation cuts off every federated partner, not only public providers.',
    'Leave the switch as it is, unless no other federation is wanted.',
  ] as FindingWords,
  usedByDomains: (domains: readonly string[]): FindingWords => [
    `Federation with ${plural(domains.length, { one: '1 allowed domain', other: `${domains.length} allowed domains` })} ends: ${listed(domains)}.`,
    'Tell the people who work with these partners, or leave the switch as it is.',
  ],
  usedByDiscovery: [
    'Partner discovery is on: federation with every partner that was found by its DNS record ends.',
    'Leave the switch as it is if any such partner is in use.',
  ] as FindingWords,
  usedByHosting: (identity: string): FindingWords => [
    `The hosting provider "${identity}" is enabled: split domains and partners that are hosted there are cut off.`,
    'Leave the switch as it is while users or partners are hosted there.',
  ],
  shell32Bit: [
    'This is a 32-bit PowerShell. The management shell is made for 64-bit Windows PowerShell.',
    'Start the 64-bit version of this program.',
  ] as FindingWords,
  shellEdition: (version: string): FindingWords => [
    `This is PowerShell ${version}. The management shell is made for Windows PowerShell.`,
    'Use Windows PowerShell 5.1, which is part of Windows.',
  ],
  shellOlder: (module: string, version: string, replicas: readonly string[]): FindingWords => [
    `The module ${module} ${version} is older than the servers ${listed(replicas)}.`,
    'Run this on a computer with the management shell of the newest server: an older one may not see newer properties.',
  ],
  rightsMissing: (name: string | null, group: string): FindingWords => [
    `${name ?? 'Your account'} is not in ${group}, which some of the planned commands need.`,
    'Have the account added, then sign out and in again: a logon keeps the groups that it began with.',
  ],
  noEdge: [
    'No Edge pool takes federation traffic on port 5061, so no public provider can be reached.',
    'Publish an Edge pool with federation in the topology first. The configuration can still be made.',
  ] as FindingWords,
  severalEdges: (pools: readonly string[]): FindingWords => [
    `Several Edge pools take federation traffic: ${listed(pools)}. Exactly one does in a supported deployment.`,
    'Choose one of them for federation in the topology.',
  ],
  blockedDomain: (domain: string): FindingWords => [
    `${domain} is on the list of blocked domains. Messages from contacts there may be rejected.`,
    'Remove it with Remove-CsBlockedDomain if Skype contacts are to be reached.',
  ],
  routedDomain: (domain: string): FindingWords => [
    `${domain} is an allowed domain with a proxy of its own, which may lead messages past the public provider.`,
    'Check the entry with Get-CsAllowedDomain.',
  ],
  replicationStale: (replicas: readonly string[]): FindingWords => [
    `Replication has not reached ${listed(replicas)}, and the last report is older than an hour.`,
    'Check the replica service there and port 4443 to the Edge before anything is changed.',
  ],
  replicationBehind: (replicas: readonly string[]): FindingWords => [
    `Replication has not reached: ${replicas.join(', ')}.`,
    'This is normal for a minute after a change.',
  ],
} as const;
