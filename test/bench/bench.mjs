/**
 * `npm run bench`: the product against the least that could do the same, as ratios within one run. Prints one JSON
 * document; `holds` says whether every limit is kept, and the exit code says the same.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMeasurements } from './apply.mjs';
import { domainCheckMs } from './domains.mjs';
import { readinessMeasurements } from './readiness.mjs';
import { roundTrips } from './round-trips.mjs';
import { scrolling } from './scrolling.mjs';
import { interleaved, rounded } from './statistics.mjs';
import { PROGRAMS, coldStartMs, idleMemoryMiB } from './windows.mjs';

/** The product's shells run so (electron/powershell/start-shell); what it is compared with gets the same engine. */
Object.assign(process.env, {
  DOTNET_TieredPGO: '0',
  DOTNET_MultiCoreJitMinNumCpus: 'ffff',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_UPDATECHECK: 'Off',
});

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 11);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
const say = (text) => process.stderr.write(`${text}\n`);

say('Cold start');
await coldStartMs(PROGRAMS.bare);
await coldStartMs(PROGRAMS.product);
const start = await interleaved(
  { bare: () => coldStartMs(PROGRAMS.bare), product: () => coldStartMs(PROGRAMS.product) },
  rounds,
);
say('Idle memory');
const memory = await interleaved(
  { bare: () => idleMemoryMiB(PROGRAMS.bare), product: () => idleMemoryMiB(PROGRAMS.product) },
  3,
);
say('One read cmdlet');
const trips = await roundTrips(folder, 100);
say('Whole apply');
const apply = await interleaved(await applyMeasurements(folder), rounds);
say('5,000 SIP domains');
const domainsMs = await domainCheckMs(folder);
say('Network readiness of 500 domains');
const readiness = await readinessMeasurements(rounds);
if (!readiness) say('Left out: there is no DNS server here.');
say('Scrolling 5,000 SIP domains');
const frames = await scrolling();
await rm(folder, { recursive: true, force: true });

const results = [
  row('cold start to first usable page / bare window', start.product / start.bare, 'at most', 1.3, start),
  row('one read cmdlet from the page / raw pipe', trips.renderer / trips.rawPipe, 'at most', 4, trips),
  row('one-shot process / one read cmdlet from the page', trips.oneShot / trips.renderer, 'at least', 50, trips),
  row('whole apply / script by hand', apply.product / apply.byHand, 'at most', 1.5, apply),
  row('idle memory / bare window (PSS, MiB)', memory.product / memory.bare, 'at most', 1.2, memory),
  row('frames in time while 5,000 SIP domains scroll, at 60 a second (%)', frames.inTime, 'at least', 95, frames),
  row('5,000 SIP domains, from pasted text to checked answers (ms)', domainsMs, 'at most', 100, {}),
  ...(readiness ? readinessRows(readiness) : []),
];
const holds = results.every((one) => one.holds);
process.stdout.write(`${JSON.stringify({ rounds, holds, results }, null, 2)}\n`);
process.exitCode = holds ? 0 : 1;

function readinessRows({ times, heap }) {
  const name = 'network check of 500 domains / the same questions alone';
  return [
    row(name, times.product / times.ideal, 'at most', 1.3, times),
    row('heap after six network checks / after one (MiB)', heap.six / heap.one, 'at most', 1.1, heap),
  ];
}

function row(name, value, relation, limit, medians) {
  const isKept = relation === 'at most' ? value <= limit : value >= limit;
  const readable = Object.fromEntries(Object.entries(medians).map(([key, one]) => [key, rounded(one)]));
  return {
    name,
    value: rounded(value),
    [relation === 'at most' ? 'atMost' : 'atLeast']: limit,
    holds: isKept,
    medians: readable,
  };
}
