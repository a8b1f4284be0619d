import type { VerificationLevel } from '../../deployment/deployment.ts';
import type { PreparedProductId } from '../../deployment/products.ts';

/** The product that was the first to have a parameter, in words. */
const CAME_WITH: Readonly<Record<PreparedProductId, string>> = {
  lync2010: 'Lync Server 2010',
  'lync2013-rtm': 'Lync Server 2013',
  'lync2013-cu5': 'the fifth cumulative update of Lync Server 2013',
  sfb2015: 'Skype for Business Server 2015',
  sfb2019: 'Skype for Business Server 2019',
};

/** What a deployment does without where its product does not have the parameter. */
const WITHOUT: Readonly<Record<string, string>> = {
  IconUrl: 'Skype contacts have no small picture of their own.',
  NameDecorationRoutingDomain: 'Users write user(domain)@msn.com themselves, as Add contacts shows.',
  NameDecorationExcludedDomainList: 'Which domains are left as they are is up to the user as well.',
  EnableSkypeIdRouting: 'Skype names are not routed.',
  EnableSkypeDirectorySearch: 'Users cannot search the Skype directory.',
};

/** The Public provider page. */
export const providerText = {
  lead: 'Skype is a public provider: a named entry with the address of its network. The old Messenger entry has the same address and makes way for it.',
  identity: 'Identity',
  identityHint: 'The name of the entry in your deployment.',
  proxyFqdn: 'Proxy FQDN',
  proxyFqdnHint: 'The address of the Skype network. It is unique over all providers.',
  level: 'Verification level',
  levelHint: 'How far the word of the provider about its users is trusted.',
  levels: {
    AlwaysVerifiable: {
      label: 'AlwaysVerifiable',
      hint: 'Accept all communication from this provider, verified or not.',
    },
    AlwaysUnverifiable: {
      label: 'AlwaysUnverifiable',
      hint: "Deliver only from people who are on the recipient's contact list.",
    },
    UseSourceVerification: {
      label: 'UseSourceVerification',
      hint: 'Trust what the provider says of each user, and reject messages without it. As the article had it, there as the number 2.',
    },
  } satisfies Record<VerificationLevel, { label: string; hint: string }>,
  /** `name`: what the deployment calls the number; null when it has none such, undefined while it is not known. */
  levelNumber: (level: number, name: string | null | undefined) => ({
    label: `Number ${level}`,
    hint:
      name === undefined
        ? "As the answers have it. It is sent by the name that the server's own list gives it."
        : name === null
          ? 'As the answers have it. This deployment has no level of that number, so the plan would be refused.'
          : `As the answers have it. On this deployment that is ${name}, and it is sent by this name.`,
  }),
  enabled: 'Enable the provider',
  enabledHint: 'Off: the entry is made, and stays without effect until it is enabled.',
  advanced: 'More settings',
  iconUrl: 'Icon address',
  iconUrlHint: 'The small picture beside Skype contacts. Optional; it may no longer be served.',
  routingDomain: 'Routing domain',
  routingDomainHint: 'Addresses outside of Microsoft are routed through this domain. Optional.',
  excluded: 'Domains that are not decorated',
  excludedHint: "Microsoft's own domains, which are used as they are. Separated by commas. Optional.",
  idRouting: 'Route Skype names',
  idRoutingHint: 'EnableSkypeIdRouting. Needed for searching the Skype directory. Skype for Business Server only.',
  search: 'Search the Skype directory',
  searchHint: 'EnableSkypeDirectorySearch. Users find Skype contacts by name. Skype for Business Server only.',
  notAvailable: 'Not available',
  notAvailableHint: (product: string, parameter: string, since: PreparedProductId | null) =>
    `${parameter}. Not available on ${product}${since === null ? '.' : `: it came with ${CAME_WITH[since]}.`} It is left out of the command.`,
  leavesOut: (product: string) => `What ${product} leaves out`,
  leavesOutLine: (parameter: string, since: PreparedProductId | null) =>
    [since === null ? `${parameter}.` : `${parameter} came with ${CAME_WITH[since]}.`, WITHOUT[parameter] ?? ''].join(
      ' ',
    ),
  removal: 'Providers to remove',
  removeConflicting: {
    label: 'Only those that stand in the way',
    hint: 'The same identity or the same proxy address. The server accepts each only once.',
  },
  removeListed: {
    label: 'Those that I choose',
    hint: 'Also for retiring providers whose service has ended.',
  },
  present: 'Public providers of this deployment',
  noneYet: 'There is no public provider in this deployment.',
  notRead:
    'The deployment has not been read. The script looks up what stands in the way, and removes it before it creates the provider.',
  remove: 'Remove',
  removeNamed: (identity: string) => `Remove the provider ${identity}`,
  state: 'State',
  enabledState: 'Enabled',
  disabledState: 'Disabled',
  outcome: 'What happens',
  willBeRemoved: 'Removed first',
  mustBeRemoved: 'In the way, and not chosen',
  updated: 'Kept, and set in place where it differs',
  stays: 'Stays',
  gap: 'Removing comes before creating, because both cannot exist at once. The old values are kept, and if creating fails the old provider is created again.',
  addRemoval: 'Identities to remove',
  addRemovalHint: 'Separated by commas or lines.',
} as const;
