/** How many tests of a suite passed and failed, from its report: nothing that went wrong may count as nothing. */
import { readFileSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, remark: string}} Count */

/** The remark on a suite without tests. */
export const RAN_NO_TEST = 'it ran no test';

/**
 * Counts a suite that ran as a program.
 * @param {string} file its JSON report
 * @param {(report: any) => {passed: number, failed: number, skipped: number}} read
 * @param {number} exitCode of the program
 * @returns {Count}
 */
export function countSuite(file, read, exitCode) {
  let report;
  try {
    report = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, remark: `it ended with ${exitCode} and left no report` };
  }
  const { passed, failed, skipped } = report;
  if (passed + failed === 0) return { passed, failed: 1, remark: RAN_NO_TEST };
  if (failed === 0 && exitCode !== 0)
    return { passed, failed: 1, remark: `all its tests passed, but it ended with ${exitCode}` };
  return { passed, failed, remark: skipped > 0 ? `${skipped} skipped` : '' };
}

/** Vitest's `json` reporter. A file that fails before its tests counts as one failure. */
export function readVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const failures = testResults.filter(({ status }) => status === 'failed');
  const broken = failures.filter(({ assertionResults }) => !assertionResults.some(({ status }) => status === 'failed'));
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
  };
}

/**
 * Playwright's `json` reporter. A test that passed only when repeated (flaky) has failed. Errors outside of tests count
 * as one failure.
 */
export function readPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (errors.length > 0 ? 1 : 0),
    skipped: stats.skipped,
  };
}

/** The line that ends a test run. @param {{passed: number, failed: number}[]} counts */
export function closingLine(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
