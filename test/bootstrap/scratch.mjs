/** Temporary folders and small programs for the tests of the set-up. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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
  result.says = async (text) => {
    while (!result.output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`Ended without saying "${text}":\n${result.output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return result;
}

/** The address of a module of the set-up, for scripts. @param {string} name */
export function moduleUrl(name) {
  return new URL(`../../build/bootstrap/${name}`, import.meta.url).href;
}
