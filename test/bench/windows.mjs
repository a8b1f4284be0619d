import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const hook = path.join(import.meta.dirname, 'when-usable.cjs');

/** The programs that are compared: the bare window, and the product. */
export const PROGRAMS = { bare: path.join(import.meta.dirname, 'bare'), product: root };

/** Milliseconds from the start of the process to the first usable page. */
export async function coldStartMs(program) {
  const { usableMs, end } = await open(program);
  await end();
  return usableMs;
}

/** Proportional set size in MiB of all processes of the program, some seconds after its first page is usable. */
export async function idleMemoryMiB(program, settleMs = 4000) {
  const { process: child, end } = await open(program);
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const sizes = await Promise.all((await processTree(child.pid)).map(proportionalKiB));
  await end();
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function open(program) {
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const isRoot = process.getuid?.() === 0;
  const args = [
    ...(isRoot ? ['--no-sandbox'] : []),
    '-r',
    hook,
    program,
    '--data-dir',
    profile,
    `--user-data-dir=${profile}`,
  ];
  const startedAt = Date.now();
  const child = spawn(process.env['ELECTRON_EXEC_PATH'], args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const usableMs = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += String(data);
      const at = /usable (\d+)/.exec(text)?.[1];
      if (at) resolve(Number(at) - startedAt);
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before its page was usable.`)));
  });
  const end = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true });
  };
  return { process: child, usableMs, end };
}

async function processTree(rootPid) {
  const parents = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const tree = [rootPid];
  for (const pid of tree) tree.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

async function proportionalKiB(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}
