/** Windows without anyone to see them. */

/** Large enough for the largest window that is tested. */
const screen = '-screen 0 1920x1200x24';

/**
 * A program with a display: its own where there is one, otherwise a hidden one (Xvfb) that ends with it.
 * @param {import('./context.mjs').Context} context
 * @param {string} command
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function withDisplay({ hasDisplay }, command, args) {
  return hasDisplay ? [command, args] : ['xvfb-run', ['--auto-servernum', '--server-args', screen, command, ...args]];
}
