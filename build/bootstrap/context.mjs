/** What every part of the set-up knows about its surroundings. */
import path from 'node:path';

/** @param {Partial<import('./types').Context>} [overrides] @returns {import('./types').Context} */
export function createContext(overrides = {}) {
  const env = overrides.env ?? process.env;
  const platform = overrides.platform ?? process.platform;
  return {
    root: path.resolve(import.meta.dirname, '..', '..'),
    env,
    systemRoot: '/',
    platform,
    arch: process.arch,
    isRoot: process.getuid?.() === 0,
    hasDisplay: platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']),
    values: {},
    ...overrides,
  };
}

/** A path in the cache folder, which holds all that the set-up makes and can be deleted at any time. */
export function cachePath(context, ...names) {
  return path.join(context.root, '.cache', ...names);
}
