import type { Command } from '../../core/deployment/cmdlets.ts';
import {
  type PublicProvider,
  type Snapshot,
  findProvider,
  policyKey,
  findUser,
} from '../../core/deployment/deployment.ts';

type Parameters = Command['parameters'];

/** What each changing cmdlet makes of a deployment, with the refusals of the management shell as errors (facts A). */
const EFFECTS: Readonly<Record<string, (live: Snapshot, parameters: Parameters) => Snapshot>> = {
  'Set-CsAccessEdgeConfiguration': (live, values) => {
    if (!live.accessEdgeConfiguration) throw new Error('There is no Access Edge.');
    return { ...live, accessEdgeConfiguration: { ...live.accessEdgeConfiguration, ...values } };
  },
  'New-CsPublicProvider': createProvider,
  'Remove-CsPublicProvider': (live, { Identity }) => {
    const gone = providerNamed(live, Identity);
    return { ...live, publicProviders: live.publicProviders.filter((one) => one !== gone) };
  },
  'Set-CsPublicProvider': (live, { Identity, ...values }) => withProvider(live, Identity, values),
  'Enable-CsPublicProvider': (live, { Identity }) => switchProvider(live, Identity, true),
  'Disable-CsPublicProvider': (live, { Identity }) => switchProvider(live, Identity, false),
  'New-CsExternalAccessPolicy': (live, { Identity, ...values }) => ({
    ...live,
    externalAccessPolicies: [...live.externalAccessPolicies, { Identity: `Tag:${String(Identity)}`, ...values }],
  }),
  'Set-CsExternalAccessPolicy': (live, { Identity, ...values }) => ({
    ...live,
    externalAccessPolicies: live.externalAccessPolicies.map((one) =>
      policyKey(one.Identity) === policyKey(String(Identity)) ? { ...one, ...values } : one,
    ),
  }),
  'Remove-CsExternalAccessPolicy': (live, { Identity }) => ({
    ...live,
    externalAccessPolicies: live.externalAccessPolicies.filter(
      (one) => policyKey(one.Identity) !== policyKey(String(Identity)),
    ),
    users: live.users.map((user) =>
      policyKey(user.ExternalAccessPolicy ?? '') === policyKey(String(Identity))
        ? { ...user, ExternalAccessPolicy: null }
        : user,
    ),
  }),
  'Grant-CsExternalAccessPolicy': (live, { Identity, PolicyName }) => {
    const granted = findUser(live.users, String(Identity));
    const ExternalAccessPolicy = typeof PolicyName === 'string' ? PolicyName : null;
    return { ...live, users: live.users.map((one) => (one === granted ? { ...one, ExternalAccessPolicy } : one)) };
  },
};

/** The deployment after a command. */
export function afterCommand(live: Snapshot, { cmdlet, parameters }: Command): Snapshot {
  const effect = EFFECTS[cmdlet];
  if (!effect) throw new Error(`${cmdlet} changes nothing.`);
  return effect(live, parameters);
}

function createProvider(live: Snapshot, parameters: Parameters): Snapshot {
  const created = { ...EMPTY_PROVIDER, Name: String(parameters['Identity']), ...parameters } as PublicProvider;
  const taken = live.publicProviders.find(
    (one) => one.Identity === created.Identity || one.ProxyFqdn === created.ProxyFqdn,
  );
  if (taken) throw new Error(`The provider ${taken.Identity} is there already.`);
  return { ...live, publicProviders: [...live.publicProviders, created] };
}

const EMPTY_PROVIDER = {
  IconUrl: '',
  NameDecorationDomain: '',
  NameDecorationRoutingDomain: '',
  NameDecorationExcludedDomainList: '',
};

function switchProvider(live: Snapshot, identity: unknown, isEnabled: boolean): Snapshot {
  if (providerNamed(live, identity).Enabled === isEnabled) throw new Error('It is so already.');
  return withProvider(live, identity, { Enabled: isEnabled });
}

function withProvider(live: Snapshot, identity: unknown, values: Parameters): Snapshot {
  const changed = providerNamed(live, identity);
  const publicProviders = live.publicProviders.map((one) => (one === changed ? { ...one, ...values } : one));
  return { ...live, publicProviders };
}

function providerNamed(live: Snapshot, identity: unknown): PublicProvider {
  const provider = findProvider(live, String(identity));
  if (!provider) throw new Error(`There is no provider ${String(identity)}.`);
  return provider;
}
