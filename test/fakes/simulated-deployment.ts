import type { Command } from '../../core/deployment/cmdlets.ts';
import { type Snapshot, policyKey, snapshotSchema, userKey } from '../../core/deployment/deployment.ts';

type Parameters = Command['parameters'];

/** An object of a deployment, under PowerShell's own property names. */
export type Entry = Readonly<Record<string, unknown>>;

/** The parts of a deployment that commands change, or look at before they do; a snapshot and a state file have them. */
export interface Sections {
  readonly publicProviders: readonly Entry[];
  readonly hostingProviders: readonly Entry[];
  readonly externalAccessPolicies: readonly Entry[];
  readonly accessEdgeConfiguration: Entry | null;
  readonly users: readonly Entry[];
}

/** What a new object is before any value is given, its identity left out. */
export interface NewEntries {
  readonly provider: Entry;
  readonly policy: Entry;
}

/** Why a cmdlet refuses, as PracticeLync says it. */
export interface Refusal {
  readonly id: string;
  readonly category: 'ObjectNotFound' | 'ResourceExists' | 'InvalidOperation' | 'InvalidArgument';
  readonly message: string;
  readonly target: string;
}

/** What a command makes of a deployment: the sections that it changes and the object that it returns, or a refusal. */
export type Effect = { readonly changed: Changed; readonly output: readonly Entry[] } | Refused;

/** A refusal in place of what was asked. */
export interface Refused {
  readonly refusal: Refusal;
}

/** The sections that a command changes. An Access Edge that is there stays there. */
interface Changed extends Partial<Omit<Sections, 'accessEdgeConfiguration'>> {
  readonly accessEdgeConfiguration?: Entry;
}

type Cmdlet = (live: Sections, parameters: Parameters, entries: NewEntries) => Effect;

/** What each changing cmdlet makes of a deployment (facts A). PracticeLync does the same, and a test compares the two. */
const EFFECTS: Readonly<Record<string, Cmdlet>> = {
  'Set-CsAccessEdgeConfiguration': ({ accessEdgeConfiguration: edge }, values) =>
    changed({ accessEdgeConfiguration: { ...edge, ...values } }),
  'New-CsPublicProvider': createProvider,
  'Remove-CsPublicProvider': (live, { Identity }) =>
    withProvider(live, Identity, (gone) =>
      changed({ publicProviders: live.publicProviders.filter((one) => one !== gone) }),
    ),
  'Set-CsPublicProvider': (live, { Identity, ...values }) =>
    withProvider(live, Identity, (provider) => setProvider(live, provider, values)),
  'Enable-CsPublicProvider': (live, { Identity }) => switchProvider(live, Identity, true),
  'Disable-CsPublicProvider': (live, { Identity }) => switchProvider(live, Identity, false),
  'New-CsExternalAccessPolicy': createPolicy,
  'Set-CsExternalAccessPolicy': ({ externalAccessPolicies: policies }, { Identity = 'Global', ...values }) => {
    const named = policies.find((one) => isPolicy(one, Identity));
    if (!named) return policyNotFound(fullPolicyName(Identity));
    return changed({ externalAccessPolicies: policies.map((one) => (one === named ? { ...one, ...values } : one)) });
  },
  'Remove-CsExternalAccessPolicy': removePolicy,
  'Grant-CsExternalAccessPolicy': grantPolicy,
};

/** What a command makes of a deployment. */
export function effectOf(live: Sections, { cmdlet, parameters }: Command, entries: NewEntries): Effect {
  const effect = EFFECTS[cmdlet];
  if (!effect) throw new Error(`${cmdlet} changes nothing.`);
  return effect(live, parameters, entries);
}

/** In a snapshot of a test an unset text is empty. */
const PLAIN_ENTRIES: NewEntries = {
  provider: {
    IconUrl: '',
    NameDecorationDomain: '',
    NameDecorationRoutingDomain: '',
    NameDecorationExcludedDomainList: '',
  },
  policy: {},
};

/** The deployment after a command that it must not refuse. */
export function afterCommand(live: Snapshot, command: Command): Snapshot {
  const effect = effectOf(live, command, PLAIN_ENTRIES);
  if ('refusal' in effect) throw new Error(effect.refusal.message);
  return snapshotSchema.parse({ ...live, ...effect.changed });
}

function changed(sections: Changed, ...output: readonly Entry[]): Effect {
  return { changed: sections, output };
}

function refused(id: string, category: Refusal['category'], target: string, message: string): Refused {
  return { refusal: { id, category, target, message } };
}

/** Names compare without case. */
function isSame(one: unknown, other: unknown): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

function createProvider(live: Sections, { Identity, ...values }: Parameters, { provider }: NewEntries): Effect {
  const identity = String(Identity);
  const created: Entry = { Identity: identity, Name: identity, ...provider, ...values };
  for (const other of [...live.publicProviders, ...live.hostingProviders]) {
    if (isSame(other['Identity'], identity)) {
      const message = `A public or hosting provider with the identity "${identity}" already exists.`;
      return refused('ProviderAlreadyExists', 'ResourceExists', identity, message);
    }
    if (isSame(other['ProxyFqdn'], created['ProxyFqdn'])) {
      const proxy = String(created['ProxyFqdn']);
      const message = `The proxy FQDN "${proxy}" is already in use by the provider "${String(other['Identity'])}".`;
      return refused('ProxyFqdnInUse', 'ResourceExists', proxy, message);
    }
  }
  return changed({ publicProviders: [...live.publicProviders, created] }, created);
}

