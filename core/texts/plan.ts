type Values = Readonly<Record<string, string | number | boolean | null>>;

const PROPERTY_WORDS: Readonly<Record<string, string>> = {
  EnablePublicCloudAccess: 'communication with public users',
  EnablePublicCloudAudioVideoAccess: 'audio and video with public users',
};

function switched(values: Values): string {
  const entries = Object.entries(values);
  const named = (wanted: boolean) =>
    entries.filter(([, value]) => value === wanted).map(([name]) => PROPERTY_WORDS[name] ?? name);
  const part = (verb: string, names: string[]) => (names.length > 0 ? [`${verb} ${names.join(' and ')}`] : []);
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
  policy: (identity: string, values: Values, users: number | null) => {
    const reach = users === null ? '' : ` ${users} ${users === 1 ? 'user has' : 'users have'} this policy.`;
    return `In the external access policy "${identity}", ${switched(values)}.${reach}`;
  },
  policyRight: (identity: string) => `The external access policy "${identity}" is right already.`,
  leftOut: (cmdlet: string, parameter: string) =>
    `${parameter} is left out: ${cmdlet} of this product does not have it.`,
  providerNew: (identity: string, values: Values) =>
    `Create the public provider "${identity}" for ${String(values['ProxyFqdn'])}, ${values['Enabled'] === true ? 'enabled' : 'disabled'}.`,
  providerSet: (identity: string, values: Values) =>
    capitalised(
      Object.entries(values)
        .map(([name, value]) =>
          name === 'Enabled' ? (value === true ? 'enable' : 'disable') : `set ${name} to ${String(value)} on`,
        )
        .join(' and '),
    ) + ` the public provider "${identity}".`,
  providerRight: (identity: string) => `The public provider "${identity}" is right already.`,
  providerRemove: (identity: string, proxyFqdn: string, isEnabled: boolean) =>
    `Remove the public provider "${identity}" (${proxyFqdn}, ${isEnabled ? 'enabled' : 'disabled'}). Its values are kept and it is created again if the next step fails.`,
  providerRemoveUnseen: (identity: string) => `Remove the public provider "${identity}" if it is there.`,
  providerAbsent: (identity: string) => `There is no public provider "${identity}", so nothing is removed.`,
} as const;
