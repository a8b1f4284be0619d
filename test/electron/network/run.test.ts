import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { READINESS_DEFAULTS, type ReadinessQuestion } from '../../../core/readiness/readiness-question.ts';
import { retry } from '../../../electron/network/retry.ts';
import { createReadinessChecks } from '../../../electron/network/readiness-checks.ts';
import { runReadiness } from '../../../electron/network/readiness-run.ts';
import type { ReadinessProgress } from '../../../core/readiness/readiness-progress.ts';
import { type Authority, createAuthority } from './authority.ts';
import { type HostileDns, startHostileDns } from './hostile-dns.ts';
import { type Servers, createServers } from './tls-servers.ts';

const labels = (name: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${name}${n}`);
const MUTE = labels('mute', 30);
const GOOD = labels('good', 12);
const domainOf = (label: string): string => `${label}.hostile.test`;

describe('a network check', () => {
  let authority: Authority;
  let servers: Servers;
  let dns: HostileDns;

  beforeAll(async () => {
    [authority, servers] = await Promise.all([createAuthority(), createServers()]);
    await servers.tls('127.0.7.1', await authority.issue({ commonName: 'x.test', names: ['x.test'] }));
    await servers.tcp('127.0.7.2', () => undefined);
    const at = (names: readonly string[], address: string) => names.map((name) => [name, [address]] as const);
    dns = await startHostileDns(Object.fromEntries([...at(MUTE, '127.0.7.2'), ...at(GOOD, '127.0.7.1')]));
  });
  afterAll(() => Promise.all([dns.stop(), servers.stop(), authority.dispose()]));

  const question = (names: readonly string[], more: Partial<ReadinessQuestion> = {}): ReadinessQuestion => ({
    ...READINESS_DEFAULTS,
    domains: names.map(domainOf),
    edge: null,
    dnsServers: [dns.address],
    tlsPort: servers.port,
    ...more,
  });

  test('is not held up by a server that does not answer, however many domains it has and wherever they stand', async () => {
    const stopping = new AbortController();
    const done: string[] = [];
    const facts = await runReadiness(question([...MUTE, ...GOOD], { timeoutMs: 60_000, concurrency: 8 }), {
      signal: stopping.signal,
      now: () => new Date(),
      extraRoots: '',
      onDomain({ domains }) {
        done.push(...domains.map(({ domain }) => domain));
        if (done.length === GOOD.length) stopping.abort();
      },
    });
    expect(done.toSorted()).toEqual(GOOD.map(domainOf).toSorted());
    expect(facts.domains.map(({ domain }) => domain)).toEqual(GOOD.map(domainOf));
    expect(facts.unchecked).toEqual(MUTE.map(domainOf));
  });

  test('that is cancelled before it begins sends nothing', async () => {
    const before = servers.connections('127.0.7.1');
    const signal = AbortSignal.abort();
    const facts = await runReadiness(question(GOOD), {
      signal,
      now: () => new Date(),
      extraRoots: '',
      onDomain: () => undefined,
    });
    expect(facts).toMatchObject({ domains: [], addresses: [], unchecked: GOOD.map(domainOf) });
    expect(servers.connections('127.0.7.1')).toBe(before);
  });

  test('behind the window goes on alone, tells whole pictures, and keeps what it found when it is cancelled', async () => {
    const told: ReadinessProgress[] = [];
    const over = deferred<ReadinessProgress>();
    const checks = createReadinessChecks({
      now: () => new Date(),
      extraRootsPath: null,
      onChange(progress) {
        told.push(progress);
        if (progress.domains.filter(({ status }) => status !== null).length === GOOD.length) checks.cancel();
        if (progress.result) over.resolve(progress);
      },
    });
    const asked = question([...GOOD, ...MUTE], { timeoutMs: 60_000 });
    expect(await checks.run(asked)).toMatchObject({ ok: true, value: { state: 'checking', result: null } });
    expect(await checks.run(asked)).toMatchObject({ ok: false, failure: { kind: 'busy' } });
    expect(checks.paste('{}')).toMatchObject({ ok: false, failure: { kind: 'busy' } });
    const last = await over.promise;
    expect(last).toMatchObject({ state: 'cancelled', result: { unchecked: MUTE.map(domainOf) } });
    expect(told.every(({ domains }) => domains.length === GOOD.length + MUTE.length)).toBe(true);
    expect(checks.current()).toBe(last);
  });
});

describe('trying again', () => {
  const tries = async (outcomes: readonly string[], signal = new AbortController().signal) => {
    const left = outcomes.values();
    const counted = { attempts: 0 };
    const attempt = async (): Promise<string> => {
      counted.attempts += 1;
      return left.next().value ?? 'late';
    };
    return { last: await retry(attempt, (outcome) => outcome === 'late', signal), ...counted };
  };

  test('tries twice more what had no answer in time, and takes any other outcome as it is', async () => {
    expect(await tries(['refused'])).toEqual({ last: 'refused', attempts: 1 });
    expect(await tries(['late', 'found'])).toEqual({ last: 'found', attempts: 2 });
    expect(await tries(['late', 'late', 'late', 'found'])).toEqual({ last: 'late', attempts: 3 });
  });

  test('ends when it is cancelled', async () => {
    expect(await tries(['late', 'found'], AbortSignal.abort())).toEqual({ last: 'late', attempts: 1 });
  });
});

/** A promise with what settles it; Node 20 has no `Promise.withResolvers`. */
function deferred<Value>() {
  const settled: { resolve: (value: Value) => void } = { resolve: () => undefined };
  const promise = new Promise<Value>((resolve) => (settled.resolve = resolve));
  return { promise, resolve: (value: Value) => settled.resolve(value) };
}
