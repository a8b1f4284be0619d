/** The Edge and domains page. */
export const edgeText = {
  lead: 'The name under which your Access Edge is reached from the internet, and every SIP domain whose users talk to Skype contacts.',
  fqdn: 'Access Edge FQDN',
  fqdnHint: 'The external name of the Access Edge service, such as sip.contoso.com.',
  domains: 'SIP domains',
  domainsHint:
    'One domain a line. A list can be pasted. Enter the part after the @ of your users, such as contoso.com.',
  fromDeployment: 'Filled in from the deployment.',
  count: (count: number) => (count === 1 ? '1 domain' : `${count.toLocaleString('en')} domains`),
  problemCount: (count: number) =>
    count === 1 ? '1 of them cannot be used' : `${count.toLocaleString('en')} of them cannot be used`,
  allUsable: 'all usable',
  problems: 'Domains that cannot be used',
  line: (line: number, domain: string) => `Number ${line}, ${domain}`,
  more: (count: number) => `and ${count.toLocaleString('en')} more`,
} as const;
