import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../../build/bootstrap/process.mjs';
import { closingLine, countSuites } from '../../build/bootstrap/test-results.mjs';
import { toolCommand } from '../../build/bootstrap/tools.mjs';
import { checkout, scratchFolder, startNode, moduleUrl, writeFiles } from './scratch.mjs';

/** Some tests start the tools themselves: in the larger set alone. */
const isWholeSet = process.env['TEST_SCOPE'] === 'all';

/** Inside the checkout, where the tools find themselves. */
const folderWith = (files) => {
  const folder = scratchFolder(path.join(checkout, '.cache', 'tmp'));
  writeFiles(folder, files);
  return folder;
};

const reporterOf = (program) => path.join(checkout, 'build', 'test-counts', `${program}-reporter.ts`);

/** One run of Vitest whose one project is named `unit`. */
async function runVitest(files) {
  const config = `export default { test: { projects: [{ test: { name: 'unit' } }] } };`;
  const folder = folderWith({ 'vitest.config.mjs': config, ...files });
  const report = path.join(folder, 'report.json');
  const args = ['run', '--root', folder, `--reporter=${reporterOf('vitest')}`, `--outputFile=${report}`];
  const { code } = await capture(...toolCommand(checkout, 'vitest', args), { cwd: folder, env: withoutVitest() });
  return withoutTimes(countSuites({ program: 'Vitest', suites: ['unit'], file: report, exitCode: code }));
}

async function runPlaywright(files) {
  const config = `export default { reporter: ${JSON.stringify(reporterOf('playwright'))}, retries: 1 };`;
  const folder = folderWith({ 'playwright.config.mjs': config, ...files });
  const report = path.join(folder, 'report.json');
  const env = { ...withoutVitest(), PLAYWRIGHT_COUNTS: report };
  const { code } = await capture(...toolCommand(checkout, 'playwright', ['test']), { cwd: folder, env });
  return withoutTimes(countSuites({ program: 'Playwright', suites: ['e2e'], file: report, exitCode: code }));
}

function withoutTimes(counts) {
  return counts.map(({ name, passed, failed, remark }) => ({ name, passed, failed, remark }));
}

/** Counts one suite of a run whose report says this. */
function counted(report, exitCode) {
  const file = path.join(folderWith({ 'report.json': JSON.stringify(report) }), 'report.json');
  return withoutTimes(countSuites({ program: 'Vitest', suites: ['unit'], file, exitCode }));
}

/** The tools behave differently when they believe to be one of our test's workers. */
function withoutVitest() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name)));
}

const vitestFile = (body) => `import { test, expect } from 'vitest';\n${body}`;
const playwrightFile = (body) => `import { test, expect } from '@playwright/test';\n${body}`;
const good = `test('good', () => { expect(1).toBe(1); });`;
const bad = `test('bad', () => { expect(1).toBe(2); });`;
const skipped = `test.skip('skipped', () => {});`;

test('Vitest: passed, failed and skipped tests, and a file that breaks before its tests', async () => {
  const files = {
    'a.test.mjs': vitestFile(good + bad + skipped),
    'b.test.mjs': vitestFile(`throw new Error('broken');`),
  };
  expect(await runVitest(files)).toEqual([{ name: 'unit', passed: 1, failed: 2, remark: '1 skipped' }]);
});

test.runIf(isWholeSet)('Vitest: an error beside the tests is a failure although all pass', async () => {
  const files = {
    'a.test.mjs': vitestFile(`${good} test('late', () => { Promise.reject(new Error('nobody waits for it')); });`),
  };
  expect(await runVitest(files)).toEqual([
    { name: 'unit', passed: 2, failed: 0, remark: '' },
    { name: 'Vitest', passed: 0, failed: 1, remark: 'errors outside of tests: 1' },
  ]);
});

test('an error beside the tests, and a bad end, are failures although all pass', () => {
  const suites = { unit: { passed: 2, failed: 0, skipped: 1, ms: 5 } };
  expect(counted({ suites, errors: 1 }, 1)).toEqual([
    { name: 'unit', passed: 2, failed: 0, remark: '1 skipped' },
    { name: 'Vitest', passed: 0, failed: 1, remark: 'errors outside of tests: 1' },
  ]);
  const [, ended] = counted({ suites, errors: 0 }, 3);
  expect(ended).toMatchObject({ failed: 1, remark: 'all its tests passed, but it ended with 3' });
  expect(counted({ suites, errors: 0 }, 0)).toHaveLength(1);
});

test('a suite without a test is a failure', () => {
  expect(counted({ suites: {}, errors: 0 }, 0)).toEqual([
    { name: 'unit', passed: 0, failed: 1, remark: 'it ran no test' },
  ]);
});

test.runIf(isWholeSet)('Playwright: a test that passes only when it is repeated has failed', async () => {
  const flaky = `test('flaky', ({}, { retry }) => { expect(retry).toBe(1); });`;
  const files = { 'a.spec.mjs': playwrightFile(good + bad + skipped + flaky) };
  expect(await runPlaywright(files)).toEqual([{ name: 'e2e', passed: 1, failed: 2, remark: '1 skipped' }]);
});

test.runIf(isWholeSet)('Playwright: a file that breaks is a failure', async () => {
  const [count, beside] = await runPlaywright({ 'a.spec.mjs': playwrightFile(`throw new Error('broken');`) });
  expect(count).toMatchObject({ passed: 0, failed: 1 });
  expect(beside).toMatchObject({ name: 'Playwright', failed: 1 });
});

test('a run that leaves no report, or half a one, is one failure a suite', () => {
  const folder = folderWith({ 'half.json': '{"suites": {"unit": 3' });
  const run = { program: 'Vitest', suites: ['unit', 'faults'], exitCode: 139 };
  const left = countSuites({ ...run, file: path.join(folder, 'none.json') });
  expect(left.map(({ failed, remark }) => `${failed} ${remark}`)).toEqual([
    '1 Vitest ended with 139 and left no report',
    '1 Vitest ended with 139 and left no report',
  ]);
  expect(countSuites({ ...run, file: path.join(folder, 'half.json') })).toHaveLength(2);
});

test('the closing line adds up', () => {
  const counts = [
    { passed: 3, failed: 0 },
    { passed: 10, failed: 2 },
  ];
  expect(closingLine(counts)).toBe('13 passed, 2 failed');
  expect(closingLine([])).toBe('0 passed, 0 failed');
});

test('a suite that does not exist is refused before anything is set up', async () => {
  const script = `process.argv[2] = 'nonsense'; await import(${JSON.stringify(moduleUrl('test.mjs'))})`;
  const { code, output } = await startNode(`process.argv[1] = 'test.mjs'; ${script}`).ended;
  expect(code).toBe(2);
  expect(output).toBe(
    'There is no suite nonsense. Suites: check, unit, renderer, powershell, faults, network, bootstrap, e2e.\n',
  );
  expect(existsSync(path.join(checkout, 'nonsense'))).toBe(false);
});
