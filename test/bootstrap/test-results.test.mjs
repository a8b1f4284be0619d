import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../../build/bootstrap/process.mjs';
import { closingLine, countSuite, countVitest, readPlaywright } from '../../build/bootstrap/test-results.mjs';
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

/** One run of Vitest whose one project is named `unit`. */
async function runVitest(files) {
  const config = `export default { test: { projects: [{ test: { name: 'unit' } }] } };`;
  const folder = folderWith({ 'vitest.config.mjs': config, ...files });
  const report = path.join(folder, 'report.json');
  const reporter = path.join(checkout, 'build', 'vitest', 'counts-reporter.ts');
  const args = ['run', '--root', folder, `--reporter=${reporter}`, `--outputFile=${report}`];
  const { code } = await capture(...toolCommand(checkout, 'vitest', args), { cwd: folder, env: withoutVitest() });
  const counts = countVitest(report, ['unit'], code);
  return counts.map(({ name, passed, failed, remark }) => ({ name, passed, failed, remark }));
}

async function runPlaywright(files) {
  const folder = folderWith({ 'playwright.config.mjs': `export default { reporter: 'json', retries: 1 };`, ...files });
  const report = path.join(folder, 'report.json');
  const env = { ...withoutVitest(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code } = await capture(...toolCommand(checkout, 'playwright', ['test']), { cwd: folder, env });
  return countSuite(report, readPlaywright, code);
}

/** The report of a run that was recorded, with what of it is read. */
function recorded(report) {
  return path.join(folderWith({ 'report.json': JSON.stringify(report) }), 'report.json');
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

test('Vitest: an error beside the tests, and a bad end, are failures although all pass', () => {
  const unit = { passed: 2, failed: 0, skipped: 0, ms: 5 };
  const [count, beside] = countVitest(recorded({ projects: { unit }, files: {}, errors: 1 }), ['unit'], 1);
  expect(count).toEqual({ name: 'unit', passed: 2, failed: 0, remark: '', ms: 5 });
  expect(beside).toMatchObject({ failed: 1, remark: 'errors outside of tests: 1' });
  const ended = countVitest(recorded({ projects: { unit }, files: {}, errors: 0 }), ['unit'], 3);
  expect(ended[1]).toMatchObject({ failed: 1, remark: 'all its tests passed, but it ended with 3' });
});

test('Vitest: a project without a test is a failure', () => {
  const counts = countVitest(recorded({ projects: {}, files: {}, errors: 0 }), ['unit'], 0);
  expect(counts).toEqual([{ name: 'unit', passed: 0, failed: 1, remark: 'it ran no test', ms: 0 }]);
});

test('Vitest: a run without a report is one failure a project', () => {
  const counts = countVitest(path.join(checkout, 'no-such-report.json'), ['unit', 'faults'], 139);
  expect(counts.map(({ failed, remark }) => `${failed} ${remark}`)).toEqual([
    '1 Vitest ended with 139 and left no report',
    '1 Vitest ended with 139 and left no report',
  ]);
});

test('Playwright: passed, failed and skipped tests; one that passes only when repeated has failed', () => {
  const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countSuite(recorded({ stats, errors: [] }), readPlaywright, 1)).toEqual({
    passed: 1,
    failed: 2,
    remark: '1 skipped',
  });
  const noTest = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countSuite(recorded({ stats: noTest, errors: ['broken'] }), readPlaywright, 1)).toMatchObject({ failed: 1 });
  expect(countSuite(recorded({ stats: noTest, errors: [] }), readPlaywright, 0).remark).toBe('it ran no test');
});

test.runIf(isWholeSet)('Playwright itself reports so', async () => {
  const flaky = `test('flaky', ({}, { retry }) => { expect(retry).toBe(1); });`;
  const files = { 'a.spec.mjs': playwrightFile(good + bad + skipped + flaky) };
  expect(await runPlaywright(files)).toEqual({ passed: 1, failed: 2, remark: '1 skipped' });
});

test.runIf(isWholeSet)('Playwright: a file that breaks is a failure', async () => {
  expect(await runPlaywright({ 'a.spec.mjs': playwrightFile(`throw new Error('broken');`) })).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

test('a suite that leaves no report, or half a one, is one failure', () => {
  const folder = folderWith({ 'half.json': '{"stats": {"expected": 3' });
  expect(countSuite(path.join(folder, 'none.json'), readPlaywright, 139)).toEqual({
    passed: 0,
    failed: 1,
    remark: 'it ended with 139 and left no report',
  });
  expect(countSuite(path.join(folder, 'half.json'), readPlaywright, 0)).toMatchObject({ passed: 0, failed: 1 });
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
