// A program that takes a run's lock again and again: `node lock-racer.mjs LOCK`. For each run id on standard input it tries
// until it has the lock, says `inside`, looks whether it is alone, gives the lock back, and says how it went.
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ownIdentity } from '../../electron/run/process-identity.ts';
import { acquireRunLock } from '../../electron/run/run-lock.ts';
import { isAlive } from './fake-powershell.ts';

const [path = ''] = process.argv.slice(2);
const inside = `${path}.inside`;

for await (const runId of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify({ runId, ...(await race(runId)) })}\n`);
}

async function race(runId: string): Promise<{ problem: string | null; takenOver?: string; movedAside?: string }> {
  for (;;) {
    const lock = await acquireRunLock({ path, owner: ownIdentity(), shell: null, runId, now: () => new Date() });
    if (lock.ok) {
      const problem = (await enter()) ?? (await stay(runId));
      await rm(inside, { force: true });
      await lock.value.release();
      const { takenOver, movedAside } = lock.value;
      return { problem, ...(takenOver && { takenOver: takenOver.runId }), ...(movedAside !== null && { movedAside }) };
    }
    if (lock.failure.kind !== 'locked') return { problem: JSON.stringify(lock.failure) };
    await pause(1);
  }
}

/** Leaves this process's id at the one place where only the holder's may be. */
async function enter(): Promise<string | null> {
  const own = `${inside}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, inside);
  } catch {
    const other = await readFile(inside, 'utf8');
    if (isAlive(Number(other))) return `Process ${other} is inside as well.`;
    await rm(inside);
    await link(own, inside);
  } finally {
    await rm(own);
  }
  process.stdout.write('"inside"\n');
  return null;
}

async function stay(runId: string): Promise<string | null> {
  for (let look = 0; look < 3; look += 1) {
    const lock = await readFile(path, 'utf8').catch(String);
    if (!lock.includes(`"${runId}"`)) return `The lock of ${runId} was lost: ${lock}`;
    if ((await readFile(inside, 'utf8').catch(String)) !== String(process.pid)) return 'Another one came inside.';
  }
  return null;
}
