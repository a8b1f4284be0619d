import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadinessDocument } from '../../../core/readiness/readiness-document.ts';
import { type Authority, createAuthority } from './authority.ts';
import { readinessJson } from './call.ts';
import { CASES, INSIDE, ZONES, serveCases } from './cases.ts';
import { type DnsServer, NO_NSD, NSD_PATH, startDnsServer } from './dns-server.ts';
import { type Servers, createServers } from './tls-servers.ts';

const suite =
  NSD_PATH === null ? `the rules (skipped: ${NO_NSD})` : 'the rules, each on a zone or a certificate that breaks it';

const titled = CASES.map((one) => [`${one.title}: ${one.rule} is ${one.status}`, one] as const);

describe.skipIf(NSD_PATH === null)(suite, () => {
  let authority: Authority;
  let servers: Servers;
  let outside: DnsServer;
  let inside: DnsServer;
  let checked: ReadinessDocument;
  let code: number;

  beforeAll(async () => {
    [authority, servers, outside, inside] = await Promise.all([
      createAuthority(),
      createServers(),
      startDnsServer(ZONES),
      startDnsServer(INSIDE),
    ]);
    await serveCases(servers, authority);
    const domains = [...new Set([...Object.keys(ZONES), ...CASES.map(({ domain }) => domain)])];
    ({ code, document: checked } = await look(domains, '--edge', 'edge.good.test'));
  });
  afterAll(() => Promise.all([outside.stop(), inside.stop(), servers.stop(), authority.dispose()]));

  const look = (domains: readonly string[], ...more: readonly string[]) =>
    readinessJson(
      ['--domains', domains.join(','), '--dns-server', outside.address, '--tls-port', String(servers.port), ...more],
      { extraRootsPath: authority.rootPath },
    );
  const findingsOf = (domain: string, rule: string) =>
    checked.domains.find((one) => one.domain === domain)?.findings.filter(({ id }) => id === rule) ?? [];

  test.each(titled)('%s', (_, { domain, rule, status, data = {}, cause = /./u }) => {
    const found = findingsOf(domain, rule);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      expect(one).toMatchObject({ status, data: { seen: data } });
      expect(one.cause).toMatch(cause);
      expect(one.remedy === '').toBe(status === 'good');
    }
  });

  test('a good deployment has nothing but its loopback address against it', () => {
    const good = checked.domains.find(({ domain }) => domain === 'good.test');
    expect(good?.findings.filter(({ status }) => status !== 'good').map(({ id }) => id)).toEqual(['public-address']);
    expect(good?.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'srv-present',
        'certificate-name',
        'edge-name',
        'certificate-chain',
        'same-without-name',
      ]),
    );
  });

  test('a blocking finding ends the command with exit code 7, warnings alone with 0', async () => {
    expect(code).toBe(7);
    expect((await look(['good.test'])).code).toBe(0);
  });

  test('a target with an IPv6 address alone resolves', () => {
    expect(findingsOf('six.test', 'target-resolves')).toMatchObject([
      { status: 'good', data: { seen: { ipv6: { records: ['::1'] } } } },
    ]);
  });

  test('a server that insists on a certificate of ours shows its own first', () => {
    expect(findingsOf('mutual.test', 'certificate-name')).toMatchObject([{ status: 'good' }]);
  });

  test('a signature with MD5 is seen where the TLS library hands the certificate on', () => {
    const shown = findingsOf('md5.test', 'signature-algorithm');
    expect(shown).toMatchObject([{ status: 'blocking' }]);
  });

  test('servers that say different things are shown side by side, and only one of them is asked twice', async () => {
    const { document } = await look(['split.test', 'good.test'], '--dns-server', inside.address);
    const finding = document.domains[0]?.findings.find(({ id }) => id === 'split-dns');
    expect(finding).toMatchObject({ status: 'warning' });
    expect(finding?.data.seen['answers']).toMatchObject([
      { resolver: outside.address, addresses: ['127.0.1.1'] },
      { resolver: inside.address, addresses: ['127.0.1.2'] },
    ]);
    expect(document.domains[1]?.findings.find(({ id }) => id === 'split-dns')).toMatchObject({ status: 'good' });
  });

  test('a server that does not answer is no difference: the comparison cannot tell', async () => {
    const { document } = await look(['good.test'], '--dns-server', '127.0.0.1:9', '--timeout', '300');
    const findings = document.domains[0]?.findings ?? [];
    expect(findings.find(({ id }) => id === 'split-dns')).toMatchObject({ status: 'cannot-tell' });
    expect(findings.filter(({ id }) => id === 'srv-present').map(({ status }) => status)).toEqual([
      'good',
      'cannot-tell',
    ]);
  });

  test('every remedy of DNS is a record in zone-file form that the DNS server itself accepts, and mends the finding', async () => {
    const zoneFile = findingsOf('missing.test', 'srv-present')[0]?.data.records?.[0]?.zoneFile ?? '';
    expect(zoneFile).toBe('_sipfederationtls._tcp.missing.test. 3600 IN SRV 0 0 5061 sip.missing.test.');
    const mended = await startDnsServer({ 'missing.test': [zoneFile, 'sip IN A 127.0.1.1'] });
    const { document } = await readinessJson([
      '--domains',
      'missing.test',
      '--dns-server',
      mended.address,
      '--tls-port',
      String(servers.port),
    ]);
    await mended.stop();
    const findings = document.domains[0]?.findings ?? [];
    expect(findings.filter(({ id }) => id.startsWith('srv-')).map(({ status }) => status)).toEqual([
      'good',
      'good',
      'good',
      'good',
    ]);
  });

  test('every remedy of a certificate is a list of names that gives a certificate without the finding', async () => {
    const names = findingsOf('names.test', 'certificate-name')[0]?.data.certificate?.names ?? [];
    expect(names).toEqual(['sip.names.test', 'edge.good.test']);
    expect(findingsOf('names.test', 'certificate-name')[0]?.data.certificate?.subjectAltName).toBe(
      'DNS:sip.names.test,DNS:edge.good.test',
    );
  });

  test('a name that many domains share is connected to once with its name and once without', async () => {
    const before = servers.connections('127.0.1.1');
    await look(['good.test', 'alias.test', 'split.test']);
    // Three names at one address, and once without a name.
    expect(servers.connections('127.0.1.1') - before).toBe(4);
  });
});
