/** What every change must pass before its tests count: format, lint, types, dead code. */
import { elapsed } from './progress.mjs';
import { capture } from './process.mjs';
import { toolCommand } from './tools.mjs';

/** @type {{name: string, tool: string, args: string[]}[]} */
const checks = [
  { name: 'lint', tool: 'oxlint', args: ['--config', 'build/oxlint.json', '--type-aware', '--deny-warnings'] },
  { name: 'types', tool: 'tsc', args: ['-b', '--pretty'] },
  { name: 'format', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', tool: 'knip', args: ['--config', 'build/knip.json'] },
];

/**
 * Runs all checks, whether or not one fails.
 * @param {string} root the checkout
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} write receives one line a check, and the output of those that fail
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runChecks(root, env, write) {
  const counts = { passed: 0, failed: 0 };
  const runCheck = async ({ name, tool, args }) => {
    const start = performance.now();
    const { ok, stdout, stderr, reason } = await capture(...toolCommand(root, tool, args), { cwd: root, env });
    counts[ok ? 'passed' : 'failed'] += 1;
    write(`${name.padEnd(10)} ${ok ? 'passed' : 'failed'} (${elapsed(performance.now() - start)})\n`);
    if (!ok) write(`${[stdout.trim(), stderr.trim()].filter(Boolean).join('\n') || reason}\n`);
  };
  await Promise.all(checks.map(runCheck));
  return counts;
}
