import type { CmdletName, Command } from '../../core/deployment/cmdlets.ts';
import { type Snapshot, policyKey } from '../../core/deployment/deployment.ts';
import type { Subject } from '../../core/plan/change.ts';
import { type Entry, isUser } from './simulated-deployment.ts';

/** A call of a cmdlet that reads. */
export function reading(cmdlet: CmdletName, parameters: Command['parameters'] = {}): Command {
  return { cmdlet, parameters };
}

/** The parts of a snapshot and what reads each, in the order in which the host module reads them. */
export const PARTS: readonly (readonly [part: keyof Snapshot, command: Command])[] = [
  ['publicProviders', reading('Get-CsPublicProvider')],
  ['hostingProviders', reading('Get-CsHostingProvider')],
  ['externalAccessPolicies', reading('Get-CsExternalAccessPolicy')],
  ['accessEdgeConfiguration', reading('Get-CsAccessEdgeConfiguration')],
  ['sipDomains', reading('Get-CsSipDomain')],
  ['edgeServices', reading('Get-CsService', { EdgeServer: true })],
  ['registrars', reading('Get-CsService', { Registrar: true })],
  ['replication', reading('Get-CsManagementStoreReplicationStatus')],
  ['allowedDomains', reading('Get-CsAllowedDomain')],
  ['blockedDomains', reading('Get-CsBlockedDomain')],
  ['users', reading('Get-CsUser')],
];

/** The properties that a snapshot keeps, where it does not keep all. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  registrars: ['Identity', 'PoolFqdn', 'SiteId'],
  users: ['Identity', 'SipAddress', 'DisplayName', 'ExternalAccessPolicy', 'RegistrarPool'],
};

const isNamed = (entry: Entry, identity: string): boolean =>
  String(entry['Identity']).toLowerCase() === identity.toLowerCase();

/** What reads the objects of a type for evidence, and which of them is meant. */
export const EXPORTED: Readonly<
  Record<Subject['type'], readonly [cmdlet: CmdletName, isMeant: (entry: Entry, identity: string) => boolean]>
> = {
  provider: ['Get-CsPublicProvider', isNamed],
  policy: [
    'Get-CsExternalAccessPolicy',
    (entry, identity) => policyKey(String(entry['Identity'])) === policyKey(identity),
  ],
  'access-edge': ['Get-CsAccessEdgeConfiguration', isNamed],
  user: ['Get-CsUser', isUser],
};

/** What a snapshot keeps of an object. */
export function kept(part: string, object: Entry): Entry {
  const names = KEPT[part];
  return names ? Object.fromEntries(names.map((name) => [name, object[name] ?? null])) : object;
}
