import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRAIN_MS } from '../../../electron/powershell/shell-process.ts';
import { containing } from '../../fakes/containing.ts';
import { isAlive, openedFake } from '../../fakes/fake-powershell.ts';
import { handTimers } from '../../fakes/hand-timers.ts';
import { until } from '../../fakes/until.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-loss-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The ids that a fake has written, once it has. */
async function startedProcesses(pidFile: string): Promise<readonly number[]> {
  await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8').endsWith('\n'));
  return readFileSync(pidFile, 'utf8').trim().split('\n').map(Number);
}

describe('a command that runs out of time', () => {
  test('is given up, and its shell and session with it', async () => {
    const timers = handTimers();
    const session = await openedFake({ startTimer: timers.start });
    const late = session.invoke('execute', { cmdlet: 'New-CsPublicProvider', behaviour: 'hang' }, { timeoutMs: 150 });
    const waiting = session.invoke('show', {}, { timeoutMs: 5_000 });
    timers.runOut(150);
    expect(await late).toMatchObject({
      ok: false,
      failure: {
        kind: 'powershell-lost',
        during: 'New-CsPublicProvider',
        reason: 'timed-out',
        detail: containing('0.15 seconds'),
      },
    });
    expect(isAlive(session.processId ?? 0)).toBe(false);
    expect(session.status).toBe('closed');
    expect(await waiting).toMatchObject({ failure: { kind: 'powershell-lost', during: 'show', reason: 'ended' } });
    expect(await session.invoke('show', {}, { timeoutMs: 5_000 })).toMatchObject({
      failure: { kind: 'powershell-lost', reason: 'ended' },
    });
    await session.close();
  });

  test('does not count the time that it waited for its turn', async () => {
    const timers = handTimers();
    const session = await openedFake({ startTimer: timers.start });
    const results = await Promise.all([1, 2, 3].map(() => session.invoke('show', {}, { timeoutMs: 350 })));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    const inTurn = ['start 350', 'stop 350'];
    expect(timers.events.filter((event) => event.endsWith(' 350'))).toEqual([...inTurn, ...inTurn, ...inTurn]);
    await session.close();
  });

  test.each([false, true])(
    'takes along what it has started, even what ignores a request to end: %s',
    async (ignoresTerm) => {
      // Whoever ignores a request to end is forced as soon as the time to follow it is over.
      const timers = handTimers((ms, count) => ignoresTerm && ms === 300 && count === 1);
      const start = ignoresTerm ? 'ignores-signals' : '';
      const session = await openedFake({ start, graceMs: 300, startTimer: timers.start });
      const pidFile = join(folder, `timed-out-${ignoresTerm}`);
      const late = session.invoke(
        'execute',
        { behaviour: 'hang-with-grandchild', pidFile, ignoresTerm },
        { timeoutMs: 600 },
      );
      const started = await startedProcesses(pidFile);
      expect(started.map(isAlive)).toEqual([true]);
      timers.runOut(600);
      expect(await late).toMatchObject({ failure: { kind: 'powershell-lost', reason: 'timed-out' } });
      expect([...started, session.processId ?? 0].map(isAlive)).toEqual([false, false]);
      await session.close();
    },
  );
});

describe('a command that is cancelled', () => {
  test('is ended with all that it has started, and the session is closed', async () => {
    const session = await openedFake();
    const pidFile = join(folder, 'cancelled');
    const controller = new AbortController();
    const running = session.invoke(
      'execute',
      { cmdlet: 'Set-CsPublicProvider', behaviour: 'hang-with-grandchild', pidFile },
      { timeoutMs: 60_000, signal: controller.signal },
    );
    const started = await startedProcesses(pidFile);
    controller.abort();
    expect(session.status).toBe('closed');
    expect(await running).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect([...started, session.processId ?? 0].map(isAlive)).toEqual([false, false]);
    await session.close();
  });

  test('after it was answered is not touched', async () => {
    const session = await openedFake();
    const controller = new AbortController();
    const signal = controller.signal;
    expect(await session.invoke('show', {}, { timeoutMs: 5_000, signal })).toMatchObject({ ok: true });
    controller.abort();
    expect(await session.invoke('show', {}, { timeoutMs: 5_000 })).toMatchObject({ ok: true });
    await session.close();
  });
});

describe('a shell that ends', () => {
  test('is noticed although a process that it left behind holds its output open', async () => {
    const timers = handTimers((ms) => ms === DRAIN_MS);
    const session = await openedFake({ startTimer: timers.start });
    const pidFile = join(folder, 'left');
    const result = await session.invoke(
      'show',
      { behaviour: 'exit-leaving-grandchild', pidFile },
      { timeoutMs: 20_000 },
    );
    expect(result).toMatchObject({ failure: { kind: 'powershell-lost', reason: 'ended' } });
    const left = await startedProcesses(pidFile);
    expect(left.map(isAlive)).toEqual([true]);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    await session.close();
  });
});
