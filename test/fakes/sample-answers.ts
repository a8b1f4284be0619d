import type { SetUpAnswers } from '../../core/answers/answers-schema.ts';

/** The answers of the README's example: every key filled in. */
export const SAMPLE_ANSWERS: SetUpAnswers = {
  version: 1,
  goal: 'set-up',
  request: {
    agreement: { type: 'volume-licensing', number: 'V1234567', termsAccepted: true },
    contacts: {
      primary: { name: 'A. Admin', email: 'admin@contoso.com', phone: '' },
      alternate: { name: 'B. Backup', email: 'backup@contoso.com', phone: '' },
    },
    accessEdgeFqdn: 'sip.contoso.com',
    sipDomains: ['contoso.com', 'fabrikam.com'],
  },
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
    enableSkypeIdRouting: true,
    enableSkypeDirectorySearch: true,
  },
  removeProviders: 'conflicting',
};
