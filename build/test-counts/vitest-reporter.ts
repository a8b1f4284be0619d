import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { NOTHING, type SuiteCount, writeJson } from './counts.ts';
import { TIMES_FILE } from './longest-first.ts';

/** Writes what each project's tests came to; with RECORD_TIMES in the environment, also what each file took. */
export default class VitestCounts implements Reporter {
  private outputFile = '';

  onInit({ config }: Vitest): void {
    if (typeof config.outputFile !== 'string') throw new Error('The counts need a file to go to: --outputFile.');
    this.outputFile = config.outputFile;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const suites: Record<string, SuiteCount> = {};
    const times: Record<string, number> = {};
    for (const module of modules) {
      const { name, config } = module.project;
      const count = (suites[name] ??= { ...NOTHING });
      const { duration, collectDuration } = module.diagnostic();
      const ms = Math.round(duration + collectDuration);
      count.ms += ms;
      times[relative(config.root, module.moduleId).replaceAll('\\', '/')] = ms;
      addTests(count, module);
    }
    writeJson(this.outputFile, { suites, errors: unhandledErrors.length });
    if (process.env['RECORD_TIMES']) writeJson(TIMES_FILE, sorted(times));
  }
}

/** A file that fails outside of its tests is one failure; a test that never ended has failed. */
function addTests(count: SuiteCount, module: TestModule): void {
  const before = count.failed;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') count.passed += 1;
    else if (state === 'skipped') count.skipped += 1;
    else count.failed += 1;
  }
  if (module.state() === 'failed' && count.failed === before) count.failed += 1;
}

function sorted(times: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(times).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
