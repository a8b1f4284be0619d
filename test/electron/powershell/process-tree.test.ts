import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { endProcessTree, taskkillCommand } from '../../../electron/powershell/process-tree.ts';
import { isAlive } from '../../fakes/fake-powershell.ts';
import { handTimers } from '../../fakes/hand-timers.ts';

/** The time to follow a request is over at once, that to follow force never is. */
const impatient = () => ({ graceMs: 100, startTimer: handTimers((_ms, count) => count === 1).start });

/** Starts a process that starts another, and so on; the ids from the root down. */
async function startChain(depth: number): Promise<readonly number[]> {
  const script = `
    const { spawn } = require('node:child_process');
    const depth = Number(process.argv[1]);
    process.on('SIGTERM', () => {});
    console.log(process.pid);
    if (depth > 1) spawn(process.execPath, ['-e', process.env.SCRIPT, String(depth - 1)], { stdio: 'inherit' });
    setInterval(() => {}, 1000);`;
  const env = { ...process.env, SCRIPT: script };
  const child = spawn(process.execPath, ['-e', script, String(depth)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  while (printed.split('\n').length <= depth) printed += String(await once(child.stdout, 'data'));
  return printed.trim().split('\n').map(Number);
}

test.each([0, -1, 1, Number.NaN])('no signal is sent to %d, which would reach more than one process', async (pid) => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  await endProcessTree(pid, impatient(), process.env);
  expect(kill).not.toHaveBeenCalled();
  kill.mockRestore();
});

describe('a tree of processes', () => {
  test('is ended down to the last, though none of them follows a request to end', async () => {
    const pids = await startChain(4);
    expect(pids.map(isAlive)).toEqual([true, true, true, true]);
    await endProcessTree(pids[0] ?? 0, impatient(), process.env);
    expect(pids.map(isAlive)).toEqual([false, false, false, false]);
  });

  test('that has gone already is no error', async () => {
    const [pid = 0] = await startChain(1);
    expect(isAlive(pid)).toBe(true);
    await endProcessTree(pid, impatient(), process.env);
    await endProcessTree(pid, impatient(), process.env);
    expect(isAlive(pid)).toBe(false);
  });
});

test('on Windows the system’s own program ends a tree', () => {
  expect(taskkillCommand(12, { SystemRoot: String.raw`D:\Windows` })).toEqual({
    file: String.raw`D:\Windows\System32\taskkill.exe`,
    args: ['/PID', '12', '/T', '/F'],
  });
});
