/**
 * Running other programs, in two ways: `capture` for set-up work whose output is only shown when it fails, and `attach`
 * for what the user asked for, which owns the terminal. Neither throws: how a program ended is data.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { constants as osConstants } from 'node:os';

const isWindows = process.platform === 'win32';

/** Leaders of the process groups started here that have not ended yet. @type {Set<number>} */
const running = new Set();

/**
 * How a captured program ended.
 * @typedef {object} Outcome
 * @property {boolean} ok whether it exited with 0
 * @property {number | null} code its exit code; null when it did not start or was ended
 * @property {string} stdout everything it wrote to standard output
 * @property {string} stderr everything it wrote to standard error
 * @property {string} reason empty when ok, otherwise one or more lines for people
 */

/**
 * Runs a program without a terminal and collects its output. The program gets a process group of its own (not on
 * Windows), so that all of its children can be ended with it.
 * @param {string} command program, looked up on PATH
 * @param {string[]} args arguments, passed as they are: no shell is involved
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] the whole environment of the program
 * @param {number} [options.timeoutMs] longest total time; ten minutes unless given
 * @param {{measure: () => number, withinMs: number}} [options.stall] ends the program when the measure stands still this long
 * @param {(pid: number) => void} [options.onStart] told the group's leader before anything is awaited
 * @param {string} [options.letFinish] for a program that must not be cut off: a file that takes its output, so that it
 *   can go on to its end when we are ended
 * @returns {Promise<Outcome>}
 */
export function capture(command, args, options = {}) {
  const { cwd, env, timeoutMs = 600_000, stall, onStart, letFinish } = options;
  return new Promise((resolve) => {
    const file = letFinish && openSync(letFinish, 'w');
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', file ?? 'pipe', file ?? 'pipe'],
      detached: !isWindows,
      windowsHide: true,
    });
    const output = { stdout: '', stderr: '' };
    let ending = '';
    const end = (why) => {
      ending = why;
      endGroup(child.pid);
    };
    if (child.pid !== undefined && !letFinish) {
      running.add(child.pid);
      onStart?.(child.pid);
    }
    for (const stream of ['stdout', 'stderr']) {
      child[stream]?.setEncoding('utf8').on('data', (text) => (output[stream] += text));
    }
    const deadline = setTimeout(() => end(`did not finish within ${seconds(timeoutMs)}`), timeoutMs);
    const watch = stall && watchProgress(stall, () => end(`made no progress for ${seconds(stall.withinMs)}`));
    const finish = (code, problem) => {
      clearTimeout(deadline);
      clearInterval(watch);
      running.delete(child.pid);
      if (letFinish) {
        closeSync(file);
        output.stdout = readFileSync(letFinish, 'utf8');
      }
      const why = ending || problem || (code === 0 ? '' : `exited with ${code}`);
      const reason = why && [`${programName(command, args)} ${why}`, excerpt(output)].filter(Boolean).join('\n');
      resolve({ ok: reason === '', code, ...output, reason });
    };
    child.on('error', (error) => finish(null, `could not be started (${error.message})`));
    child.on('close', (code, signal) => finish(code, signal ? `was ended by ${signal}` : ''));
  });
}

/**
 * Runs a program with this terminal as its own and passes signals on to it.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} its exit code; 128 + signal number when a signal ended it; 127 when it did not start
 */
export function attach(command, args, { cwd, env } = {}) {
  return new Promise((resolve) => {
    // On a terminal, Ctrl-C reaches the whole foreground group anyway, and only that group may read the terminal.
    const ownGroup = !isWindows && !process.stdin.isTTY;
    const child = spawn(command, args, { cwd, env, stdio: 'inherit', detached: ownGroup });
    const signals = isWindows ? [] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => {
      if (ownGroup && child.pid !== undefined) signalGroup(child.pid, signal);
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
  if (pid === undefined) return;
  if (isWindows) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  else signalGroup(pid, 'SIGKILL');
}

/** Ends everything that `capture` has running. */
export function endAll() {
  for (const pid of running) endGroup(pid);
}

/**
 * Finds a program on PATH as a shell would.
 * @param {string} name without an extension
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} absolute path
 */
export function findOnPath(name, env) {
  const extensions = isWindows
    ? (env['PATHEXT'] ?? '.EXE').split(';').filter((each) => /^\.(exe|com)$/i.test(each))
    : [''];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((each) => path.isAbsolute(each));
  for (const folder of folders) {
    for (const extension of extensions) {
      const file = path.join(folder, name + extension);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

/** Whether a path is a file that may be executed. @param {string} file */
export function isProgram(file) {
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
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, string[]]}
 */
export function npmCommand(env) {
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = [env['npm_execpath'], beside].find((each) => each?.endsWith('npm-cli.js') && existsSync(each));
  return script ? [process.execPath, [script]] : ['npm', []];
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

function watchProgress({ measure, withinMs }, onStall) {
  let last = measure();
  let since = Date.now();
  return setInterval(
    () => {
      const now = measure();
      if (now !== last) [last, since] = [now, Date.now()];
      else if (Date.now() - since >= withinMs) onStall();
    },
    Math.min(1000, withinMs / 2),
  );
}

/** The program as people call it: `npm ci`, `install.js`, `dotnet publish`. */
function programName(command, args) {
  const [first = '', second = ''] = args;
  const isOption = first.startsWith('-');
  const isScript = /\.[cm]?js$/.test(first);
  if (isScript && path.basename(first) === 'npm-cli.js') return `npm ${second}`;
  return isScript
    ? path.basename(first)
    : `${path.basename(command).replace(/\.exe$/i, '')} ${isOption ? '' : first}`.trim();
}

/** Programs say why they failed at the beginning or at the end of what they write. */
function excerpt({ stdout, stderr }) {
  const text = [stdout.trim(), stderr.trim()].filter(Boolean).join('\n');
  const lines = stripVTControlCharacters(text).split(/[\r\n]+/);
  const most = 14;
  return lines.length <= most ? lines.join('\n') : [...lines.slice(0, 6), '...', ...lines.slice(-7)].join('\n');
}

function seconds(ms) {
  return `${Math.round(ms / 100) / 10} s`;
}
