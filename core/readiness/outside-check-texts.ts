import { recordName } from '../domains/federation-record.ts';

/** The text for a check from outside: plain lines, each command on a line of its own. */
export const outsideCheckTexts = {
  opening: [
    'Check from outside',
    '',
    'Please run these commands on a computer outside our network, with a public DNS server, and send back all they print.',
    'They only look: DNS questions, and a TLS connection that is closed at once.',
  ].join('\n'),
  program: (domains: readonly string[], edge: string | null): string =>
    [
      '',
      'With this program, in one go (send back readiness.json):',
      `skype-federation-setup readiness --domains ${domains.join(',')}${edge === null ? '' : ` --edge ${edge}`} --out readiness.json`,
      '',
      'Or one by one:',
    ].join('\n'),
  domain: (domain: string): string => `\n# ${domain}`,
  recordCommands: (domain: string): readonly string[] => [
    `nslookup -type=SRV ${recordName(domain)}`,
    `Resolve-DnsName -Name ${recordName(domain)} -Type SRV`,
  ],
  targetCommands: (name: string, port: number): readonly string[] => [
    `nslookup ${name}`,
    `Test-NetConnection -ComputerName ${name} -Port ${port}`,
    `openssl s_client -connect ${name}:${port} -servername ${name} -showcerts`,
    `openssl s_client -connect ${name}:${port} -noservername -showcerts`,
  ],
  expected: '\nThe records that we expect to be there (priority, weight and TTL may differ):',
} as const;
