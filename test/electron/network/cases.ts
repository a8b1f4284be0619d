import type { ReadinessStatus } from '../../../core/readiness/readiness-status.ts';
import type { Authority, LeafRequest } from './authority.ts';
import type { Servers } from './tls-servers.ts';

/** One broken zone or certificate, and the finding that it has to give. */
export interface Case {
  readonly title: string;
  readonly domain: string;
  readonly rule: string;
  readonly status: ReadinessStatus;
  /** What the finding's data has to contain. */
  readonly data?: Record<string, unknown>;
  readonly cause?: RegExp;
}

const service = '_sipfederationtls._tcp';
const record = (target: string, port = 5061, priority = 0): string =>
  `${service} IN SRV ${priority} 0 ${port} ${target}.`;
/** A zone whose target is `sip` at these addresses. */
const zone = (domain: string, ...addresses: readonly string[]): readonly string[] => [
  record(`sip.${domain}`),
  ...addresses.map((address) => `sip IN A ${address}`),
];

/** What stands in the zones outside; a null zone cannot be loaded. */
export const ZONES: Readonly<Record<string, readonly string[] | null>> = {
  'good.test': zone('good.test', '127.0.1.1'),
  'nodata.test': [`${service} IN TXT "x"`],
  'missing.test': [],
  'parent.test': [],
  'broken.test': null,
  'root.test': [`${service} IN SRV 0 0 5061 .`],
  'several.test': [
    record('sip.several.test', 5061, 10),
    record('sip2.several.test', 5061, 20),
    'sip IN A 127.0.1.1',
    'sip2 IN A 127.0.1.1',
  ],
  'port.test': [record('sip.port.test', 5062), 'sip IN A 127.0.1.1'],
  'foreign.test': [record('sip.contoso-edge.test')],
  'contoso-edge.test': ['sip IN A 127.0.1.1'],
  'deep.test': [record('sip.it.deep.test'), 'sip.it IN A 127.0.1.1'],
  'alias.test': [record('sip.alias.test'), 'sip IN CNAME sip.good.test.'],
  'circle.test': [record('sip.circle.test'), 'sip IN CNAME a', 'a IN CNAME b', 'b IN CNAME sip'],
  'chain.test': [
    record('sip.chain.test'),
    'sip IN CNAME c1',
    ...Array.from({ length: 50 }, (_, n) => `c${n + 1} IN CNAME c${n + 2}`),
  ],
  'notarget.test': [record('sip.notarget.test')],
  'noaddress.test': [record('sip.noaddress.test'), 'sip IN TXT "x"'],
  'six.test': [record('sip.six.test'), 'sip IN AAAA ::1'],
  'split.test': zone('split.test', '127.0.1.1'),
  'refused.test': zone('refused.test', '127.0.1.250'),
  'plain.test': zone('plain.test', '127.0.1.3'),
  'old.test': zone('old.test', '127.0.1.4'),
  'names.test': zone('names.test', '127.0.1.5'),
  'wildcard.test': zone('wildcard.test', '127.0.1.6'),
  'subject.test': zone('subject.test', '127.0.1.7'),
  'self.test': zone('self.test', '127.0.1.8'),
  'private.test': zone('private.test', '127.0.1.9'),
  'gap.test': zone('gap.test', '127.0.1.10'),
  'expired.test': zone('expired.test', '127.0.1.11'),
  'future.test': zone('future.test', '127.0.1.12'),
  'soon.test': zone('soon.test', '127.0.1.13'),
  'client.test': zone('client.test', '127.0.1.14'),
  'key.test': zone('key.test', '127.0.1.15'),
  'sha1.test': zone('sha1.test', '127.0.1.16'),
  'md5.test': zone('md5.test', '127.0.1.17'),
  'pool.test': zone('pool.test', '127.0.1.18', '127.0.1.19'),
  'sni.test': zone('sni.test', '127.0.1.20'),
  'mutual.test': zone('mutual.test', '127.0.1.21'),
};

/** What a server inside says otherwise. */
export const INSIDE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(ZONES).filter((entry): entry is [string, readonly string[]] => entry[1] !== null),
  ),
  'split.test': zone('split.test', '127.0.1.2'),
};

