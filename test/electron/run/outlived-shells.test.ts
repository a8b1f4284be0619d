import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import type { ShellProcess } from '../../../core/run/run-events.ts';
import { endOutlivedShells, shellProcess } from '../../../electron/run/outlived-shells.ts';
import { isStillRunning, processMark } from '../../../electron/run/process-identity.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process that does nothing until it is ended, and says that it is up. */
async function running(script = ''): Promise<number> {
  const child = spawn(process.execPath, ['-e', `${script};setInterval(() => 0, 1e6);process.stdout.write('up')`]);
  children.push(child);
  await once(child.stdout, 'data');
  if (child.pid === undefined) throw new Error('It did not start.');
  return child.pid;
}

const ended = (): number => spawnSync(process.execPath, ['--version']).pid;
const gone = { processId: ended(), startedAt: null };

async function shellOf(owner: ShellProcess['owner'], differences: Partial<ShellProcess> = {}): Promise<ShellProcess> {
  return { host: hostname(), ...processMark(await running()), owner, ...differences };
}

describe('a PowerShell that works for a process', () => {
  test('is named with what tells it from another of its number, and so is its owner', async () => {
    const processId = await running();
    expect(shellProcess(processId)).toEqual({
      host: hostname(),
      ...processMark(processId),
      owner: processMark(process.pid),
    });
    expect(shellProcess(null)).toBeNull();
  });
});

// Where the system tells when a process was started.
describe.skipIf(process.platform !== 'linux')('before a deployment is read, a PowerShell', () => {
  test('whose owner has ended is ended too', async () => {
    const shell = await shellOf(gone);
    expect(await endOutlivedShells([shell])).toEqual({ ok: true, value: null });
    expect(isStillRunning(shell)).toBe(false);
  });

  test('that does not want to end is forced to', async () => {
    const processId = await running("process.on('SIGTERM', () => undefined)");
    const shell = { host: hostname(), ...processMark(processId), owner: gone };
    expect(await endOutlivedShells([shell])).toEqual({ ok: true, value: null });
    expect(isStillRunning(shell)).toBe(false);
  });

  test('whose owner is still there is left alone', async () => {
    const shell = await shellOf(processMark(process.pid));
    expect(await endOutlivedShells([shell])).toEqual({ ok: true, value: null });
    expect(isStillRunning(shell)).toBe(true);
  });

  test('whose number has gone to another process is gone, and the other one is left alone', async () => {
    const other = await shellOf(gone);
    expect(await endOutlivedShells([{ ...other, startedAt: 'another boot/1' }])).toEqual({ ok: true, value: null });
    expect(isStillRunning(other)).toBe(true);
  });

  test('of another computer is not looked for here', async () => {
    const shell = await shellOf(gone, { host: 'ELSEWHERE' });
    expect(await endOutlivedShells([shell])).toEqual({ ok: true, value: null });
    expect(isStillRunning(shell)).toBe(true);
  });

  test('of which it is not certain that it is that very process is waited for, and never ended', async () => {
    const shell = await shellOf(gone, { startedAt: null });
    const soon = setTimeout(() => process.kill(shell.processId, 'SIGKILL'), 300);
    expect(await endOutlivedShells([shell])).toEqual({ ok: true, value: null });
    clearTimeout(soon);
    const staying = await shellOf(gone, { startedAt: null });
    // However long it is waited for, it stays.
    expect(await endOutlivedShells([staying], 0)).toEqual({
      ok: false,
      failure: { kind: 'shell-outlives', processId: staying.processId },
    });
    expect(isStillRunning(staying)).toBe(true);
  });
});
