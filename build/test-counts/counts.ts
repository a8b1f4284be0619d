/** What the tests of a run came to, in one form for Vitest and Playwright: build/bootstrap/test-results.mjs reads it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a suite's tests came to; `ms` is the sum over its files, which ran side by side. */
export interface SuiteCount {
  passed: number;
  failed: number;
  skipped: number;
  ms: number;
}

export const NOTHING: Readonly<SuiteCount> = { passed: 0, failed: 0, skipped: 0, ms: 0 };

export interface Counts {
  /** By the suite's name. */
  readonly suites: Readonly<Record<string, SuiteCount>>;
  /** What went wrong outside of tests. */
  readonly errors: number;
}

/** Writes a JSON file, with a line end. */
export function writeJson(file: string, content: Counts | Readonly<Record<string, number>>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
