/**
 * Makes parts ready: looks whether a part is there, makes it under its lock when not, and tells how long it took. Parts
 * that do not need each other are made at the same time.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { cachePath } from './context.mjs';
import { PartFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { capture, stopOnSignal } from './process.mjs';

const STOPPED = '\nSet-up stopped. Nothing half-made is used; the next run goes on from here.\n';

/**
 * @param {import('./types').Part[]} parts in an order in which each comes after those it needs
 * @param {import('./types').Context} context receives the values that the parts provide
 * @param {import('./types').Progress} progress
 * @returns {Promise<boolean>} whether every part that is not optional is ready
 */
export async function makeReady(parts, context, progress) {
  // What is half-made stays in `tmp`, untrusted.
  const stopListening = stopOnSignal(STOPPED);
  /** @type {Map<string, Promise<'ready' | 'failed' | 'skipped'>>} */
  const results = new Map();
  for (const part of parts) results.set(part.name, afterNeeds(part, results, context, progress));
  try {
    const states = await Promise.all(results.values());
    return parts.every((part, index) => part.optional || states[index] === 'ready');
  } finally {
    stopListening();
  }
}

async function afterNeeds(part, results, context, progress) {
  for (const name of part.needs) {
    if (((await results.get(name)) ?? 'ready') !== 'ready') {
      progress.skipped(part.name, `it needs ${name}`);
      return 'skipped';
    }
  }
  const start = performance.now();
  const spent = () => performance.now() - start;
  try {
    const there = await part.find(context);
    const found = there ?? (await makeOnce(part, context, progress));
    Object.assign(context.values, found.values);
    progress.ready(part.name, spent(), found.detail ?? '', there === undefined);
    return 'ready';
  } catch (error) {
    const known = error instanceof PartFailure;
    const why = known ? error.message : error.stack;
    progress.failed(part.name, spent(), { what: part.what, why, next: (known && error.next) || part.next });
    return 'failed';
  }
}

/** Makes a part, unless another set-up has just done so while this one waited for the lock. */
async function makeOnce(part, context, progress) {
  const id = part.name.toLowerCase().replaceAll(' ', '-');
  const stopReminding = progress.remind(part.name);
  const say = (text) => progress.say(part.name, text);
  const work = async (onStart) => {
    const meanwhile = await part.find(context);
    if (meanwhile) return meanwhile;
    const scratch = cachePath(context, 'tmp', id);
    // Whatever an interrupted set-up left here is half-made.
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    const { root: cwd, env } = context;
    const run = async (command, args, options) => {
      const { ok, stdout, reason } = await capture(command, args, { cwd, env, onStart, ...options });
      if (!ok) throw new PartFailure(reason);
      return stdout;
    };
    await part.make(context, { scratch, say, run });
    rmSync(scratch, { recursive: true, force: true });
    const found = await part.find(context);
    if (!found) throw new PartFailure('It was made without an error, and is still not found.');
    return found;
  };
  try {
    return await withLock(cachePath(context, 'locks', id), work, (pid) =>
      say(`waiting for another set-up (process ${pid}) that is at it`),
    );
  } finally {
    stopReminding();
  }
}
