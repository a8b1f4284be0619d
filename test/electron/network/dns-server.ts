import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { promises as dns } from 'node:dns';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CANDIDATES = [
  resolve(import.meta.dirname, '../../../.cache/dns-server/nsd'),
  '/usr/sbin/nsd',
  '/usr/local/sbin/nsd',
];

/** The program of the DNS server; null where the set-up could not provide one. */
export const NSD_PATH = CANDIDATES.find((path) => existsSync(path)) ?? null;

export const NO_NSD = 'there is no NSD on this system, so tests with a real DNS server are skipped';

export interface DnsServer {
  /** `127.0.0.1:port` */
  readonly address: string;
  stop(): Promise<void>;
}

/** A zone: its records in zone-file form without the start of authority, or null for one that cannot be loaded. */
export type Zones = Readonly<Record<string, readonly string[] | null>>;

/** Starts NSD with these zones on a port of its own, and waits until it answers. */
export async function startDnsServer(zones: Zones): Promise<DnsServer> {
  if (NSD_PATH === null) throw new Error(NO_NSD);
  const folder = await mkdtemp(join(tmpdir(), 'nsd-'));
  const port = await freeUdpPort();
  const address = `127.0.0.1:${port}`;
  const all: Zones = { ...zones, 'ready.test': ['@ IN TXT "ready"'] };
  for (const [zone, records] of Object.entries(all)) {
    if (records) await writeFile(join(folder, `${zone}.zone`), zoneFile(zone, records));
  }
  await writeFile(join(folder, 'nsd.conf'), configuration(folder, port, Object.keys(all)));
  const child = spawn(NSD_PATH, ['-d', '-c', join(folder, 'nsd.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  await answering(address, child, said);
  return {
    address,
    async stop() {
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function zoneFile(zone: string, records: readonly string[]): string {
  const head = [
    `$ORIGIN ${zone}.`,
    '$TTL 60',
    '@ IN SOA ns hostmaster 1 3600 600 86400 60',
    '@ IN NS ns',
    'ns IN A 127.0.0.1',
  ];
  return `${[...head, ...records].join('\n')}\n`;
}

function configuration(folder: string, port: number, zones: readonly string[]): string {
  const server = [
    'server:',
    `  ip-address: 127.0.0.1@${port}`,
    '  username: ""',
    '  chroot: ""',
    '  pidfile: ""',
    '  database: ""',
    '  server-count: 1',
    '  rrl-ratelimit: 0',
    `  zonesdir: "${folder}"`,
    `  zonelistfile: "${folder}/zone.list"`,
    `  xfrdfile: "${folder}/xfrd.state"`,
    'remote-control:',
    '  control-enable: no',
  ];
  const named = zones.flatMap((zone) => ['zone:', `  name: "${zone}"`, `  zonefile: "${zone}.zone"`]);
  return `${[...server, ...named].join('\n')}\n`;
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  const { port } = socket.address();
  await new Promise<void>((closed) => socket.close(() => closed()));
  return port;
}

async function answering(address: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  const resolver = new dns.Resolver({ timeout: 250, tries: 1 });
  resolver.setServers([address]);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) break;
    const isReady = await resolver.resolveTxt('ready.test').then(
      () => true,
      () => false,
    );
    if (isReady) return;
    // A port that nobody listens at is refused at once: the pause is the child's time to start.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill('SIGKILL');
  throw new Error(`NSD does not answer: ${said.join('')}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}
