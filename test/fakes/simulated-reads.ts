import type { Command } from '../../core/deployment/cmdlets.ts';
import { policyKey } from '../../core/deployment/deployment.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import {
  type Entry,
  type Refused,
  fullPolicyName,
  isUser,
  policyNotFound,
  providerNotFound,
  userNotFound,
} from './simulated-deployment.ts';
import { type SimulatedState, shownProperties } from './simulated-site.ts';

/** What an answer depends on beside the state. */
export interface ReadContext {
  readonly profile: PreparedProductId;
  /** True once replication was made to stand still. */
  readonly isStuck: boolean;
  readonly now: Date;
}

/** What `Get-CsServerVersion` says of each product. */
const SERVER_VERSIONS: Readonly<Record<PreparedProductId, string>> = {
  lync2010: 'Microsoft Lync Server 2010 (4.0.7577.0): Volume license key installed.',
  'lync2013-rtm': 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.',
  'lync2013-cu5': 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.',
  sfb2015: 'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.',
  sfb2019: 'Skype for Business Server 2019 (7.0.2046.0): Volume license key installed.',
};

type Read = (state: SimulatedState, parameters: Command['parameters'], context: ReadContext) => ReadAnswer;
type ReadAnswer = { readonly output: readonly unknown[] } | Refused;

const READS: Readonly<Record<string, Read>> = {
  'Get-CsPublicProvider': ({ publicProviders }, { Identity }, { profile }) => {
    const shown = publicProviders.map(only(shownProperties(profile, 'publicProviders')));
    if (Identity === undefined) return { output: shown };
    const named = shown.filter((one) => String(one['Identity']).toLowerCase() === String(Identity).toLowerCase());
    return named.length > 0 ? { output: named } : providerNotFound(String(Identity));
  },
  'Get-CsExternalAccessPolicy': ({ externalAccessPolicies }, { Identity }, { profile }) => {
    const shown = externalAccessPolicies.map(only(shownProperties(profile, 'externalAccessPolicies')));
    if (Identity === undefined) return { output: shown };
    const named = shown.filter((one) => policyKey(String(one['Identity'])) === policyKey(String(Identity)));
    return named.length > 0 ? { output: named } : policyNotFound(fullPolicyName(Identity));
  },
  'Get-CsAccessEdgeConfiguration': ({ accessEdgeConfiguration: edge }, _, { profile }) => {
    if (edge['RoutingMethod'] !== 'UseDnsSrvRouting') throw new Error('Another routing is not simulated.');
    return { output: [only(shownProperties(profile, 'accessEdgeConfiguration'))(edge)] };
  },
  'Get-CsHostingProvider': ({ hostingProviders }) => ({ output: hostingProviders }),
  'Get-CsSipDomain': ({ sipDomains }) => ({ output: sipDomains }),
  'Get-CsAllowedDomain': ({ allowedDomains }) => ({ output: allowedDomains }),
  'Get-CsBlockedDomain': ({ blockedDomains }) => ({ output: blockedDomains }),
  'Get-CsService': ({ edgeServices, otherServices }, { EdgeServer, Registrar }) => {
    const role = Registrar === true ? 'Registrar' : 'EdgeServer';
    if (EdgeServer !== true && Registrar !== true) throw new Error('Services are simulated by role.');
    return { output: [...edgeServices, ...otherServices].filter((one) => one['Role'] === role) };
  },
  'Get-CsManagementStoreReplicationStatus': (state, _, { isStuck, now }) => ({
    output: state.replicas.map((replica) => statusOf(state, replica, isStuck, now)),
  }),
  'Get-CsServerVersion': (_state, _parameters, { profile }) => ({ output: [SERVER_VERSIONS[profile]] }),
  'Get-CsUser': ({ users }, { Identity }) => {
    if (Identity === undefined) return { output: users };
    const named = users.filter((one) => isUser(one, String(Identity)));
    return named.length > 0 ? { output: named } : userNotFound(String(Identity));
  },
};

/** The parameters that are simulated; another one is a fault of the test. */
const KNOWN_PARAMETERS = ['Identity', 'EdgeServer', 'Registrar'];

/** What a cmdlet that reads returns. */
export function readFrom(state: SimulatedState, { cmdlet, parameters }: Command, context: ReadContext): ReadAnswer {
  const read = READS[cmdlet];
  const unknown = Object.keys(parameters).filter((name) => !KNOWN_PARAMETERS.includes(name));
  if (!read || unknown.length > 0) throw new Error(`${cmdlet} is not simulated with ${unknown.join(', ')}.`);
  return read(state, parameters, context);
}

function only(names: readonly string[]): (entry: Entry) => Entry {
  return (entry) => Object.fromEntries(names.map((name) => [name, entry[name] ?? null]));
}

const MINUTE_MS = 60_000;

/**
 * What a replica reports now: it reports when it has caught up and again at each full minute; while it is behind, its last
 * report is the one before the change.
 */
export function statusOf(state: SimulatedState, replica: Entry, isStuck: boolean, now: Date) {
  const changed = new Date(String(replica['changedAt']));
  const caughtUp = changed.getTime() + state.replicationLagSeconds * 1000;
  const isUpToDate = caughtUp <= now.getTime() && !isStuck;
  const minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const { previousReportAt: before } = replica;
  const lastReport = typeof before === 'string' ? new Date(before) : changed;
  const report = isUpToDate ? new Date(Math.max(minute, caughtUp)) : lastReport;
  return {
    UpToDate: isUpToDate,
    ReplicaFqdn: replica['ReplicaFqdn'],
    LastStatusReport: report.toISOString(),
    LastUpdateCreation: changed.toISOString(),
    ProductVersion: replica['ProductVersion'],
  };
}