/** The certificate that each address shows, when it differs from a good one for `sip` of the domain. */
const CERTIFICATES: readonly (readonly [address: string, domain: string, Partial<LeafRequest>])[] = [
  ['127.0.1.2', 'split.test', {}],
  ['127.0.1.5', 'names.test', { commonName: 'other.names.test', names: ['other.names.test'] }],
  ['127.0.1.6', 'wildcard.test', { commonName: '*.wildcard.test', names: ['*.wildcard.test'] }],
  ['127.0.1.7', 'subject.test', { names: ['other.subject.test'] }],
  ['127.0.1.8', 'self.test', { issuer: 'self' }],
  ['127.0.1.9', 'private.test', { issuer: 'private' }],
  ['127.0.1.10', 'gap.test', { sendsChain: false }],
  ['127.0.1.11', 'expired.test', { fromDays: -400, toDays: -1 }],
  ['127.0.1.12', 'future.test', { fromDays: 2 }],
  ['127.0.1.13', 'soon.test', { toDays: 10 }],
  ['127.0.1.14', 'client.test', { usage: 'clientAuth' }],
  ['127.0.1.15', 'key.test', { rsaBits: 1024 }],
  ['127.0.1.16', 'sha1.test', { digest: 'sha1' }],
  ['127.0.1.17', 'md5.test', { digest: 'md5' }],
  ['127.0.1.18', 'pool.test', {}],
  ['127.0.1.19', 'pool.test', {}],
];

