/** The article's own values, as an answers file. */
export const ANSWERS = {
  version: 1,
  externalAccess: [{ identity: 'Global', publicCloudAccess: true, publicCloudAudioVideoAccess: true }],
  accessEdge: { allowFederatedUsers: true },
  provider: {
    identity: 'Skype',
    proxyFqdn: 'federation.messenger.msn.com',
    iconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
    verificationLevel: 'UseSourceVerification',
    enabled: true,
    nameDecorationRoutingDomain: 'msn.com',
    nameDecorationExcludedDomains: ['msn.com', 'outlook.com', 'live.com', 'hotmail.com'],
  },
  removeProviders: 'conflicting',
};
