/** The test suites, and the three programs that play them: the checks, Vitest for all its projects in one run, Playwright. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './checks.mjs';
import { withDisplay } from './display.mjs';
import { attach, capture } from './process.mjs';
import { countSuite, countVitest, readPlaywright } from './test-results.mjs';
import { toolCommand } from './tools.mjs';

/** Vitest's projects; what they hold is said in build/vitest.config.ts. */
const PROJECTS = ['unit', 'renderer', 'powershell', 'faults', 'network', 'bootstrap'];

/** All suites, as they are named, asked for and counted. */
export const SUITES = ['check', ...PROJECTS, 'e2e'];

/** Longest time of one program. It ends what hangs; nothing is judged by it. */
const LIMIT_MS = 80 * 60_000;

/**
 * Tests start PowerShell hundreds of times, and .NET's guard of its code pages takes a tenth of every start. The files by
 * which .NET is debugged stay behind in the temporary folder when a process is killed.
 */
const QUICK_START = { DOTNET_EnableWriteXorExecute: '0', DOTNET_EnableDiagnostics: '0' };

/** @typedef {import('./test-results.mjs').SuiteCount} SuiteCount */

/**
 * A program that plays suites. Its output is kept, to be shown when something failed.
 * @typedef {object} Program
 * @property {string} name
 * @property {string[]} suites
 * @property {(root: import('./context.mjs').Context, env: NodeJS.ProcessEnv, suites: string[]) => Promise<{counts: SuiteCount[], output: string}>} run
 */

/** @type {Record<'checks' | 'vitest' | 'playwright', Program>} */
export const programs = {
  checks: { name: 'check', suites: ['check'], run: playChecks },
  vitest: { name: 'Vitest', suites: PROJECTS, run: playVitest },
  playwright: { name: 'Playwright', suites: ['e2e'], run: playPlaywright },
};

async function playChecks({ root }, env) {
  const start = performance.now();
  let output = '';
  const { passed, failed } = await runChecks(root, env, (text) => (output += text));
  return { counts: [{ name: 'check', passed, failed, remark: '', ms: performance.now() - start }], output };
}

async function playVitest({ root }, env, projects) {
  const report = emptyReport(root, 'vitest');
  const [command, args] = vitestCommand(root, report, projects, 'default');
  const { code, output } = await captured(command, args, { root, env });
  return { counts: countVitest(report, projects, code ?? 1), output };
}

async function playPlaywright(context, env) {
  const { root } = context;
  const report = emptyReport(root, 'e2e');
  const start = performance.now();
  const [command, args] = toolCommand(root, 'playwright', ['test', '--config', 'build/playwright.config.ts']);
  const ownEnv = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code, output } = await captured(...withDisplay(context, command, args), { root, env: ownEnv });
  const count = countSuite(report, readPlaywright, code ?? 1);
  return { counts: [{ name: 'e2e', ...count, ms: performance.now() - start }], output };
}

/**
 * One project with the terminal as its own, a line a test.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {string} project
 * @param {string[]} options further options of Vitest
 */
export async function showProject(root, env, project, options) {
  const report = emptyReport(root, project);
  const [command, args] = vitestCommand(root, report, [project], 'verbose');
  const code = await attach(command, [...args, ...options], { cwd: root, env: { ...env, ...QUICK_START } });
  return countVitest(report, [project], code)[0];
}

function vitestCommand(root, report, projects, reporter) {
  const chosen = projects.flatMap((name) => ['--project', name]);
  const reporters = [`--reporter=${reporter}`, '--reporter=./build/vitest/counts-reporter.ts'];
  return toolCommand(root, 'vitest', [
    'run',
    '--config=build/vitest.config.ts',
    ...chosen,
    ...reporters,
    `--outputFile=${report}`,
  ]);
}

async function captured(command, args, { root, env }) {
  const options = { cwd: root, env: { ...env, ...QUICK_START, NO_COLOR: '1' }, timeoutMs: LIMIT_MS };
  const { code, stdout, stderr, reason } = await capture(command, args, options);
  return { code, output: [stdout.trim(), stderr.trim()].filter(Boolean).join('\n') || reason };
}

/** Where a program's report goes; an earlier run's is deleted, so that it is never taken for this one's. */
function emptyReport(root, name) {
  const file = path.join(root, 'out', 'test', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
