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
