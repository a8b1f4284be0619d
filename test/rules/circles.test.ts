import { describe, expect, it } from 'vitest';
import { circlesIn, circlesOfFiles, circlesOfFolders } from './circles.ts';
import { type Module, moduleOf, productModules } from './module-graph.ts';

/** A made-up house: each file with the files that it imports the types of. */
const house = (files: Readonly<Record<string, readonly string[]>>): readonly Module[] =>
  Object.entries(files).map(([path, imports]) => ({
    path,
    imports: imports.map((file) => ({ specifier: file, file, isType: true })),
  }));
const graph = (names: Readonly<Record<string, string>>) =>
  new Map(Object.entries(names).map(([name, next]) => [name, new Set(next)]));

describe('the product', () => {
  it('has no circle of files, type imports included', () => {
    expect(circlesOfFiles(productModules())).toEqual([]);
  });

  it('has no circle of folders, type imports included', () => {
    expect(circlesOfFolders(productModules())).toEqual([]);
  });
});

describe('a circle of files', () => {
  it('names the two files of the import that closes it, and the whole circle', () => {
    const found = circlesOfFiles(
      house({ 'core/a.ts': ['core/b.ts'], 'core/b.ts': ['core/c.ts'], 'core/c.ts': ['core/a.ts'] }),
    );
    expect(found).toEqual([
      'core/c.ts imports core/a.ts and closes a circle: core/a.ts -> core/b.ts -> core/c.ts -> core/a.ts',
    ]);
  });

  it('is found where only types are imported', () => {
    const modules = [
      moduleOf('core/a.ts', `import type { B } from './b.ts';`),
      moduleOf('core/b.ts', `export type A = import('./a.ts').A;`),
    ];
    expect(circlesOfFiles(modules)).toHaveLength(1);
  });

  it('is none where files meet again further on', () => {
    expect(
      circlesOfFiles(house({ 'core/a.ts': ['core/b.ts', 'core/c.ts'], 'core/b.ts': ['core/c.ts'], 'core/c.ts': [] })),
    ).toEqual([]);
  });
});

describe('a circle of folders', () => {
  it('names the folders, and two files for each step', () => {
    const found = circlesOfFolders(
      house({
        'core/plan/a.ts': ['core/run/b.ts'],
        'core/run/b.ts': [],
        'core/run/c.ts': ['core/plan/d.ts'],
        'core/plan/d.ts': [],
      }),
    );
    const back = 'core/run/ -> core/plan/ (core/run/c.ts imports core/plan/d.ts)';
    expect(found).toEqual([
      `${back} closes a circle: core/plan/ -> core/run/ (core/plan/a.ts imports core/run/b.ts), ${back}`,
    ]);
  });

  it('is found deeper in the house, between a folder and a file beside it', () => {
    const found = circlesOfFolders(
      house({
        'electron/cli/context.ts': ['electron/cli/views/a.ts'],
        'electron/cli/views/a.ts': [],
        'electron/cli/views/b.ts': ['electron/cli/context.ts'],
      }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('electron/cli/views/b.ts imports electron/cli/context.ts');
  });

  it('is found between the rooms of the house', () => {
    expect(
      circlesOfFolders(house({ 'core/a.ts': ['renderer/b.ts'], 'renderer/b.ts': [], 'renderer/c.ts': ['core/a.ts'] })),
    ).toHaveLength(1);
  });

  it('is none between files of one folder', () => {
    expect(
      circlesOfFolders(house({ 'core/plan/a.ts': ['core/plan/b.ts'], 'core/plan/b.ts': ['core/plan/a.ts'] })),
    ).toEqual([]);
  });

  it('is none where a folder only uses another', () => {
    expect(
      circlesOfFolders(
        house({ 'core/plan/a.ts': ['core/run/b.ts'], 'core/run/b.ts': ['core/run/c.ts'], 'core/run/c.ts': [] }),
      ),
    ).toEqual([]);
  });
});

describe('the circles in a graph', () => {
  it.each([
    ['nothing', {}, []],
    ['a line', { a: 'b', b: 'c', c: '' }, []],
    ['what leads to itself', { a: 'a' }, ['a']],
    ['a circle that something leads to', { a: 'b', b: 'c', c: 'b' }, ['bc']],
    ['two circles apart', { a: 'b', b: 'a', c: 'd', d: 'c' }, ['ab', 'cd']],
    ['a knot, told by a shortest circle', { a: 'bd', b: 'c', c: 'a', d: 'a' }, ['ad']],
  ])('are found in %s', (_what, names, expected) => {
    expect(circlesIn(graph(names)).map((circle) => circle.join(''))).toEqual(expected);
  });
});
