import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const BENCH = join(ROOT, 'test/bench');

/** What the compiler does not see: the files that the bench names by their parts, `path.join(root, 'core', 'goal.ts')`. */
const NAMED = /path\.join\(root, ((?:'[^']+'(?:, )?)+)\)/gu;

/** The bench is run by hand, so that a file that has moved is missed for long. */
test('every file that the bench names is there', () => {
  const named = readdirSync(BENCH)
    .filter((name) => name.endsWith('.mjs'))
    .flatMap((name) => [...readFileSync(join(BENCH, name), 'utf8').matchAll(NAMED)])
    .map(([, parts = '']) => parts.split(', ').map((part) => part.slice(1, -1)))
    .filter(([folder]) => folder !== 'out');
  expect(named.length).toBeGreaterThan(3);
  expect(named.map((parts) => parts.join('/')).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
