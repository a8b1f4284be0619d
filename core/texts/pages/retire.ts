import type { RetireAnswers } from '../../answers/answers-schema.ts';
import { plural } from '../../formats/plural.ts';

/** The Retire page. */
export const retireText = {
  lead: 'The services behind public providers have ended: AOL and Yahoo! on 30 June 2014, consumer Skype on 5 May 2025. This takes out of use what still points to them.',
  providers: 'Providers that are retired',
  providersLead: 'Found by their address, whatever they are called.',
  noneToRetire: 'This deployment has no provider of a service that has ended.',
  notRead:
    'The deployment has not been read, so its providers, its policies and what depends on federation are not known here.',
  identity: 'Identity',
  proxyFqdn: 'Proxy FQDN',
  state: 'State now',
  enabled: 'Enabled',
  disabled: 'Disabled',
  outcome: 'What happens',
  outcomes: {
    disable: 'Disabled',
    remove: 'Removed',
  } satisfies Record<RetireAnswers['retire']['action'], string>,
  disabledAlready: 'Nothing: it is disabled already',
  action: 'What happens to the providers',
  actions: {
    disable: { label: 'Disable them', hint: 'They stay listed and can be enabled again.' },
    remove: {
      label: 'Remove them',
      hint: 'They are gone from the deployment. Their values are kept in the journal, to create them again.',
    },
  },
  policies: 'Policies that allow public users',
  policiesLead: 'Nothing else needs this permission once no public provider is enabled.',
  noPolicies: 'No external access policy allows communication with public users.',
  keptProviders: (identities: readonly string[]) =>
    plural(identities.length, {
      one: `${identities.join(', ')} is enabled and not retired, and still needs these policies. So they stay as they are.`,
      other: `${identities.join(', ')} are enabled and not retired, and still need these policies. So they stay as they are.`,
    }),
  policy: 'Policy',
  users: 'Users governed',
  publicUsers: 'Public users',
  audioVideo: 'Audio and video',
  allowed: 'Allowed',
  notAllowed: 'Not allowed',
  publicAccess: 'Communication with public users',
  publicAccesses: {
    'switch-off': {
      label: 'Stop it in every policy',
      hint: 'A policy stays as it is while an enabled provider that is not retired still needs it.',
    },
    leave: { label: 'Leave the policies as they are', hint: 'Without an enabled provider they have no effect.' },
  },
  uses: 'What depends on the federation switch',
  usesLead: 'Federation with partners has nothing to do with Skype. All of this ends when the switch is off.',
  noUses:
    'Nothing was found that depends on it: no allowed domain, no partner discovery, no enabled hosting provider. Partners may still reach you by other arrangements.',
  switchOff: 'Federation is off already, so nothing can depend on it now.',
  partners: 'Allowed domains',
  discovery: 'Partner discovery',
  discoveryOn: 'On: every partner that publishes a federation DNS record',
  hosting: 'Hosting providers',
  more: (count: number) => `and ${count} more`,
  unread: 'Could not be read',
  federation: 'Organisation-wide federation',
  federations: {
    leave: { label: 'Leave the switch as it is', hint: 'Recommended. Other partners may rely on it.' },
    'switch-off': {
      label: 'Switch federation off',
      hint: 'This cuts off every federated partner. Review asks about each of the things above.',
    },
  },
} as const;
