import { isAtOrBelow } from '../../failure.ts';

/** The name of every field by the JSON path of its answer; a problem below the path belongs to the field. */
const fieldLabels: Readonly<Record<string, string>> = {
  '$.draft': 'Saved draft',
  '$.mode': 'What to work on',
  '$.preparedProduct': 'Product',
  '$.deployment': 'Deployment',
  '$.request.agreement.type': 'Agreement type',
  '$.request.agreement.number': 'Number',
  '$.request.agreement.termsAccepted': 'Terms',
  '$.request.contacts.primary.name': 'Primary contact, name',
  '$.request.contacts.primary.email': 'Primary contact, e-mail',
  '$.request.contacts.primary.phone': 'Primary contact, phone',
  '$.request.contacts.alternate.name': 'Alternate contact, name',
  '$.request.contacts.alternate.email': 'Alternate contact, e-mail',
  '$.request.contacts.alternate.phone': 'Alternate contact, phone',
  '$.request.accessEdgeFqdn': 'Access Edge FQDN',
  '$.request.sipDomains': 'SIP domains',
  '$.request.accessEdges': 'Access Edges',
  '$.externalAccess': 'External access policies',
  '$.accessEdge.allowFederatedUsers': 'Federation and public IM connectivity',
  '$.provider.identity': 'Identity',
  '$.provider.proxyFqdn': 'Proxy FQDN',
  '$.provider.iconUrl': 'Icon address',
  '$.provider.verificationLevel': 'Verification level',
  '$.provider.enabled': 'Enabled',
  '$.provider.nameDecorationRoutingDomain': 'Routing domain',
  '$.provider.nameDecorationExcludedDomains': 'Domains that are not decorated',
  '$.removeProviders': 'Providers to remove',
  '$.provider.enableSkypeIdRouting': 'Skype ID routing',
  '$.provider.enableSkypeDirectorySearch': 'Skype directory search',
  '$.retire.action': 'What happens to the providers',
  '$.retire.publicCloudAccess': 'Communication with public users',
  '$.retire.federation': 'Organisation-wide federation',
  '$.plan': 'Plan',
  '$.run': 'Unfinished run',
};

/** The users of the policy at an index of the answers. */
export function policyUsersField(index: number): string {
  return `$.externalAccess[${index}].users`;
}

const EDGE_FIELD = /^\$\.request\.accessEdges\[(\d+)\]\.(fqdn|sipDomains)/u;

const POLICY_USERS = /^\$\.externalAccess\[\d+\]\.users/u;

/** The name of a field. Policies are as many as there are answers, so their lists of users share one. */
export function labelOfField(field: string): string {
  const edge = EDGE_FIELD.exec(field);
  if (edge) return `${edge[2] === 'fqdn' ? 'Access Edge FQDN' : 'SIP domains'}, Access Edge ${Number(edge[1]) + 1}`;
  return fieldLabels[field] ?? (POLICY_USERS.test(field) ? 'Users of a policy' : field);
}

/** The field that a problem's path belongs to: the longest known path above it. */
export function fieldOfPath(path: string): string {
  const listed = POLICY_USERS.exec(path) ?? EDGE_FIELD.exec(path);
  if (listed) return listed[0];
  const known = Object.keys(fieldLabels).filter((one) => isAtOrBelow(path, one));
  return known.reduce((longest, one) => (one.length > longest.length ? one : longest), known[0] ?? path);
}
