import type { VerificationLevel } from '../deployment.ts';

/** What each property of a public provider means, in one sentence (facts A.1, C). Used by the Verify page and the report. */
export const propertyExplanations: Readonly<Record<string, string>> = {
  Identity: 'The name of the provider. It is unique over public and hosting providers.',
  ProxyFqdn: 'Where the Edge Server sends messages for this provider. It is unique over public and hosting providers.',
  IconUrl: 'The picture beside contacts of this provider. Cosmetic: nothing depends on it.',
  NameDecorationDomain: 'Not documented. It is normally empty.',
  NameDecorationRoutingDomain: 'Addresses outside the excluded domains are written user(domain)@ this domain.',
  NameDecorationExcludedDomainList: 'Domains whose addresses are sent as they are.',
  VerificationLevel: 'How the Edge Server judges whether a sender is who it claims to be.',
  Enabled: 'Whether the provider is in use. A disabled provider has no effect.',
  EnableSkypeIdRouting: 'Whether Skype names can be routed. Needed for searching the Skype directory.',
  EnableSkypeDirectorySearch: 'Whether users can search the Skype directory.',
};

/** What each verification level does, as the control panel words it (facts C). */
export const verificationLevelTexts: Record<
  VerificationLevel,
  { readonly label: string; readonly explanation: string }
> = {
  AlwaysVerifiable: {
    label: 'Allow everyone who uses this provider',
    explanation: 'Every message is accepted. A missing verification header is added.',
  },
  AlwaysUnverifiable: {
    label: "Allow only people on a recipient's contact list",
    explanation: "A message is delivered only when its sender is on the recipient's contact list.",
  },
  UseSourceVerification: {
    label: 'Allow users that this provider has verified',
    explanation:
      "The provider's own verification header is trusted. A message without it is rejected. The article uses this level.",
  },
};
