/**
 * Running other programs, in two ways: `capture` for set-up work whose output is only shown when it fails, and `attach`
 * for what the user asked for, which owns the terminal. Neither throws: how a program ended is data.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const isWindows = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Leaders of the process groups started here that have not ended yet. @type {Set<number>} */
const running = new Set();

/**
 * Runs a program without a terminal and collects its output. The program gets a process group of its own (not on
 * Windows), so that all of its children can be ended with it.
 * @type {(command: string, args: string[], options?: import('./types').CaptureOptions) => Promise<import('./types').Outcome>}
 */
export function capture(command, args, { timeoutMs = 600_000, onStart, timer = startTimer, ...settings } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { ...settings, stdio, detached: !isWindows, windowsHide: true });
    if (child.pid !== undefined) {
      running.add(child.pid);
      onStart?.(child.pid);
    }
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream]?.setEncoding('utf8').on('data', (text) => (output[stream] += text));
    }
    let tookTooLong = '';
    const stopTimer = timer(timeoutMs, () => {
      tookTooLong = `did not finish within ${timeoutMs / 1000} s`;
      endGroup(child.pid);
    });
    const finish = (code, problem) => {
      stopTimer();
      running.delete(child.pid);
      const why = tookTooLong || problem;
      const reason = why && [`${programName(command, args)} ${why}`, excerpt(output)].filter(Boolean).join('\n');
      resolve({ ok: reason === '', code, ...output, reason });
    };
    child.on('error', (error) => finish(null, `could not be started (${error.message})`));
    child.on('close', (code, signal) => {
      if (signal) finish(code, `was ended by ${signal}`);
      else finish(code, code === 0 ? '' : `exited with ${code}`);
    });
  });
}

/** @param {number} ms @param {() => void} onEnd */
function startTimer(ms, onEnd) {
  const timer = setTimeout(onEnd, ms);
  return () => clearTimeout(timer);
}

/**
 * Runs a program with this terminal as its own and passes signals on to it.
 * @returns {Promise<number>} its exit code; 128 + signal number when a signal ended it; 127 when it did not start
 */
export function attach(command, args, { cwd, env } = {}) {
  return new Promise((resolve) => {
    // On a terminal, Ctrl-C reaches the whole foreground group anyway, and only that group may read the terminal.
    const ownGroup = !isWindows && !process.stdin.isTTY;
    const child = spawn(command, args, { cwd, env, stdio: 'inherit', detached: ownGroup });
    const signals = isWindows ? [] : SIGNALS;
    const forward = (signal) => {
      if (ownGroup) signalGroup(child.pid, signal);
      else if (signal !== 'SIGINT') child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(code ?? 128 + (osConstants.signals[signal] ?? 0)));
  });
}

/** Ends a program started by `capture` and everything it started. @param {number | undefined} pid leader of the group */
export function endGroup(pid) {
  if (isWindows) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  else signalGroup(pid, 'SIGKILL');
}

/**
 * Ends everything that `capture` has running, and then us, when a signal asks for that: programs in groups of their own are
 * not reached by Ctrl-C. Until what it returns is called.
 * @param {string} farewell written to standard error
 */
export function stopOnSignal(farewell = '') {
  const stop = (signal) => {
    for (const pid of running) endGroup(pid);
    process.stderr.write(farewell);
    process.exit(128 + osConstants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return () => SIGNALS.forEach((signal) => process.off(signal, stop));
}

function signalGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** The absolute path of a program that a shell would find on PATH; undefined where there is none. */
export function findOnPath(name, env) {
  const fileNames = isWindows ? [`${name}.exe`, `${name}.com`] : [name];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((each) => path.isAbsolute(each));
  return folders.flatMap((folder) => fileNames.map((each) => path.join(folder, each))).find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * npm as a program and its first arguments: the npm that runs us, else the one beside Node, else PATH's. Its script is
 * run with Node directly, because Windows' `npm.cmd` would need a shell.
 * @returns {[string, string[]]}
 */
export function npmCommand(env) {
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = [env['npm_execpath'], beside].find((each) => each?.endsWith('npm-cli.js') && existsSync(each));
  return script ? [process.execPath, [script]] : ['npm', []];
}

/** The program as people call it: `npm ci`, `install.js`, `dotnet publish`. */
function programName(command, args) {
  const isScript = /\.[cm]?js$/.test(args[0] ?? '');
  const [program, first = ''] = isScript ? args : [command, ...args];
  const name = path
    .basename(program)
    .replace(/^npm-cli\.js$/, 'npm')
    .replace(/\.exe$/i, '');
  return first === '' || first.startsWith('-') ? name : `${name} ${first}`;
}

/** Programs say why they failed at the beginning or at the end of what they write. */
function excerpt({ stdout, stderr }) {
  const text = [stdout.trim(), stderr.trim()].filter(Boolean).join('\n');
  const lines = stripVTControlCharacters(text).split(/[\r\n]+/);
  return (lines.length <= 14 ? lines : [...lines.slice(0, 6), '...', ...lines.slice(-7)]).join('\n');
}
