/**
 * What a deployment is: what is read of its servers, how its objects are named, which products there are, and the only
 * cmdlets that are called. Nothing here knows what is wanted of it.
 */

import * as z from 'zod/mini';

/** The verification levels by name, in the order of the server's enum (facts C). Names are sent, never numbers. */
export const VERIFICATION_LEVELS = ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

const optionalText = z.optional(z.nullable(z.string()));
const optionalFlag = z.optional(z.nullable(z.boolean()));
const text = z._default(z.nullable(z.string()), null);

/** `Get-CsPublicProvider`: which properties there are depends on the product (facts D.1). */
export const publicProviderSchema = z.looseObject({
  Identity: z.string(),
  Name: optionalText,
  ProxyFqdn: z.string(),
  IconUrl: optionalText,
  NameDecorationDomain: optionalText,
  NameDecorationRoutingDomain: optionalText,
  NameDecorationExcludedDomainList: optionalText,
  VerificationLevel: z.string(),
  Enabled: z.boolean(),
  EnableSkypeIdRouting: optionalFlag,
  EnableSkypeDirectorySearch: optionalFlag,
});

const hostingProviderSchema = z.looseObject({ Identity: z.string(), ProxyFqdn: z.string(), Enabled: optionalFlag });

const externalAccessPolicySchema = z.looseObject({
  Identity: z.string(),
  Description: optionalText,
  EnableFederationAccess: optionalFlag,
  EnablePublicCloudAccess: optionalFlag,
  EnablePublicCloudAudioVideoAccess: optionalFlag,
  EnableOutsideAccess: optionalFlag,
});

const accessEdgeConfigurationSchema = z.looseObject({
  Identity: optionalText,
  AllowFederatedUsers: z.boolean(),
  AllowOutsideUsers: optionalFlag,
  AllowAnonymousUsers: optionalFlag,
  EnablePartnerDiscovery: optionalFlag,
  RoutingMethod: optionalText,
});

const edgeServiceSchema = z.looseObject({
  Identity: z.string(),
  AccessEdgeExternalFqdn: optionalText,
  AccessEdgeExternalSipPort: z.optional(z.nullable(z.number())),
  PoolFqdn: optionalText,
  SiteId: optionalText,
});

/** `Get-CsManagementStoreReplicationStatus`: one server's copy of the Central Management Store; times are ISO 8601. */
export const replicaSchema = z.looseObject({
  ReplicaFqdn: z.string(),
  UpToDate: z.boolean(),
  LastStatusReport: optionalText,
  ProductVersion: optionalText,
  LastUpdateCreation: optionalText,
});

export const userSchema = z.looseObject({
  Identity: z.string(),
  SipAddress: optionalText,
  DisplayName: optionalText,
  ExternalAccessPolicy: optionalText,
  RegistrarPool: optionalText,
});

/** `Get-CsService -Registrar`: which site a pool stands in. */
const registrarSchema = z.looseObject({ Identity: z.string(), PoolFqdn: optionalText, SiteId: optionalText });

/** A PowerShell error as the host module reports it. */
export const cmdletErrorSchema = z.object({
  message: z.string(),
  errorId: z._default(z.string(), ''),
  category: z._default(z.string(), ''),
  target: text,
  cmdlet: text,
  exception: z._default(z.string(), ''),
});

const productSchema = z.object({ name: z.string(), edition: z.string(), version: z.nullable(z.string()) });

/** Whose account the shell runs under. `groups` is null where they cannot be told, as on anything but Windows. */
const operatorSchema = z.object({ name: z.nullable(z.string()), groups: z.nullable(z.array(z.string())) });

/**
 * What the host module reports when it has loaded the deployment's module: product, module, engine, operator, whether
 * cmdlets that change something are refused, and what exists.
 */
export const connectionSchema = z.object({
  product: productSchema,
  module: z.object({
    name: z.string(),
    version: z.string(),
    path: z.string(),
    /** Of the practice deployment alone: the name of the module that it stands in for. */
    behavesAs: z.optional(z.string()),
  }),
  powershell: z.object({ edition: z.string(), version: z.string(), is64Bit: z.boolean(), processId: z.number() }),
  operator: operatorSchema,
  readOnly: z.boolean(),
  cmdlets: z.record(z.string(), z.array(z.string())),
  searched: z.array(z.string()),
});

/** Everything that the plan needs, read in one call, under PowerShell's own property names. */
export const snapshotSchema = z.object({
  product: productSchema,
  publicProviders: z.array(publicProviderSchema),
  hostingProviders: z.array(hostingProviderSchema),
  externalAccessPolicies: z.array(externalAccessPolicySchema),
  accessEdgeConfiguration: z.nullable(accessEdgeConfigurationSchema),
  sipDomains: z.array(z.looseObject({ Identity: z.string(), Name: optionalText, IsDefault: optionalFlag })),
  edgeServices: z.array(edgeServiceSchema),
  registrars: z.array(registrarSchema),
  replication: z.array(replicaSchema),
  allowedDomains: z.array(z.looseObject({ Identity: z.string(), Domain: optionalText })),
  blockedDomains: z.array(z.looseObject({ Identity: z.string(), Domain: optionalText })),
  users: z.array(userSchema),
  verificationLevels: z.record(z.string(), z.number()),
  unreadable: z.array(z.object({ part: z.string(), error: cmdletErrorSchema })),
});

