/** How a parameter's value travels: `name` is an enum value sent by its name, `switch` is present or absent. */
export type ParameterType = 'string' | 'boolean' | 'name' | 'number' | 'switch';

interface CmdletEntry {
  readonly effect: 'reads' | 'writes';
  readonly parameters: Readonly<Record<string, ParameterType>>;
}

const externalAccessFlags = {
  Description: 'string',
  EnableFederationAccess: 'boolean',
  EnablePublicCloudAccess: 'boolean',
  EnablePublicCloudAudioVideoAccess: 'boolean',
  EnableOutsideAccess: 'boolean',
  EnableXmppAccess: 'boolean',
} as const;

/** What every cmdlet takes that looks up objects of the configuration. */
const lookUp = { Identity: 'string', Filter: 'string', LocalStore: 'switch' } as const;

/**
 * The one table of management-shell cmdlets that the product may call, with the parameters it may send (facts A).
 * The FederationHost module keeps the same names in its own allow-list; a test compares the two.
 */
export const CMDLETS = {
  'Get-CsPublicProvider': { effect: 'reads', parameters: lookUp },
  'New-CsPublicProvider': {
    effect: 'writes',
    parameters: {
      Identity: 'string',
      ProxyFqdn: 'string',
      IconUrl: 'string',
      NameDecorationRoutingDomain: 'string',
      NameDecorationExcludedDomainList: 'string',
      VerificationLevel: 'name',
      Enabled: 'boolean',
      EnableSkypeIdRouting: 'boolean',
      EnableSkypeDirectorySearch: 'boolean',
      NameDecorationDomain: 'string',
    },
  },
  'Set-CsPublicProvider': {
    effect: 'writes',
    parameters: { Identity: 'string', Enabled: 'boolean', VerificationLevel: 'name' },
  },
  'Remove-CsPublicProvider': { effect: 'writes', parameters: { Identity: 'string' } },
  'Enable-CsPublicProvider': { effect: 'writes', parameters: { Identity: 'string' } },
  'Disable-CsPublicProvider': { effect: 'writes', parameters: { Identity: 'string' } },
  'Get-CsHostingProvider': { effect: 'reads', parameters: lookUp },
  'Get-CsExternalAccessPolicy': { effect: 'reads', parameters: lookUp },
  'Set-CsExternalAccessPolicy': { effect: 'writes', parameters: { Identity: 'string', ...externalAccessFlags } },
  'New-CsExternalAccessPolicy': { effect: 'writes', parameters: { Identity: 'string', ...externalAccessFlags } },
  'Remove-CsExternalAccessPolicy': { effect: 'writes', parameters: { Identity: 'string' } },
  'Grant-CsExternalAccessPolicy': { effect: 'writes', parameters: { Identity: 'string', PolicyName: 'string' } },
  'Get-CsAccessEdgeConfiguration': { effect: 'reads', parameters: lookUp },
  'Set-CsAccessEdgeConfiguration': { effect: 'writes', parameters: { AllowFederatedUsers: 'boolean' } },
  'Get-CsSipDomain': { effect: 'reads', parameters: { Identity: 'string', Filter: 'string' } },
  'Get-CsService': { effect: 'reads', parameters: { EdgeServer: 'switch', Registrar: 'switch', PoolFqdn: 'string' } },
  'Get-CsManagementStoreReplicationStatus': { effect: 'reads', parameters: { ReplicaFqdn: 'string' } },
  'Invoke-CsManagementStoreReplication': { effect: 'writes', parameters: { ReplicaFqdn: 'string', Force: 'switch' } },
  'Get-CsServerVersion': { effect: 'reads', parameters: {} },
  'Get-CsUser': { effect: 'reads', parameters: { Identity: 'string', Filter: 'string' } },
  'Get-CsAllowedDomain': { effect: 'reads', parameters: lookUp },
  'Get-CsBlockedDomain': { effect: 'reads', parameters: lookUp },
} as const satisfies Record<string, CmdletEntry>;

/** The name of a cmdlet that may be called. */
export type CmdletName = keyof typeof CMDLETS;

/** A value that may be bound to a parameter. */
export type ParameterValue = string | number | boolean | null;

/**
 * One call of one cmdlet. The text that is shown, the script that is exported and the call that is sent
 * all come from this value, so that they cannot differ.
 */
export interface Command {
  readonly cmdlet: CmdletName;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** The type of a parameter of a cmdlet, or null when the table has none of that name. */
export function parameterType(cmdlet: CmdletName, parameter: string): ParameterType | null {
  const entry: CmdletEntry = CMDLETS[cmdlet];
  return Object.hasOwn(entry.parameters, parameter) ? (entry.parameters[parameter] ?? null) : null;
}

/** True when the name stands in the table. */
export function isCmdletName(name: unknown): name is CmdletName {
  return typeof name === 'string' && Object.hasOwn(CMDLETS, name);
}

/** Capabilities of a product that has every cmdlet and parameter of the table; for texts and tests. */
export function allCapabilities(): Record<string, string[]> {
  return Object.fromEntries(Object.entries(CMDLETS).map(([name, entry]) => [name, Object.keys(entry.parameters)]));
}
