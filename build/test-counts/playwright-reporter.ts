import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { NOTHING, writeJson } from './counts.ts';

/** Writes what the window's tests came to, into the file that PLAYWRIGHT_COUNTS names. */
export default class PlaywrightCounts implements Reporter {
  private tests: readonly TestCase[] = [];
  private errors = 0;
  private ms = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.tests = suite.allTests();
  }

  onTestEnd(_test: TestCase, { duration }: TestResult): void {
    this.ms += duration;
  }

  onError(): void {
    this.errors += 1;
  }

  /** A test that passed only when it was repeated (flaky) has failed, and so has one that was never begun. */
  onEnd(): void {
    const file = process.env['PLAYWRIGHT_COUNTS'];
    if (file === undefined) return;
    const count = { ...NOTHING, ms: Math.round(this.ms) };
    for (const test of this.tests) {
      if (test.expectedStatus === 'skipped') count.skipped += 1;
      else if (test.outcome() === 'expected') count.passed += 1;
      else count.failed += 1;
    }
    writeJson(file, { suites: { e2e: count }, errors: this.errors });
  }

  printsToStdio(): boolean {
    return false;
  }
}