function withProvider(live: Sections, identity: unknown, use: (provider: Entry) => Effect): Effect {
  const provider = live.publicProviders.find((one) => isSame(one['Identity'], identity));
  if (provider) return use(provider);
  return providerNotFound(String(identity));
}

/** The refusal of a cmdlet that is to find a provider. */
export function providerNotFound(target: string): Refused {
  return refused('ProviderNotFound', 'ObjectNotFound', target, `There is no public provider "${target}".`);
}

function switchProvider(live: Sections, identity: unknown, isEnabled: boolean): Effect {
  return withProvider(live, identity, (provider) => {
    if (provider['Enabled'] !== isEnabled) return setProvider(live, provider, { Enabled: isEnabled });
    const target = String(provider['Identity']);
    const so = isEnabled ? 'enabled' : 'disabled';
    const id = isEnabled ? 'ProviderAlreadyEnabled' : 'ProviderAlreadyDisabled';
    return refused(id, 'InvalidOperation', target, `The public provider "${target}" is already ${so}.`);
  });
}

function setProvider(live: Sections, provider: Entry, values: Parameters): Effect {
  return changed({
    publicProviders: live.publicProviders.map((one) => (one === provider ? { ...one, ...values } : one)),
  });
}

function isPolicy(policy: Entry, identity: unknown): boolean {
  return policyKey(String(policy['Identity'])) === policyKey(String(identity));
}

/** The full identity of a policy behind each accepted spelling. */
export function fullPolicyName(identity: unknown): string {
  const text = String(identity);
  if (isSame(text, 'Global')) return 'Global';
  const [scope] = /^(?:site|tag):/iu.exec(text) ?? [];
  if (scope !== undefined) return `${isSame(scope, 'site:') ? 'site:' : 'Tag:'}${text.slice(scope.length)}`;
  return text.includes(':') ? text : `Tag:${text}`;
}

/** The refusal of a cmdlet that is to find a policy. */
export function policyNotFound(target: string): Refused {
  return refused('PolicyNotFound', 'ObjectNotFound', target, `There is no external access policy "${target}".`);
}

function createPolicy(live: Sections, { Identity, ...values }: Parameters, { policy }: NewEntries): Effect {
  const identity = fullPolicyName(Identity);
  if (live.externalAccessPolicies.some((one) => isPolicy(one, identity))) {
    const message = `The external access policy "${identity}" already exists.`;
    return refused('PolicyAlreadyExists', 'ResourceExists', identity, message);
  }
  const created: Entry = { Identity: identity, ...policy, ...values };
  return changed({ externalAccessPolicies: [...live.externalAccessPolicies, created] }, created);
}

/** Global always exists: it is only reset. */
function removePolicy(live: Sections, { Identity }: Parameters, { policy }: NewEntries): Effect {
  const { externalAccessPolicies: policies } = live;
  const gone = policies.find((one) => isPolicy(one, Identity));
  if (!gone) return policyNotFound(fullPolicyName(Identity));
  if (gone['Identity'] === 'Global') {
    return changed({ externalAccessPolicies: policies.map((one) => (one === gone ? { ...one, ...policy } : one)) });
  }
  const has = (user: Entry): boolean => isPolicy(gone, user['ExternalAccessPolicy'] ?? '');
  return changed({
    externalAccessPolicies: policies.filter((one) => one !== gone),
    users: live.users.map((user) => (has(user) ? { ...user, ExternalAccessPolicy: null } : user)),
  });
}

function grantPolicy(live: Sections, { Identity, PolicyName }: Parameters): Effect {
  const policy = live.externalAccessPolicies.find((one) => isPolicy(one, PolicyName ?? ''));
  if (typeof PolicyName === 'string' && !policy) return policyNotFound(PolicyName);
  if (policy && !String(policy['Identity']).startsWith('Tag:')) {
    const message = `Policy '${String(PolicyName)}' is not a user policy. You can assign only a user policy to a specific user`;
    return refused('NotAUserPolicy', 'InvalidArgument', String(PolicyName), message);
  }
  const granted = live.users.find((one) => isUser(one, String(Identity)));
  if (!granted) return userNotFound(String(Identity));
  const ExternalAccessPolicy = policy ? String(policy['Identity']).slice('Tag:'.length) : null;
  return changed({ users: live.users.map((one) => (one === granted ? { ...one, ExternalAccessPolicy } : one)) });
}

/** A user is named by distinguished name or by SIP address; the practice deployment knows more names than these. */
export function isUser(user: Entry, identity: string): boolean {
  return [user['Identity'], user['SipAddress'] ?? ''].some((name) => userKey(String(name)) === userKey(identity));
}

/** The refusal of a cmdlet that is to find a user. */
export function userNotFound(identity: string): Refused {
  return refused('UserNotFound', 'ObjectNotFound', identity, `There is no user "${identity}".`);
}
