/** Large enough for the largest window that is tested. */
const screen = '-screen 0 1920x1200x24';

/** A program and its arguments, with a hidden display (Xvfb) that ends with it where there is no other. */
export function withDisplay({ hasDisplay }, command, args) {
  return hasDisplay ? [command, args] : ['xvfb-run', ['--auto-servernum', '--server-args', screen, command, ...args]];
}