export type Product = z.infer<typeof productSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
export type Replica = z.infer<typeof replicaSchema>;
export type PublicProvider = z.infer<typeof publicProviderSchema>;
export type User = z.infer<typeof userSchema>;
export type ExternalAccessPolicy = z.infer<typeof externalAccessPolicySchema>;

/** Properties of a provider beside its Identity, in the order in which `Get-CsPublicProvider` shows them (facts D.1). */
export const PROVIDER_PROPERTIES = [
  'ProxyFqdn',
  'IconUrl',
  'NameDecorationDomain',
  'NameDecorationRoutingDomain',
  'NameDecorationExcludedDomainList',
  'VerificationLevel',
  'Enabled',
  'EnableSkypeIdRouting',
  'EnableSkypeDirectorySearch',
] as const;

/** Which deployment a command or a page works on: this computer's management shell, or the practice one. */
export const DEPLOYMENT_KINDS = ['local', 'practice'] as const;
export type DeploymentKind = (typeof DEPLOYMENT_KINDS)[number];

/** Which parameters each cmdlet of the deployment has: the answer of `Get-Command`, not of a version table. */
export type Capabilities = Readonly<Record<string, readonly string[]>>;

/** True when the deployment's cmdlet has the parameter; names compare without case, as in PowerShell. */
export function hasParameter(capabilities: Capabilities, cmdlet: string, parameter: string): boolean {
  const wanted = parameter.toLowerCase();
  return (capabilities[cmdlet] ?? []).some((name) => name.toLowerCase() === wanted);
}

/**
 * What is the same for two identities that the server takes for one: it compares without case, and a letter with its accent
 * is the same in one character or in two. On a page both look alike, so that nobody could tell them apart either.
 */
export function identityKey(identity: string): string {
  return identity.normalize('NFC').toLowerCase();
}

/** Identities of policies compare without case and without the `Tag:` that output carries (facts A.2). */
export function policyKey(identity: string): string {
  return identityKey(identity).replace(/^tag:/u, '');
}

/** True for Global and for site policies, which apply by themselves; a per-user policy needs a grant (facts A.2). */
export function isSharedPolicy(identity: string): boolean {
  const key = policyKey(identity);
  return key === 'global' || key.startsWith('site:');
}

/** Identities of users compare without case, and a SIP address with or without its `sip:`. */
export function userKey(identity: string): string {
  return identityKey(identity).replace(/^sip:/u, '');
}

/** The provider of that identity. */
export function findProvider(snapshot: Pick<Snapshot, 'publicProviders'>, identity: string): PublicProvider | null {
  const key = identityKey(identity);
  return snapshot.publicProviders.find((provider) => identityKey(provider.Identity) === key) ?? null;
}

const usersByKey = new WeakMap<readonly User[], ReadonlyMap<string, User>>();

/** The user with that SIP address or identity, or null. Fast for hundreds of names among thousands of users. */
export function findUser(users: readonly User[], identity: string): User | null {
  const known = usersByKey.get(users) ?? indexOfUsers(users);
  usersByKey.set(users, known);
  return known.get(userKey(identity)) ?? null;
}

function indexOfUsers(users: readonly User[]): ReadonlyMap<string, User> {
  const index = new Map<string, User>();
  // The first user of a key is the one that counts, so the last is entered first.
  for (const user of users.toReversed()) {
    index.set(userKey(user.Identity), user);
    if (user.SipAddress) index.set(userKey(user.SipAddress), user);
  }
  return index;
}

/** The per-user policy of a user as commands name it; null when they have none. */
export function userPolicyName({ ExternalAccessPolicy: policy }: Pick<User, 'ExternalAccessPolicy'>): string | null {
  return policy ? callIdentity(policy) : null;
}

/** A per-user policy is named without its `Tag:` prefix, as the reference's examples do. */
export function callIdentity(identity: string): string {
  return isSharedPolicy(identity) ? identity : withoutTag(identity);
}

/** An identity as it is shown to people. */
export function withoutTag(identity: string): string {
  return identity.replace(/^tag:/iu, '');
}

/** How long a server's copy may be without a report before replication to it counts as failing (facts J.5). */
const SILENT_MS = 60 * 60 * 1000;

/** True when the last report of a server's copy was too long ago at that moment (ISO 8601). */
export function isSilent({ LastStatusReport: report }: Pick<Replica, 'LastStatusReport'>, at: string): boolean {
  return report !== null && report !== undefined && Date.parse(at) - Date.parse(report) > SILENT_MS;
}

/** True when a part could be read: that nothing was found in one that could not proves nothing. */
export function isRead(
  snapshot: Pick<Snapshot, 'unreadable'> | null,
  part: Exclude<keyof Snapshot, 'unreadable'>,
): boolean {
  return snapshot !== null && !snapshot.unreadable.some((one) => one.part === part);
}
