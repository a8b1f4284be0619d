import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadinessDocument } from '../../../core/readiness/readiness-document.ts';
import { MAX_RECORDS } from '../../../core/readiness/readiness-facts.ts';
import { type Authority, createAuthority } from './authority.ts';
import { readinessJson } from './call.ts';
import { DNS_BEHAVIOURS, type HostileDns, startHostileDns } from './hostile-dns.ts';
import { startFullListener } from './full-listener.ts';
import { type Servers, createServers } from './tls-servers.ts';

/** What servers do with a connection instead of a handshake. */
const CONNECTIONS: Readonly<Record<string, (socket: Socket) => void>> = {
  mute: () => undefined,
  closing: (socket) => socket.destroy(),
  resetting: (socket) => socket.resetAndDestroy(),
  noise: (socket) => socket.write(randomBytes(100_000)),
  // The beginning of a TLS record that never comes to its end, a byte at a time.
  loris: (socket) => {
    socket.write(Buffer.from([0x16, 0x03, 0x03, 0x40, 0x00]));
    const drip = setInterval(() => socket.write(Buffer.from([0])), 20);
    socket.on('close', () => clearInterval(drip));
  },
  // Well-formed warning alerts without end.
  alerts: (socket) => {
    const alert = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x01, 0x5a]);
    const flood = setInterval(() => socket.write(Buffer.concat(Array.from({ length: 1000 }, () => alert))), 5);
    socket.on('close', () => clearInterval(flood));
  },
};

const CONNECTION_ADDRESSES = Object.fromEntries(
  Object.keys(CONNECTIONS).map((label, index) => [label, [`127.0.2.${index + 10}`]]),
);

/** What never ends a handshake: only the time limit does, and it is far from what a connection takes. */
const ENDLESS: readonly string[] = ['mute', 'loris', 'alerts'];

const unreadable = DNS_BEHAVIOURS.filter((label) => label !== 'many' && label !== 'odd-target');

describe('a hostile or broken answer', () => {
  let authority: Authority;
  let servers: Servers;
  let dns: HostileDns;
  let checked: readonly ReadinessDocument[];
  let stopFull: () => Promise<void>;

  beforeAll(async () => {
    [authority, servers] = await Promise.all([createAuthority(), createServers()]);
    for (const [label, misbehave] of Object.entries(CONNECTIONS))
      await servers.tcp(CONNECTION_ADDRESSES[label]?.[0] ?? '', misbehave);
    const names = Array.from(
      { length: 200_000 },
      (_, number) => `host-${number}.a-rather-long-name-to-fill-it.hostile.test`,
    );
    await servers.tls(
      '127.0.2.1',
      await authority.issue({ commonName: 'sip.good.hostile.test', names: ['sip.good.hostile.test'] }),
    );
    await servers.tls('127.0.2.2', await authority.issue({ commonName: 'sip.huge.hostile.test', names }));
    await servers.tls(
      '127.0.2.3',
      await authority.issue({ commonName: 'large.hostile.test', names: names.slice(0, 1500) }),
    );
    stopFull = await startFullListener('127.0.2.4', servers.port);
    dns = await startHostileDns({
      good: ['127.0.2.1'],
      huge: ['127.0.2.2'],
      large: ['127.0.2.3'],
      full: ['127.0.2.4'],
      crowd: Array.from({ length: 30 }, () => '127.0.2.1').map((_, index) => `127.0.3.${index + 1}`),
      // The odd target is a name of two labels.
      '': ['127.0.2.1'],
      ...CONNECTION_ADDRESSES,
    });
    // Whose answers count is asked with all the time that there is, however slow the machine; alone, because questions to
    // one server share a TCP connection, which others here break.
    const answering = Object.keys(CONNECTIONS).filter((label) => !ENDLESS.includes(label));
    const answered = await check(['good', 'huge', 'large', 'crowd', 'odd-target', ...answering], 60_000);
    const others = await Promise.all([check(ENDLESS, 10_000), check(['full', ...unreadable], 1_000)]);
    checked = [answered, ...others];
  }, 240_000);
  afterAll(() => Promise.all([dns.stop(), servers.stop(), stopFull(), authority.dispose()]));

  async function check(labels: readonly string[], timeoutMs: number): Promise<ReadinessDocument> {
    const domains = labels.map((label) => `${label}.hostile.test`).join(',');
    const where = ['--dns-server', dns.address, '--tls-port', String(servers.port), '--timeout', String(timeoutMs)];
    const { document } = await readinessJson(['--domains', domains, ...where], { extraRootsPath: authority.rootPath });
    return document;
  }

  /** What is against a domain, beside the loopback address that all of them have. */
  const against = (label: string) =>
    checked
      .flatMap(({ domains }) => domains)
      .find(({ domain }) => domain === `${label}.hostile.test`)
      ?.findings.filter(({ id, status }) => status !== 'good' && id !== 'public-address') ?? [];
  const addresses = () => checked.flatMap(({ facts }) => facts.addresses);

  test('never ends the run: every domain is judged, and the good one is good', () => {
    expect(checked.map(({ unchecked }) => unchecked)).toEqual([[], [], []]);
    expect(against('good')).toEqual([]);
  });

  test.each(unreadable)('of DNS (%s) costs one finding, which cannot tell', (label) => {
    expect(against(label)).toMatchObject([{ id: 'srv-present', status: 'cannot-tell' }]);
  });

  test.each(Object.keys(CONNECTIONS))('of a TLS server (%s) costs one finding, which blocks', (label) => {
    const found = against(label);
    expect(found).toMatchObject([{ status: 'blocking' }]);
    // A reset may come before the connection counts as made, or after.
    expect(found[0]?.id).toMatch(label === 'resetting' ? /^(?:tcp-reachable|tls-handshake)$/u : /^tls-handshake$/u);
  });

  test('of a server that never answers a connection cannot tell, since a firewall may be in between', () => {
    expect(against('full')).toMatchObject([{ id: 'tcp-reachable', status: 'cannot-tell' }]);
    const seen = addresses().find(({ address }) => address === '127.0.2.4');
    expect(seen?.connect).toMatchObject({ outcome: 'closed', reason: 'timed-out' });
  });

  test('of twelve hundred records is kept to a few, and counted', async () => {
    // In a run of its own: questions to one server share a TCP connection, which others here break.
    const args = ['--domains', 'many.hostile.test', '--dns-server', dns.address, '--tls-port', String(servers.port)];
    const { document: crowded } = await readinessJson(args);
    const [view] = crowded.facts.domains.find(({ domain }) => domain === 'many.hostile.test')?.views ?? [];
    expect(view?.srv).toMatchObject({ outcome: 'found', total: 1200 });
    expect(view?.hosts).toHaveLength(MAX_RECORDS);
  });

  test('of thirty addresses is looked at in part', () => {
    expect(addresses().filter(({ address }) => address.startsWith('127.0.3.'))).toHaveLength(16);
  });

  test('of a target with odd characters stays text', () => {
    expect(against('odd-target').map(({ id }) => id)).toContain('srv-target-suffix');
  });

  test('of a certificate with ten megabytes of names costs one finding', () => {
    expect(against('huge')).toMatchObject([{ id: 'tls-handshake', status: 'blocking' }]);
    expect(against('huge')[0]?.cause).toMatch(/more certificate data/u);
  });

  test('of a certificate with more names than are kept cannot tell whether the name is among them', () => {
    expect(against('large').filter(({ id }) => id === 'certificate-name')).toMatchObject([
      { status: 'cannot-tell', data: { seen: { nameCount: 1500 } } },
    ]);
  });
});