/** Starts every server that the zones lead to. */
export async function serveCases(servers: Servers, authority: Authority): Promise<void> {
  const issue = (domain: string, request: Partial<LeafRequest> = {}) =>
    authority.issue({ commonName: `sip.${domain}`, names: [`sip.${domain}`], ...request });
  const good = await issue('good.test', { names: ['sip.good.test', 'edge.good.test', 'sip.split.test'] });
  await servers.tls('127.0.1.1', good);
  await servers.tcp('127.0.1.3', (socket) => socket.end('220 mail ready\r\n'));
  await servers.tls('127.0.1.4', await issue('old.test'), { maxVersion: 'TLSv1.1' });
  for (const [address, domain, request] of CERTIFICATES) await servers.tls(address, await issue(domain, request));
  await servers.tls('127.0.1.20', await issue('other.test'), { byName: { 'sip.sni.test': await issue('sni.test') } });
  // As an Access Edge may: who shows no certificate is sent away, after the server has shown its own.
  const insists = { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' } as const;
  await servers.tls('127.0.1.21', await issue('mutual.test'), insists);
}

export const CASES: readonly Case[] = [
  { title: 'a domain that does not exist', domain: 'gone.parent.test', rule: 'domain-live', status: 'blocking' },
  {
    title: 'a record that does not exist',
    domain: 'missing.test',
    rule: 'srv-present',
    status: 'blocking',
    cause: /NXDOMAIN/u,
  },
  {
    title: 'a name without a record of the type',
    domain: 'nodata.test',
    rule: 'srv-present',
    status: 'blocking',
    cause: /NODATA/u,
  },
  {
    title: 'a record that says there is no service',
    domain: 'root.test',
    rule: 'srv-present',
    status: 'blocking',
    cause: /offers no federation/u,
  },
  {
    title: 'a refusal of the DNS server',
    domain: 'elsewhere.example',
    rule: 'srv-present',
    status: 'cannot-tell',
    cause: /refused/u,
  },
  {
    title: 'a DNS server that fails',
    domain: 'broken.test',
    rule: 'srv-present',
    status: 'cannot-tell',
    cause: /SERVFAIL/u,
  },
  {
    title: 'several records',
    domain: 'several.test',
    rule: 'srv-single',
    status: 'warning',
    data: { priorities: [10, 20], total: 2 },
  },
  { title: 'a wrong port', domain: 'port.test', rule: 'srv-port', status: 'blocking', data: { port: 5062 } },
  {
    title: 'a target under another domain',
    domain: 'foreign.test',
    rule: 'srv-target-suffix',
    status: 'blocking',
    data: { kind: 'no-matching-suffix' },
  },
  {
    title: 'a target that is not directly beneath',
    domain: 'deep.test',
    rule: 'srv-target-suffix',
    status: 'blocking',
    data: { kind: 'not-directly-beneath' },
  },
  {
    title: 'a target that is an alias',
    domain: 'alias.test',
    rule: 'target-alias',
    status: 'warning',
    data: { aliases: ['sip.good.test'] },
  },
  {
    title: 'aliases in a circle',
    domain: 'circle.test',
    rule: 'target-alias',
    status: 'blocking',
    data: { aliasEnd: 'loop' },
  },
  {
    title: 'fifty aliases in a row',
    domain: 'chain.test',
    rule: 'target-alias',
    status: 'blocking',
    data: { aliasEnd: 'too-long' },
  },
  {
    title: 'a target that does not exist',
    domain: 'notarget.test',
    rule: 'target-resolves',
    status: 'blocking',
    cause: /NXDOMAIN/u,
  },
  {
    title: 'a target without an address',
    domain: 'noaddress.test',
    rule: 'target-resolves',
    status: 'blocking',
    cause: /NODATA/u,
  },
  {
    title: 'an address that only the inside reaches',
    domain: 'good.test',
    rule: 'public-address',
    status: 'warning',
    data: { private: ['127.0.1.1'] },
  },
  { title: 'a port that refuses', domain: 'refused.test', rule: 'tcp-reachable', status: 'blocking' },
  {
    title: 'a server that does not speak TLS',
    domain: 'plain.test',
    rule: 'tls-handshake',
    status: 'blocking',
    cause: /does not speak TLS/u,
  },
  { title: 'TLS 1.1', domain: 'old.test', rule: 'tls-version', status: 'blocking', data: { protocol: 'TLSv1.1' } },
  {
    title: 'a certificate for another name',
    domain: 'names.test',
    rule: 'certificate-name',
    status: 'blocking',
    data: { by: null },
  },
  {
    title: 'a wildcard certificate',
    domain: 'wildcard.test',
    rule: 'certificate-name',
    status: 'blocking',
    data: { by: 'wildcard' },
  },
  {
    title: 'a common name that is not repeated',
    domain: 'subject.test',
    rule: 'common-name-in-san',
    status: 'warning',
  },
  {
    title: 'a certificate without the Access Edge',
    domain: 'names.test',
    rule: 'edge-name',
    status: 'blocking',
    data: { edge: 'edge.good.test' },
  },
  {
    title: 'a certificate that is signed by itself',
    domain: 'self.test',
    rule: 'certificate-issuer',
    status: 'blocking',
    data: { chainEnd: 'self-signed' },
  },
  {
    title: 'a private certification authority',
    domain: 'private.test',
    rule: 'certificate-issuer',
    status: 'blocking',
    data: { chainEnd: 'private-root' },
  },
  {
    title: 'an issuer that is not known',
    domain: 'gap.test',
    rule: 'certificate-issuer',
    status: 'cannot-tell',
    data: { chainEnd: 'unknown-issuer' },
  },
  { title: 'a missing intermediate certificate', domain: 'gap.test', rule: 'certificate-chain', status: 'blocking' },
  {
    title: 'an expired certificate',
    domain: 'expired.test',
    rule: 'certificate-validity',
    status: 'blocking',
    cause: /expired/u,
  },
  {
    title: 'a certificate of the future',
    domain: 'future.test',
    rule: 'certificate-validity',
    status: 'blocking',
    cause: /not valid before/u,
  },
  {
    title: 'a certificate that ends soon',
    domain: 'soon.test',
    rule: 'certificate-validity',
    status: 'warning',
    data: { daysLeft: 9 },
  },
  {
    title: 'a certificate for clients only',
    domain: 'client.test',
    rule: 'server-authentication',
    status: 'blocking',
    data: { clientAuthentication: true },
  },
  {
    title: 'a short key',
    domain: 'key.test',
    rule: 'key-size',
    status: 'blocking',
    data: { keyType: 'rsa', keySize: 1024 },
  },
  {
    title: 'a signature with SHA-1',
    domain: 'sha1.test',
    rule: 'signature-algorithm',
    status: 'blocking',
    cause: /sha1WithRSA|ecdsa-with-SHA1/u,
  },
  { title: 'a pool with two certificates', domain: 'pool.test', rule: 'same-on-every-address', status: 'warning' },
  { title: 'another certificate without a name', domain: 'sni.test', rule: 'same-without-name', status: 'warning' },
];
