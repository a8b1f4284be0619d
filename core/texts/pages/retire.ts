/** The Retire page. */
export const retireText = {
  lead: 'The services behind public providers have ended: AOL and Yahoo! on 30 June 2014, consumer Skype on 5 May 2025. This takes out of use what still points to them.',
  action: 'What happens to the providers',
  actions: {
    disable: { label: 'Disable them', hint: 'They stay listed and can be enabled again.' },
    remove: {
      label: 'Remove them',
      hint: 'They are gone from the deployment. Their values are kept in the journal, to create them again.',
    },
  },
  publicAccess: 'Communication with public users',
  publicAccesses: {
    'switch-off': {
      label: 'Stop it in every policy',
      hint: 'A policy stays as it is while an enabled provider that is not retired still needs it.',
    },
    leave: { label: 'Leave the policies as they are', hint: 'Without an enabled provider they have no effect.' },
  },
  federation: 'Organisation-wide federation',
  federations: {
    leave: { label: 'Leave the switch as it is', hint: 'Recommended. Other partners may rely on it.' },
    'switch-off': {
      label: 'Switch federation off',
      hint: 'This cuts off every federated partner. What depends on it is listed on the Review page.',
    },
  },
  providers: 'Providers that are retired',
  providersLead: 'Found by their address, whatever they are called.',
  noneToRetire: 'This deployment has no provider of a service that has ended.',
  notRead: 'The deployment has not been read, so its providers are not known here.',
  identity: 'Identity',
  proxyFqdn: 'Proxy FQDN',
  state: 'State',
  enabled: 'Enabled',
  disabled: 'Disabled',
} as const;
