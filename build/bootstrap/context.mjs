/** What every part of the set-up knows about its surroundings. Tests make one of a temporary folder. */
import path from 'node:path';

/**
 * @typedef {object} Context
 * @property {string} root the checkout
 * @property {NodeJS.ProcessEnv} env environment that programs are looked up in and started with
 * @property {string} systemRoot where the system's own files are: /
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {boolean} isRoot whether this process may install system packages
 * @property {boolean} hasDisplay whether a window can be shown to someone
 * @property {Record<string, string>} values what the parts that are ready provide, see `Found`
 */

/**
 * @param {Partial<Context>} [overrides]
 * @returns {Context}
 */
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
