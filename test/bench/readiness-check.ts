import { promises as dns } from 'node:dns';
import { connect } from 'node:net';
import { connect as secure, createSecureContext } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { readinessDocument } from '../../core/readiness/readiness-document.ts';
import { runReadiness } from '../../electron/network/readiness-run.ts';
import { createAuthority } from '../electron/network/authority.ts';
import { NSD_PATH, startDnsServer } from '../electron/network/dns-server.ts';
import { createServers } from '../electron/network/tls-servers.ts';

/**
 * A network check of 500 domains behind 20 addresses, against the least that could ask the same: the same DNS questions
 * and handshakes by Node's own functions, as many at a time, with nothing learned and nothing waited for in between.
 */

const DOMAINS = Array.from({ length: 500 }, (_, number) => `d${number}.bench.test`);
const ADDRESSES = Array.from({ length: 20 }, (_, number) => `127.0.6.${number + 1}`);
const CONCURRENCY = 16;
const addressOf = (number: number): string => ADDRESSES[number % ADDRESSES.length] ?? '';

export interface ReadinessBench {
  product(): Promise<number>;
  ideal(): Promise<number>;
  /** MiB of heap that are in use after this many more checks. */
  heapAfter(checks: number): Promise<number>;
  stop(): Promise<void>;
}

/** Null where there is no DNS server to measure with. */
export async function createReadinessBench(program: string): Promise<ReadinessBench | null> {
  if (NSD_PATH === null) return null;
  const server = new Worker(program);
  const port = await new Promise<number>((resolve) =>
    server.once('message', (said) => resolve(z.parse(z.int(), said))),
  );
  const records = DOMAINS.flatMap((_, number) => [
    `_sipfederationtls._tcp.d${number} IN SRV 0 0 5061 sip.d${number}`,
    `sip.d${number} IN A ${addressOf(number)}`,
  ]);
  const nsd = await startDnsServer({ 'bench.test': records });
  const question = {
    domains: DOMAINS,
    edge: null,
    dnsServers: [nsd.address],
    tlsPort: port,
    timeoutMs: 5000,
    concurrency: CONCURRENCY,
  };
  const check = async (): Promise<void> => {
    const { signal } = new AbortController();
    const facts = await runReadiness(question, {
      signal,
      now: () => new Date(),
      extraRoots: '',
      onDomain: () => undefined,
    });
    const { domains } = readinessDocument(facts);
    const seen = domains.filter(({ findings }) =>
      findings.some(({ id, status }) => id === 'tls-handshake' && status === 'good'),
    );
    if (seen.length !== DOMAINS.length)
      throw new Error(`${seen.length} of ${DOMAINS.length} domains showed a certificate.`);
  };
  return {
    product: () => timed(check),
    ideal: () => timed(() => askBarely(nsd.address, port)),
    async heapAfter(checks) {
      for (let number = 0; number < checks; number += 1) await check();
      return heapInUse();
    },
    async stop() {
      await nsd.stop();
      await server.terminate();
    },
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  z.parse(
    z.custom<() => void>((value) => typeof value === 'function'),
    runInNewContext('gc'),
  )();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function askBarely(server: string, port: number): Promise<void> {
  const resolver = new dns.Resolver({ tries: 1 });
  resolver.setServers([server]);
  const missing = (): undefined => undefined;
  const questions = DOMAINS.flatMap((domain) => [
    () => resolver.resolveSrv(`_sipfederationtls._tcp.${domain}`),
    () => resolver.resolveCname(`sip.${domain}`).catch(missing),
    () => resolver.resolve4(`sip.${domain}`),
    () => resolver.resolve6(`sip.${domain}`).catch(missing),
  ]);
  const secureContext = createSecureContext({ minVersion: 'TLSv1' });
  const named = DOMAINS.map((domain, number) => () => shakeHands(addressOf(number), port, `sip.${domain}`));
  const handshakes = [...ADDRESSES.map((address) => () => shakeHands(address, port, null)), ...named];
  await Promise.all([inPool(questions), inPool(handshakes)]);

  function shakeHands(address: string, port: number, name: string | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const tcp = connect({ host: address, port });
      const options = { socket: tcp, secureContext, rejectUnauthorized: false };
      const socket = secure(name === null ? options : { ...options, servername: name }, () => {
        socket.getPeerCertificate(true);
        socket.destroy();
        tcp.destroy();
        resolve();
      });
      socket.on('error', reject);
    });
  }
}

async function inPool(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const queue = works.values();
  const work = async (): Promise<void> => {
    for (const one of queue) await one();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

/** The TLS servers have a thread of their own, so that what they cost is not counted. */
async function serve(): Promise<void> {
  const [authority, servers] = await Promise.all([createAuthority(), createServers()]);
  const credentials = await authority.issue({ commonName: 'sip.bench.test', names: ['sip.bench.test'] });
  for (const address of ADDRESSES) await servers.tls(address, credentials);
  await authority.dispose();
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(servers.port);
}

if (!isMainThread) await serve();
