import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../../build/bootstrap/process.mjs';
import { closingLine, countSuite, readPlaywright, readVitest } from '../../build/bootstrap/test-results.mjs';
import { toolCommand } from '../../build/bootstrap/tools.mjs';
import { checkout, scratchFolder, startNode, moduleUrl, writeFiles } from './scratch.mjs';

/** Inside the checkout, where the tools find themselves. */
const folderWith = (files) => {
  const folder = scratchFolder(path.join(checkout, '.cache', 'tmp'));
  writeFiles(folder, files);
  return folder;
};

async function runVitest(files) {
  const folder = folderWith({ 'vitest.config.mjs': 'export default {};', ...files });
  const report = path.join(folder, 'report.json');
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`];
  const { code } = await capture(...toolCommand(checkout, 'vitest', args), { cwd: folder, env: withoutVitest() });
  return countSuite(report, readVitest, code);
}

async function runPlaywright(files) {
  const folder = folderWith({ 'playwright.config.mjs': `export default { reporter: 'json', retries: 1 };`, ...files });
  const report = path.join(folder, 'report.json');
  const env = { ...withoutVitest(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code } = await capture(...toolCommand(checkout, 'playwright', ['test']), { cwd: folder, env });
  return countSuite(report, readPlaywright, code);
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
  expect(await runVitest(files)).toEqual({ passed: 1, failed: 2, remark: '1 skipped' });
});

test('Vitest: an error beside the tests is a failure although all pass', async () => {
  const files = {
    'a.test.mjs': vitestFile(`${good} setTimeout(() => { throw new Error('late'); }, 1);
    test('wait', () => new Promise((resolve) => setTimeout(resolve, 100)));`),
  };
  expect(await runVitest(files)).toMatchObject({ passed: 2, failed: 1 });
});

test('Vitest: no test at all is a failure', async () => {
  expect(await runVitest({})).toEqual({ passed: 0, failed: 1, remark: 'it ran no test' });
});

test('Playwright: passed, failed and skipped tests; one that passes only when repeated has failed', async () => {
  const flaky = `test('flaky', ({}, { retry }) => { expect(retry).toBe(1); });`;
  const files = { 'a.spec.mjs': playwrightFile(good + bad + skipped + flaky) };
  expect(await runPlaywright(files)).toEqual({ passed: 1, failed: 2, remark: '1 skipped' });
});

test('Playwright: a file that breaks is a failure', async () => {
  expect(await runPlaywright({ 'a.spec.mjs': playwrightFile(`throw new Error('broken');`) })).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

test('a suite that leaves no report, or half a one, is one failure', () => {
  const folder = folderWith({ 'half.json': '{"numPassedTests": 3' });
  expect(countSuite(path.join(folder, 'none.json'), readVitest, 139)).toEqual({
    passed: 0,
    failed: 1,
    remark: 'it ended with 139 and left no report',
  });
  expect(countSuite(path.join(folder, 'half.json'), readVitest, 0)).toMatchObject({ passed: 0, failed: 1 });
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
