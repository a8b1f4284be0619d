/** How many tests of a suite passed and failed, from a program's report: nothing that went wrong may count as nothing. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{passed: number, failed: number, remark: string}} Count
 * @typedef {Count & {name: string, ms: number}} SuiteCount
 */

/** The remark on a suite without tests. */
export const RAN_NO_TEST = 'it ran no test';

/**
 * Counts a suite that ran as a program of its own.
 * @param {string} file its JSON report
 * @param {(report: any) => {passed: number, failed: number, skipped: number}} read
 * @param {number} exitCode of the program
 * @returns {Count}
 */
export function countSuite(file, read, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, remark: `it ended with ${exitCode} and left no report` };
  const { passed, failed, skipped } = read(report);
  if (passed + failed === 0) return { passed, failed: 1, remark: RAN_NO_TEST };
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, remark: passedYetEnded(exitCode) };
  return { passed, failed, remark: skippedRemark(skipped) };
}

/**
 * Counts the projects of one run of Vitest from what build/vitest/counts-reporter.ts wrote. What went wrong beside the
 * tests belongs to no project and is counted as a suite of its own.
 * @param {string} file
 * @param {string[]} projects those that were to run
 * @param {number} exitCode
 * @returns {SuiteCount[]}
 */
export function countVitest(file, projects, exitCode) {
  const report = readReport(file);
  if (!report) {
    const remark = `Vitest ended with ${exitCode} and left no report`;
    return projects.map((name) => ({ name, passed: 0, failed: 1, remark, ms: 0 }));
  }
  const counts = projects.map((name) => {
    const { passed = 0, failed = 0, skipped = 0, ms = 0 } = report.projects[name] ?? {};
    if (passed + failed === 0) return { name, passed, failed: 1, remark: RAN_NO_TEST, ms };
    return { name, passed, failed, remark: skippedRemark(skipped), ms };
  });
  const isClean = report.errors === 0 && (exitCode === 0 || counts.some(({ failed }) => failed > 0));
  if (isClean) return counts;
  const remark = report.errors > 0 ? `errors outside of tests: ${report.errors}` : passedYetEnded(exitCode);
  return [...counts, { name: 'Vitest', passed: 0, failed: 1, remark, ms: 0 }];
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

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function passedYetEnded(exitCode) {
  return `all its tests passed, but it ended with ${exitCode}`;
}

function skippedRemark(skipped) {
  return skipped > 0 ? `${skipped} skipped` : '';
}
