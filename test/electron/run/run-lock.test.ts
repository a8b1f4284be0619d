import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../core/failure.ts';
import { failureText } from '../../../core/texts/failures.ts';
import { runLockText } from '../../../core/texts/run-lock.ts';
import { exitCodeOfFailure } from '../../../electron/command-line/exit-codes.ts';
import { isStillRunning, ownIdentity } from '../../../electron/run/process-identity.ts';
import { type RunLock, acquireRunLock, runLockPath } from '../../../electron/run/run-lock.ts';

let folder = '';
let path = '';
const AT = '2024-05-06T10:00:00.000Z';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-lock-'));
  path = join(folder, 'state.json.run.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const acquire = (runId = 'run-1'): Promise<Result<RunLock>> =>
  acquireRunLock({ path, owner: ownIdentity(), shell: null, runId, now: () => new Date(AT) });

async function acquired(runId?: string): Promise<RunLock> {
  const lock = await acquire(runId);
  if (!lock.ok) throw new Error(JSON.stringify(lock.failure));
  return lock.value;
}

/** The id of a process that has ended. */
const endedProcess = (): number => spawnSync(process.execPath, ['--version']).pid;

async function leaveLock(differences: Readonly<Record<string, unknown>>): Promise<void> {
  await writeFile(path, JSON.stringify({ ...ownIdentity(), runId: 'run-0', at: AT, ...differences }));
}

describe('the lock of a run', () => {
  it('names who holds it in a file that only its owner may read, and is gone after its release', async () => {
    const lock = await acquired();
    expect(lock).toMatchObject({ takenOver: null, movedAside: null });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...ownIdentity(), runId: 'run-1', at: AT, shell: null });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused to a second run, with its owner, and the second run leaves it alone', async () => {
    await acquired();
    const { user, host, processId } = ownIdentity();
    expect(await acquire('run-2')).toEqual({
      ok: false,
      failure: {
        kind: 'locked',
        path,
        owner: { user, host, processId, runId: 'run-1', at: AT },
        isOnThisComputer: true,
      },
    });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ runId: 'run-1' });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is taken over from a process that has ended, and this is told', async () => {
    const processId = endedProcess();
    await leaveLock({ processId });
    const { user, host } = ownIdentity();
    expect((await acquired()).takenOver).toEqual({ user, host, processId, runId: 'run-0', at: AT });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ runId: 'run-1' });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')(
    'is taken over when its process id belongs to another process now',
    async () => {
      await leaveLock({ startedAt: 'another boot/1' });
      expect((await acquired()).takenOver?.runId).toBe('run-0');
    },
  );

  it('is not taken over from a living process of which the start is not known', async () => {
    await leaveLock({ startedAt: null });
    expect(await acquire()).toMatchObject({ failure: { kind: 'locked' } });
  });

  it('is never taken over from another computer, whatever process runs there', async () => {
    await leaveLock({ host: 'fe02.contoso.com', processId: endedProcess() });
    const before = await readFile(path, 'utf8');
    expect(await acquire()).toMatchObject({ failure: { kind: 'locked', isOnThisComputer: false } });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('knows its own computer whatever the case of its name', async () => {
    await leaveLock({ host: ownIdentity().host.toUpperCase(), processId: endedProcess() });
    expect((await acquired()).takenOver?.runId).toBe('run-0');
  });

  it.each(['', '{"user": "ann"', '[]', '{"processId": -1}'])('is moved aside when it says %j', async (content) => {
    await writeFile(path, content);
    const { movedAside, takenOver } = await acquired();
    expect({ movedAside, takenOver }).toEqual({ movedAside: `${path}.unreadable-run-1`, takenOver: null });
    expect(await readFile(`${path}.unreadable-run-1`, 'utf8')).toBe(content);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ runId: 'run-1' });
  });

  it('is not released by a run that has lost it', async () => {
    const lock = await acquired();
    await leaveLock({ runId: 'run-9' });
    await lock.release();
    expect(await readFile(path, 'utf8')).toContain('run-9');
  });

  it('is released once only, so that a second release does not harm the next run', async () => {
    const first = await acquired();
    await first.release();
    await acquired();
    await first.release();
    expect(await readFile(path, 'utf8')).toContain('run-1');
  });

  it('can be released after it was removed by hand', async () => {
    const lock = await acquired();
    await rm(path);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['its folder is a file', async () => writeFile(join(folder, 'a-file'), ''), ['a-file', 'run.lock']],
    ['a folder has its name', async () => mkdir(join(folder, 'run.lock')), ['run.lock']],
    ['it leads nowhere', async () => symlink(join(folder, 'nothing'), join(folder, 'run.lock')), ['run.lock']],
  ])('is a failure of storage when %s', async (_, prepare, name) => {
    await prepare();
    path = join(folder, ...name);
    expect(await acquire()).toMatchObject({ failure: { kind: 'storage', path } });
  });
});

describe('a lock that is refused', () => {
  const owner = { user: 'ann', host: 'fe02', processId: 4711, runId: '20240506T100000Z-1a2b', at: AT };

  it('says who has it, where, as which process and since when, and how to remove it by hand', () => {
    expect(failureText({ kind: 'locked', path: '/data/run.lock', owner, isOnThisComputer: false })).toBe(
      [
        'Another run is working on this deployment.',
        'It is run 20240506T100000Z-1a2b of ann on fe02, process 4711, since 2024-05-06 10:00 UTC. Nothing was changed.',
        'Wait until it has ended, then try again. Whether it still runs cannot be seen from this computer: look on fe02. If process 4711 has ended there, delete /data/run.lock and try again.',
      ].join('\n'),
    );
  });

  it('ends the command line as a refusal does', () => {
    expect(exitCodeOfFailure({ kind: 'locked', path: '/data/run.lock', owner, isOnThisComputer: true })).toBe(7);
  });
});

describe('a lock that was left behind', () => {
  it('is told when it is taken over, with the run that left it', async () => {
    const processId = endedProcess();
    await leaveLock({ user: 'ann', processId });
    const { takenOver } = await acquired();
    expect(takenOver && runLockText.takenOver(takenOver)).toBe(
      `Run run-0 of ann, process ${processId}, ended before it was finished, and may have left the deployment changed. Its lock was taken over.`,
    );
  });

  it('is told when it is moved aside, with its new path', async () => {
    await writeFile(path, 'no lock');
    const { movedAside } = await acquired();
    expect(movedAside !== null && runLockText.movedAside(movedAside)).toMatch(/moved aside: .*unreadable-run-1$/u);
  });
});

describe('the place of a lock', () => {
  const places = { practiceStatePath: '/data/practice/state.json', dataDir: '/data', programData: null };

  it('is beside the state of a practice deployment, so that each has its own', () => {
    expect(runLockPath('practice', { ...places, programData: '/pd' })).toBe('/data/practice/state.json.run.lock');
  });

  it('is one for all users of a Windows computer, and in the data folder elsewhere', () => {
    expect(runLockPath('local', { ...places, programData: '/pd' })).toBe(
      join('/pd', 'skype-federation-setup', 'run.lock'),
    );
    expect(runLockPath('local', places)).toBe(join('/data', 'run.lock'));
  });
});

describe('a process', () => {
  it('is known while it runs, and not any more when it has ended', () => {
    expect(isStillRunning(ownIdentity())).toBe(true);
    expect(isStillRunning({ processId: endedProcess(), startedAt: null })).toBe(false);
  });

  it('that was there before this one, and is not its own, runs', () => {
    expect(isStillRunning({ processId: process.ppid, startedAt: null })).toBe(true);
  });
});
