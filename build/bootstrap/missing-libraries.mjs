/** Which of a program's shared libraries this system lacks. */
import { capture } from './process.mjs';

/**
 * @param {string} program
 * @param {import('./context.mjs').Context} context
 * @returns {Promise<string[]>} file names such as `libgtk-3.so.0`; empty where the system has no `ldd`
 */
export async function missingLibraries(program, { env, platform }) {
  if (platform !== 'linux') return [];
  const { stdout } = await capture('ldd', [program], { env, timeoutMs: 10_000 });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}
