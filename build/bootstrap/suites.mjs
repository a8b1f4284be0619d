/** The test suites, and the three programs that play them: the checks, Vitest for all its projects in one run, Playwright. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './checks.mjs';
import { withDisplay } from './display.mjs';
import { attach, capture } from './process.mjs';
import { countSuites } from './test-results.mjs';
import { toolCommand } from './tools.mjs';

/** Longest time of one program. It ends what hangs; nothing is judged by it. */
const LIMIT_MS = 80 * 60_000;

/**
 * Tests start PowerShell hundreds of times, and .NET's guard of its code pages takes a tenth of every start. The files by
 * which .NET is debugged stay behind in the temporary folder when a process is killed.
 */
const QUICK_START = { DOTNET_EnableWriteXorExecute: '0', DOTNET_EnableDiagnostics: '0' };

/** @type {import('./types').SuiteProgram} */
export const checks = {
  name: 'check',
  suites: ['check'],
  async run({ root }, env) {
    const start = performance.now();
    let output = '';
    const counts = await runChecks(root, env, (text) => (output += text));
    return { counts: [{ name: 'check', ...counts, remark: '', ms: performance.now() - start }], output };
  },
};

/** Its suites are its projects; build/vitest.config.ts says what they hold. @type {import('./types').SuiteProgram} */
export const vitest = {
  name: 'Vitest',
  suites: ['unit', 'renderer', 'powershell', 'faults', 'network', 'bootstrap'],
  run(context, env, suites) {
    return playCaptured('Vitest', { context, env, suites }, ({ root }, file) =>
      vitestCommand(root, file, suites, 'default'),
    );
  },
};

/** @type {import('./types').SuiteProgram} */
export const playwright = {
  name: 'Playwright',
  suites: ['e2e'],
  run(context, env, suites) {
    return playCaptured('Playwright', { context, env, suites }, ({ root }) =>
      withDisplay(context, ...toolCommand(root, 'playwright', ['test', '--config=build/playwright.config.ts'])),
    );
  },
};

/** All suites, as they are named, asked for and counted. */
export const SUITES = [checks, vitest, playwright].flatMap(({ suites }) => suites);

/** Plays one of Vitest's projects with the terminal as its own, a line a test. @param {string[]} options of Vitest */
export async function showProject(root, env, project, options) {
  const file = emptyReport(root, project);
  const [command, args] = vitestCommand(root, file, [project], 'verbose');
  const exitCode = await attach(command, [...args, ...options], { cwd: root, env: { ...env, ...QUICK_START } });
  return countSuites({ program: 'Vitest', suites: [project], file, exitCode })[0];
}

/** @returns {[string, string[]]} */
function vitestCommand(root, file, projects, reporter) {
  const chosen = projects.map((name) => `--project=${name}`);
  const reporters = [`--reporter=${reporter}`, '--reporter=./build/test-counts/vitest-reporter.ts'];
  const args = ['run', '--config=build/vitest.config.ts', ...chosen, ...reporters, `--outputFile=${file}`];
  return toolCommand(root, 'vitest', args);
}

async function playCaptured(program, { context, env, suites }, commandFor) {
  const { root } = context;
  const file = emptyReport(root, program);
  const ownEnv = { ...env, ...QUICK_START, NO_COLOR: '1', PLAYWRIGHT_COUNTS: file };
  const options = { cwd: root, env: ownEnv, timeoutMs: LIMIT_MS };
  const { code, stdout, stderr, reason } = await capture(...commandFor(context, file), options);
  const output = [stdout.trim(), stderr.trim()].filter(Boolean).join('\n') || reason;
  return { counts: countSuites({ program, suites, file, exitCode: code }), output };
}

/** Where a program's report goes; an earlier run's is deleted, so that it is never taken for this one's. */
function emptyReport(root, name) {
  const file = path.join(root, 'out', 'test', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
