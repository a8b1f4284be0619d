/** Whether a PowerShell really starts. */
import { PartFailure } from './failure.mjs';

/**
 * @param {string} file the program
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./parts.mjs').Job['run']} run
 * @param {string} cwd folder to start it in
 * @returns {Promise<string>} what it calls itself, such as `PowerShell 7.6.0`
 */
export async function askVersion(file, env, run, cwd) {
  const plain = { ...env, NO_COLOR: '1', TERM: 'dumb' };
  const { ok, stdout, reason } = await run(file, ['-Version'], { env: plain, cwd, timeoutMs: 20_000 });
  const version = stdout.trim().split(/\r?\n/)[0] ?? '';
  if (!ok || !/\d+\.\d+/.test(version)) throw new PartFailure(reason || `it gave no version, but: ${version}`);
  return version;
}
