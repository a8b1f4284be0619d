import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { win32 } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Patience } from './timer.ts';

const run = promisify(execFile);
const POLL_MS = 10;
const TASKKILL_TIMEOUT_MS = 10_000;

/**
 * Ends a process and everything it has started: first asked to, then forced when its grace is over. Never rejects.
 * node-powershell starts its child inside our own process group, so there is no group to signal; the tree is walked.
 */
export async function endProcessTree(pid: number, patience: Patience, env: NodeJS.ProcessEnv): Promise<void> {
  // A signal to 0 or below reaches whole groups of processes, our own among them.
  if (!Number.isSafeInteger(pid) || pid <= 1) return;
  if (process.platform === 'win32') return await endWindowsTree(pid, env);
  const tree = await freezeTree(pid);
  signalAll(tree, 'SIGTERM');
  signalAll(tree, 'SIGCONT');
  if (await areGone(tree, patience)) return;
  signalAll(tree, 'SIGKILL');
  await areGone(tree, patience);
}

/** The command that ends a tree on Windows, by its full path: a folder on PATH must not decide what runs. */
export function taskkillCommand(pid: number, env: NodeJS.ProcessEnv): { file: string; args: readonly string[] } {
  const file = win32.join(env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'taskkill.exe');
  return { file, args: ['/PID', String(pid), '/T', '/F'] };
}

async function endWindowsTree(pid: number, env: NodeJS.ProcessEnv): Promise<void> {
  const { file, args } = taskkillCommand(pid, env);
  try {
    await run(file, args, { windowsHide: true, timeout: TASKKILL_TIMEOUT_MS });
  } catch {
    // It fails when the process has already gone, which is what was wanted; else the plain way is what is left.
    signalAll([pid], 'SIGKILL');
  }
}

/** Stops the tree from the root down until no new process is found: a stopped process starts no other. */
async function freezeTree(root: number): Promise<readonly number[]> {
  let tree: readonly number[] = [];
  for (let found: readonly number[] = [root]; found.length > tree.length; found = await descendants(root)) {
    tree = found;
    signalAll(tree, 'SIGSTOP');
  }
  return tree;
}

async function descendants(root: number): Promise<readonly number[]> {
  const processes = await listProcesses();
  const tree = [root];
  for (const parent of tree) {
    for (const one of processes) if (one.parent === parent && !tree.includes(one.pid)) tree.push(one.pid);
  }
  return tree;
}

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
}

/** All living processes; one that has ended and waits for its parent to notice (state Z) is not living. */
async function listProcesses(): Promise<readonly ProcessEntry[]> {
  const lines = process.platform === 'linux' ? await statLines() : await psLines();
  return lines.flatMap((line) => {
    const [pid, state, parent] = line.trim().split(/\s+/u);
    return state === undefined || /^[ZX]/u.test(state) ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}

async function psLines(): Promise<readonly string[]> {
  const { stdout } = await run('/bin/ps', ['-A', '-o', 'pid=,stat=,ppid=']).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter((line) => line.trim() !== '');
}

/** From /proc, because a small Linux has no `ps`: "pid (name, which may hold anything) state parent ...". */
async function statLines(): Promise<readonly string[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const stats = await Promise.all(names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => null)));
  return stats.flatMap((stat) => {
    if (stat === null) return [];
    return [`${stat.slice(0, stat.indexOf(' '))} ${stat.slice(stat.lastIndexOf(')') + 2)}`];
  });
}

async function areGone(pids: readonly number[], { graceMs, startTimer }: Patience): Promise<boolean> {
  let isTimeUp = false;
  const stop = startTimer(() => (isTimeUp = true), graceMs);
  try {
    for (;;) {
      const living = new Set((await listProcesses()).map(({ pid }) => pid));
      if (!pids.some((pid) => living.has(pid))) return true;
      if (isTimeUp) return false;
      await delay(POLL_MS);
    }
  } finally {
    stop();
  }
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has gone already.
    }
  }
}
