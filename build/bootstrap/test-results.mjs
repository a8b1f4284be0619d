/** How many tests of a suite passed and failed, from a program's report: nothing that went wrong may count as nothing. */
import { readFileSync } from 'node:fs';

/** The remark on a suite without tests. */
export const RAN_NO_TEST = 'it ran no test';

/**
 * Counts the suites that one program played, from what a reporter of build/test-counts wrote. What went wrong beside the
 * tests belongs to none of them, and is counted under the program's own name.
 * @type {(played: {program: string, suites: string[], file: string, exitCode: number | null}) => import('./types').SuiteCount[]}
 */
export function countSuites({ program, suites, file, exitCode }) {
  const report = readReport(file);
  if (!report) {
    const remark = `${program} ended with ${exitCode} and left no report`;
    return suites.map((name) => ({ name, passed: 0, failed: 1, remark, ms: 0 }));
  }
  const counts = suites.map((name) => {
    const { passed = 0, failed = 0, skipped = 0, ms = 0 } = report.suites[name] ?? {};
    if (passed + failed === 0) return { name, passed, failed: 1, remark: RAN_NO_TEST, ms };
    return { name, passed, failed, remark: skipped > 0 ? `${skipped} skipped` : '', ms };
  });
  if (report.errors === 0 && (exitCode === 0 || counts.some(({ failed }) => failed > 0))) return counts;
  const ended = `all its tests passed, but it ended with ${exitCode}`;
  const remark = report.errors > 0 ? `errors outside of tests: ${report.errors}` : ended;
  return [...counts, { name: program, passed: 0, failed: 1, remark, ms: 0 }];
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
