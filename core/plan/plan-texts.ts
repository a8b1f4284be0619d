import { joined } from '../formats/lists.ts';
import { plural } from '../formats/plural.ts';

type Values = Readonly<Record<string, string | number | boolean | null>>;

const PROPERTY_WORDS: Readonly<Record<string, string>> = {
  EnablePublicCloudAccess: 'communication with public users',
  EnablePublicCloudAudioVideoAccess: 'audio and video with public users',
};

function switched(values: Values): string {
  const entries = Object.entries(values);
  const named = (wanted: boolean) =>
    entries.filter(([, value]) => value === wanted).map(([name]) => PROPERTY_WORDS[name] ?? name);
  const part = (verb: string, names: string[]) => (names.length > 0 ? [`${verb} ${joined(names)}`] : []);
  return [...part('allow', named(true)), ...part('stop', named(false))].join(', and ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The sentences of a plan: one a change, saying what is changed and whom it affects. */
export const planTexts = {
  accessEdge: (isOn: boolean) =>
    isOn
      ? 'Switch on federation and public IM connectivity for the whole organisation.'
      : 'Switch off federation and public IM connectivity for the whole organisation. This cuts off every federated partner.',
  accessEdgeRight: (isOn: boolean) => `Federation and public IM connectivity is ${isOn ? 'on' : 'off'} already.`,
  accessEdgeReach: 'This switch is organisation-wide: it also opens federation with allowed and discovered partners.',
  policy: (identity: string, values: Values) => `In the external access policy "${identity}", ${switched(values)}.`,
  policyNew: (identity: string, values: Values) => {
    const allowed = Object.keys(PROPERTY_WORDS).filter((name) => values[name] === true);
    const words = joined(allowed.map((name) => PROPERTY_WORDS[name] ?? name));
    return `Create the external access policy "${identity}", which allows ${words === '' ? 'no communication with public users' : words}.`;
  },
  policyInherits:
    'Its other settings that are on are taken over from the Global policy, so that its users lose nothing.',
  policyStillNeeded: (identity: string, providers: readonly string[]) =>
    `The external access policy "${identity}" stays as it is: ${providers.join(', ')} still ${plural(providers.length, { one: 'needs', other: 'need' })} it.`,
  grant: (user: string, policy: string) => `Give ${user} the external access policy "${policy}".`,
  grantRight: (user: string, policy: string) => `${user} has the external access policy "${policy}" already.`,
  providerDisable: (identity: string) => `Disable the public provider "${identity}".`,
  providerDisabled: (identity: string) => `The public provider "${identity}" is disabled already.`,
  federationLeft: 'The organisation-wide federation switch stays as it is: other federation may rely on it.',
  policyRight: (identity: string) => `The external access policy "${identity}" is right already.`,
  leftOut: (cmdlet: string, parameter: string) =>
    `${parameter} is left out: ${cmdlet} of this product does not have it.`,
  providerNew: (identity: string, values: Values) =>
    `Create the public provider "${identity}" for ${String(values['ProxyFqdn'])}, ${values['Enabled'] === true ? 'enabled' : 'disabled'}.`,
  providerSet: (identity: string, values: Values) =>
    capitalised(
      joined(
        Object.entries(values).map(([name, value]) =>
          name === 'Enabled' ? (value === true ? 'enable' : 'disable') : `set ${name} to ${String(value)} on`,
        ),
      ),
    ) + ` the public provider "${identity}".`,
  providerRight: (identity: string) => `The public provider "${identity}" is right already.`,
  providerRemove: (identity: string, proxyFqdn: string, isEnabled: boolean) =>
    `Remove the public provider "${identity}" (${proxyFqdn}, ${isEnabled ? 'enabled' : 'disabled'}). Its values are kept and it is created again if the next step fails.`,
  providerRemoveUnseen: (identity: string) => `Remove the public provider "${identity}" if it is there.`,
  providerAbsent: (identity: string) => `There is no public provider "${identity}", so nothing is removed.`,
} as const;

function users(count: number | null, which: string): string {
  if (count === null) return `The users ${which}; how many cannot be told without asking the deployment.`;
  return plural(count, { one: `1 user ${which}.`, other: `${count} users ${which}.` });
}

/** Whom a change affects. */
export const reachTexts = {
  organisation: (count: number | null) =>
    `The whole organisation, with every federated partner: ${lowered(users(count, 'in all'))}`,
  policy: (count: number | null) => users(count, 'governed by this policy now'),
  provider: (count: number | null) => users(count, 'whose policy allows communication with public users'),
  user: (name: string) => `${name} alone.`,
} as const;

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** How a change is taken back. */
export const reversalTexts = {
  command: 'By this command:',
  createdAgain: 'By creating it again with the values that it has now:',
  federationSwitch:
    'By this command, and only while nothing else has come to rely on federation: other partners may by then.',
  unknown: 'Not by this program: what was there before is not known.',
} as const;
