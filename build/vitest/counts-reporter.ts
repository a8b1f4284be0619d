import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** What a project's tests came to; `ms` is the sum over its files, which ran side by side. */
interface ProjectCount {
  passed: number;
  failed: number;
  skipped: number;
  ms: number;
}

/** Writes what each project's tests came to, and how long each file took, as JSON: `build/bootstrap/test-results.mjs` reads it. */
export default class CountsReporter implements Reporter {
  private outputFile = '';

  onInit({ config }: Vitest): void {
    if (typeof config.outputFile !== 'string') throw new Error('The counts need a file to go to: --outputFile.');
    this.outputFile = config.outputFile;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const projects: Record<string, ProjectCount> = {};
    const files: Record<string, number> = {};
    for (const module of modules) {
      const { name, config } = module.project;
      const count = (projects[name] ??= { passed: 0, failed: 0, skipped: 0, ms: 0 });
      const { duration, collectDuration } = module.diagnostic();
      const ms = Math.round(duration + collectDuration);
      count.ms += ms;
      files[relative(config.root, module.moduleId).replaceAll('\\', '/')] = ms;
      addTests(count, module);
    }
    mkdirSync(dirname(this.outputFile), { recursive: true });
    writeFileSync(this.outputFile, JSON.stringify({ projects, files, errors: unhandledErrors.length }));
  }
}

/** A file that fails outside of its tests is one failure; a test that never ended has failed. */
function addTests(count: ProjectCount, module: TestModule): void {
  const before = count.failed;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') count.passed += 1;
    else if (state === 'skipped') count.skipped += 1;
    else count.failed += 1;
  }
  if (module.state() === 'failed' && count.failed === before) count.failed += 1;
}
