import { joined } from '../../formats/lists.ts';
import { counted, numberText } from '../../formats/plural.ts';

const DOMAINS = { one: 'domain', other: 'domains' };

/** The Edge and domains page. */
export const edgeText = {
  lead: 'The name under which your Access Edge is reached from the internet, and every SIP domain whose users talk to Skype contacts.',
  edges: 'Access Edge',
  fqdn: 'Access Edge FQDN',
  fqdnNumbered: (position: number) => `Access Edge FQDN ${position}`,
  fqdnHint: 'The external name of the Access Edge service, such as sip.contoso.com. Never an IP address.',
  fromDeployment: 'Filled in from the deployment.',
  addEdge: 'Add another Access Edge',
  addEdgeHint:
    'Only where domains are reached through different Access Edges. A domain has one, and a request up to 10.',
  removeEdge: 'Remove',
  removeEdgeNamed: (position: number) => `Remove Access Edge ${position}`,
  edgeDomains: (count: number) => counted(count, DOMAINS),
  edgeNames: (position: number, fqdn: string) => (fqdn === '' ? `Access Edge ${position}` : fqdn),
  differsTitle: 'The topology says something else',
  notInTopology: (fqdns: readonly string[]) =>
    `Not an Access Edge of the topology: ${fqdns.join(', ')}. Correct the name, or publish the topology.`,
  notInRequest: (fqdns: readonly string[]) =>
    `In the topology, but not in this request: ${fqdns.join(', ')}. Leave it out only if no domain is reached through it.`,
  domains: 'SIP domains',
  domainsLead:
    "The part after the @ of your users' addresses, such as contoso.com. Both forms of an international name are shown.",
  count: (count: number) => counted(count, DOMAINS),
  problemCount: (count: number) => `${numberText(count)} of them cannot be used`,
  none: 'No domains yet. Add them above, or take those of the deployment.',
  noMatch: 'No domain matches the search.',
  search: 'Search domains',
  table: 'SIP domains of the request',
  columns: { domain: 'Domain', edge: 'Access Edge', deployment: 'In the deployment', note: 'Note' },
  inDeployment: { default: 'Yes, default', yes: 'Yes', no: 'No', unknown: 'Not known' },
  mixedScripts: (scripts: readonly string[]) => `Mixes ${joined(scripts)} letters. Check every letter.`,
  selectAll: 'Select all shown',
  selected: (count: number) => `${counted(count, DOMAINS)} selected`,
  remove: (count: number) => `Remove ${counted(count, DOMAINS)}`,
  moveTo: 'Move selected to',
  copyAll: 'Copy all domains',
  tableKeys: 'Arrow keys move, Space selects, Control and A selects all, Delete removes what is selected.',
} as const;
