import { readPastedFacts } from '../../../core/readiness/pasted-facts.ts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, createAuthority } from './authority.ts';
import { callReadiness, readinessJson } from './call.ts';
import { type HostileDns, startHostileDns } from './hostile-dns.ts';
import { type Servers, createServers } from './tls-servers.ts';

const DOMAIN = 'good.hostile.test';
const TARGET = `sip.${DOMAIN}`;

describe('the command readiness', () => {
  let folder: string;
  let authority: Authority;
  let servers: Servers;
  let dns: HostileDns;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readiness-'));
    [authority, servers, dns] = await Promise.all([
      createAuthority(),
      createServers(),
      startHostileDns({ good: ['127.0.4.1'], mute: ['127.0.4.2'] }),
    ]);
    await servers.tls('127.0.4.1', await authority.issue({ commonName: TARGET, names: [TARGET] }));
    await servers.tcp('127.0.4.2', () => undefined);
  });
  afterAll(() =>
    Promise.all([dns.stop(), servers.stop(), authority.dispose(), rm(folder, { recursive: true, force: true })]),
  );

  const place = (): string[] => ['--dns-server', dns.address, '--tls-port', String(servers.port)];
  const trusting = () => ({ extraRootsPath: authority.rootPath });

  test('says for people where it looked from, each domain and finding in four words, and what mends it', async () => {
    const { code, out, err } = await callReadiness(['--domains', DOMAIN, ...place()]);
    expect(code).toBe(7);
    expect(out).toMatch(/^Seen from this computer, \d{4}-/u);
    expect(out).toContain(`${DOMAIN}: blocking\n`);
    expect(out).toMatch(/good +_sipfederationtls\._tcp\.good\.hostile\.test/u);
    expect(out).toMatch(/blocking +sip\.good\.hostile\.test at 127\.0\.4\.1/u);
    expect(out).toContain('Install the intermediate certificates');
    expect(err).toBe(`1 of 1: ${DOMAIN}: blocking\n`);
  });

  test('takes domains from a file with remarks and blank lines, each once', async () => {
    const file = join(folder, 'domains.txt');
    await writeFile(file, `\uFEFF# ours\n${DOMAIN}\n\n${DOMAIN.toUpperCase()}, other.hostile.test ; # last\n`);
    const { document } = await readinessJson(['--domains', file, ...place()], trusting());
    expect(document.domains.map(({ domain }) => domain)).toEqual([DOMAIN, 'other.hostile.test']);
  });

  test.each([
    ['no domains', []],
    ['a domain that is none', ['--domains', 'con toso,.x']],
    ['an Access Edge that is an address', ['--domains', DOMAIN, '--edge', '192.0.2.1']],
    ['a DNS server by name', ['--domains', DOMAIN, '--dns-server', 'dns.contoso.com']],
    ['a port out of range', ['--domains', DOMAIN, '--tls-port', '70000']],
    ['a time-out that is no number', ['--domains', DOMAIN, '--timeout', 'soon']],
    ['facts that are none', ['--facts', '/dev/null']],
  ])('refuses %s as bad usage, in one JSON document', async (_, args) => {
    const { code, out } = await callReadiness([...args, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toHaveProperty('error.kind');
  });

  test('cancelled, ends with 130 and prints what is known, and which domains are left', async () => {
    const pressed: { press: (() => void) | null } = { press: null };
    const waiting = new Promise<void>((resolve) => {
      void servers.tcp('127.0.4.3', () => resolve());
    });
    const slow = await startHostileDns({ good: ['127.0.4.1'], late: ['127.0.4.3'] });
    const args = [
      '--domains',
      `${DOMAIN},late.hostile.test`,
      '--dns-server',
      slow.address,
      '--tls-port',
      String(servers.port),
      '--timeout',
      '60000',
      '--concurrency',
      '1',
    ];
    const run = readinessJson(args, { ...trusting(), interrupt: (press) => (pressed.press = press) });
    await waiting;
    pressed.press?.();
    const { code, document } = await run;
    await slow.stop();
    expect(code).toBe(130);
    expect(document.domains.map(({ domain }) => domain)).toEqual([DOMAIN]);
    expect(document.unchecked).toEqual(['late.hostile.test']);
  });

  test('judges facts that were kept again, and says that they were seen from elsewhere', async () => {
    const file = join(folder, 'kept.json');
    const { document } = await readinessJson(['--domains', DOMAIN, ...place(), '--out', file], trusting());
    const { code, document: again } = await readinessJson(['--facts', file]);
    expect(code).toBe(0);
    expect(again.seenFrom).toBe('elsewhere');
    expect(again.domains).toEqual(document.domains);
    const facts = JSON.stringify(document.facts);
    expect(readPastedFacts(facts)).toMatchObject({ ok: true });
    expect(readPastedFacts(await readFile(file, 'utf8'))).toMatchObject({ ok: true });
    expect(readPastedFacts(facts.slice(1))).toMatchObject({ ok: false });
  });

  test('prints commands for a check from outside, which hold nothing but names, and looks at nothing', async () => {
    const before = servers.connections('127.0.4.1');
    const { code, out } = await callReadiness(['--domains', DOMAIN, '--edge', 'edge.hostile.test', '--hand-off']);
    expect(code).toBe(0);
    expect(servers.connections('127.0.4.1')).toBe(before);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        `nslookup -type=SRV _sipfederationtls._tcp.${DOMAIN}`,
        `Resolve-DnsName -Name _sipfederationtls._tcp.${DOMAIN} -Type SRV`,
        `openssl s_client -connect ${TARGET}:5061 -servername ${TARGET} -showcerts`,
        `_sipfederationtls._tcp.${DOMAIN}. 3600 IN SRV 0 0 5061 ${TARGET}.`,
      ]),
    );
    expect(out).not.toMatch(/[$`;|&<>]/u);
  });
});
