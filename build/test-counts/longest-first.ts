import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ROOT = resolve(import.meta.dirname, '../..');

/** What each test file took when it was recorded (`RECORD_TIMES=1 npm test`), in milliseconds; only the order counts. */
export const TIMES_FILE = resolve(ROOT, 'test/times.json');

const recorded = new Map(Object.entries(readTimes()));

function readTimes(): Record<string, number> {
  const read: unknown = JSON.parse(readFileSync(TIMES_FILE, 'utf8'));
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(Object.entries(read).map(([file, ms]) => [file, Number(ms)]));
}

/**
 * The longest files begin first, so that none is left alone at the end. Files of one project follow each other, since
 * they can share a worker, and the project that takes longest comes first. What is not recorded yet begins first of all.
 */
export class LongestFirst extends BaseSequencer {
  override sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const timeOf = ({ moduleId }: TestSpecification) =>
      recorded.get(relative(ROOT, moduleId).replaceAll('\\', '/')) ?? Number.MAX_SAFE_INTEGER;
    const projects = new Map<string, number>();
    for (const one of specifications) {
      projects.set(one.project.name, (projects.get(one.project.name) ?? 0) + timeOf(one));
    }
    const weightOf = ({ project }: TestSpecification) => projects.get(project.name) ?? 0;
    const byName = (a: TestSpecification, b: TestSpecification) => a.project.name.localeCompare(b.project.name);
    return Promise.resolve(
      specifications.toSorted((a, b) => weightOf(b) - weightOf(a) || byName(a, b) || timeOf(b) - timeOf(a)),
    );
  }
}
