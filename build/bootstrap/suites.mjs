/** The test suites, in the order they run. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './checks.mjs';
import { withDisplay } from './display.mjs';
import { attach } from './process.mjs';
import { countSuite, readPlaywright, readVitest } from './test-results.mjs';
import { toolCommand } from './tools.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {(context: import('./context.mjs').Context, env: NodeJS.ProcessEnv, options?: readonly string[]) => Promise<import('./test-results.mjs').Count>} run
 * `options` are the program's own, in place of `--reporter=default`.
 */

/** @type {Suite[]} */
export const suites = [
  { name: 'check', run: checkSuite },
  { name: 'unit', run: vitestSuite('unit') },
  { name: 'renderer', run: vitestSuite('renderer') },
  { name: 'powershell', run: vitestSuite('powershell') },
  // A test a case, of which this is a selection: `npm run test:faults` runs them all.
  { name: 'faults', run: vitestSuite('faults', '--slowTestThreshold=120000') },
  { name: 'network', run: vitestSuite('network') },
  { name: 'bootstrap', run: vitestSuite('bootstrap') },
  { name: 'e2e', run: playwrightSuite },
];

/**
 * Tests start PowerShell hundreds of times, and .NET's guard of its code pages takes a tenth of every start. The files by
 * which .NET is debugged stay behind in the temporary folder when a process is killed.
 */
const QUICK_START = { DOTNET_EnableWriteXorExecute: '0', DOTNET_EnableDiagnostics: '0' };

async function checkSuite({ root }, env) {
  return { ...(await runChecks(root, env, (text) => process.stdout.write(text))), remark: '' };
}

function vitestSuite(project, ...always) {
  return async ({ root }, env, options = ['--reporter=default']) => {
    const report = emptyReport(root, project);
    const args = ['run', '--config', 'build/vitest.config.ts', '--project', project, ...always, ...options];
    args.push('--reporter=json', `--outputFile.json=${report}`);
    const exitCode = await attach(...toolCommand(root, 'vitest', args), { cwd: root, env: { ...env, ...QUICK_START } });
    return countSuite(report, readVitest, exitCode);
  };
}

async function playwrightSuite(context, env) {
  const { root } = context;
  const report = emptyReport(root, 'e2e');
  const [command, args] = toolCommand(root, 'playwright', ['test', '--config', 'build/playwright.config.ts']);
  const settings = { cwd: root, env: { ...env, ...QUICK_START, PLAYWRIGHT_JSON_OUTPUT_NAME: report } };
  const exitCode = await attach(...withDisplay(context, command, args), settings);
  return countSuite(report, readPlaywright, exitCode);
}

/** Where a suite's report goes; an earlier run's is deleted, so that it is never taken for this one's. */
function emptyReport(root, name) {
  const file = path.join(root, 'out', 'test', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
