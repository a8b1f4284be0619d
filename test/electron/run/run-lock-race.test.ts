import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ownIdentity } from '../../../electron/run/process-identity.ts';
import { buildProgram } from '../../fakes/build-program.ts';
import { isWholeSet } from '../../fakes/scope.ts';

const RACERS = 8;
/** Each way in which a lock can be left behind comes in turn. */
const ROUNDS = isWholeSet ? 50 : 12;
const KILLS = isWholeSet ? 24 : 8;
const AT = '2024-05-06T10:00:00.000Z';
const resultSchema = z.object({
  runId: z.string(),
  problem: z.nullable(z.string()),
  takenOver: z.optional(z.string()),
  movedAside: z.optional(z.string()),
});
type RaceResult = z.infer<typeof resultSchema>;
const saidSchema = z.union([z.literal('inside'), resultSchema]);

let program = { folder: '', path: '' };
let folder = '';
let lock = '';
const racers = new Set<Racer>();

interface Racer {
  readonly child: ChildProcess;
  race(runId: string): void;
}

/** Starts a racer; what it says comes to `onSaid`. */
function startRacer(onSaid: (said: 'inside' | RaceResult, racer: Racer) => void): Racer {
  const child = spawn(process.execPath, [program.path, lock], { stdio: ['pipe', 'pipe', 'inherit'] });
  // A racer that is killed does not read what was sent to it.
  child.stdin.on('error', () => undefined);
  const racer: Racer = { child, race: (runId) => child.stdin.write(`${runId}\n`) };
  createInterface({ input: child.stdout }).on('line', (line) => onSaid(saidSchema.parse(JSON.parse(line)), racer));
  racers.add(racer);
  return racer;
}

async function end(racer: Racer): Promise<void> {
  racers.delete(racer);
  if (racer.child.exitCode !== null || racer.child.signalCode !== null) return;
  const exited = once(racer.child, 'exit');
  racer.child.kill('SIGKILL');
  await exited;
}

beforeAll(async () => {
  program = await buildProgram(resolve(import.meta.dirname, '../../fakes/lock-racer.ts'));
});
afterAll(() => rm(program.folder, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-lock-race-'));
  lock = join(folder, 'run.lock');
});
afterEach(async () => {
  await Promise.all([...racers].map(end));
  await rm(folder, { recursive: true, force: true });
});

function deadLock(runId: string): string {
  const processId = spawnSync(process.execPath, ['--version']).pid;
  return JSON.stringify({ ...ownIdentity(), processId, runId, at: AT });
}

/** What earlier processes may have left: nothing, a lock, a lock that somebody was taking over, or what cannot be read. */
const LEFT_BEHIND = [
  async () => undefined,
  async () => writeFile(lock, deadLock('dead')),
  async () => {
    const text = deadLock('dead');
    const mark = createHash('sha256').update(text).digest('hex').slice(0, 32);
    await writeFile(lock, text);
    await writeFile(`${lock}.after-${mark}`, deadLock('dead-claimant'));
  },
  async () => writeFile(lock, '{"user":'),
];

test(`of eight processes that race ${ROUNDS} times, one at a time has the lock, each gets it, and one takes over`, async () => {
  let results: RaceResult[] = [];
  let allIn: (() => void) | null = null;
  const field = Array.from({ length: RACERS }, () =>
    startRacer((said) => {
      if (said === 'inside') return;
      results.push(said);
      if (results.length === RACERS) allIn?.();
    }),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const kind = round % LEFT_BEHIND.length;
    await LEFT_BEHIND[kind]?.();
    results = [];
    const finished = new Promise<void>((resolve) => (allIn = resolve));
    for (const [index, racer] of field.entries()) racer.race(`run-${round}-${index}`);
    await finished;
    expect(results.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(results.flatMap(({ takenOver }) => takenOver ?? [])).toEqual(kind === 1 || kind === 2 ? ['dead'] : []);
    const aside = results.flatMap(({ movedAside }) => movedAside ?? []);
    expect(aside).toHaveLength(kind === 3 ? 1 : 0);
    expect((await readdir(folder)).map((name) => join(folder, name))).toEqual(aside);
    await Promise.all(aside.map((path) => rm(path)));
  }
}, 600_000);

test('processes that are killed while they hold the lock or take it over never let two others in, nor keep all out', async () => {
  const problems: string[] = [];
  let entered = 0;
  let serial = 0;
  await new Promise<void>((resolve) => {
    const nextRun = (racer: Racer): void => racer.race(`run-${(serial += 1)}`);
    const follow = (said: 'inside' | RaceResult, racer: Racer): void => {
      if (said !== 'inside') {
        if (said.problem !== null) problems.push(said.problem);
        return nextRun(racer);
      }
      entered += 1;
      if (entered === KILLS) resolve();
      if (entered >= KILLS) return;
      // The holder dies inside. Every other time one of those dies that are about to take its lock over.
      const other = [...racers].find((one) => one !== racer);
      for (const victim of entered % 2 === 0 && other ? [racer, other] : [racer]) {
        void end(victim);
        nextRun(startRacer(follow));
      }
    };
    for (let index = 0; index < RACERS; index += 1) nextRun(startRacer(follow));
  });
  expect(problems).toEqual([]);
}, 600_000);
