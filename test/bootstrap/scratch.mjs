/** Temporary folders and small programs for the tests of the set-up. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export const checkout = path.resolve(import.meta.dirname, '..', '..');

/** A folder that is gone after the test. @param {string} [parent] */
export function scratchFolder(parent = os.tmpdir()) {
  mkdirSync(parent, { recursive: true });
  const folder = realpathSync(mkdtempSync(path.join(parent, 'bootstrap-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Writes files given by their paths. @param {string} folder @param {Record<string, string>} files */
export function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Writes an executable shell script. */
export function writeProgram(folder, name, script) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/**
 * Waits until there is something, for as long as the test goes on.
 * @template T
 * @param {() => T} look
 * @returns {Promise<T>} the first that is truthy
 */
export async function eventually(look) {
  let isOver = false;
  onTestFinished(() => (isOver = true));
  for (;;) {
    const found = look();
    if (found || isOver) return found;
    await pause(10);
  }
}

/** What a file holds, once it holds something. @param {string} file */
export function contentOf(file) {
  return eventually(() => existsSync(file) && readFileSync(file, 'utf8').trim());
}

/** What the parts tell, as lines without times. */
export function recordedProgress() {
  const lines = [];
  return { lines, write: (line) => lines.push(line.replaceAll(/\((\d+ ms|[\d.]+ s|\d+ min \d+ s)\)/g, '(TIME)')) };
}

/**
 * Starts a Node script in a process of its own.
 * @param {string} script source of an ES module
 * @param {NodeJS.ProcessEnv} [env]
 */
export function startNode(script, env = process.env) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { output: '', child };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (result.output += text));
  }
  result.ended = new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, output: result.output }));
  });
  result.says = (text) =>
    eventually(() => {
      if (child.exitCode !== null && !result.output.includes(text)) {
        throw new Error(`Ended without saying "${text}":\n${result.output}`);
      }
      return result.output.includes(text);
    });
  return result;
}

/** The address of a module of the set-up, for scripts. @param {string} name */
export function moduleUrl(name) {
  return new URL(`../../build/bootstrap/${name}`, import.meta.url).href;
}
