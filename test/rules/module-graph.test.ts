import { describe, expect, it } from 'vitest';
import { moduleOf, productModules } from './module-graph.ts';

const importsOf = (text: string) =>
  moduleOf('electron/run/a.ts', text).imports.map(({ file, specifier, isType }) => [file ?? specifier, isType]);

describe('the imports of a module', () => {
  it('are those of values and types, with the file that each means', () => {
    expect(importsOf(`import { b } from './b.ts';\nimport type { C } from '../c.ts';\nimport 'node:fs';`)).toEqual([
      ['electron/run/b.ts', false],
      ['electron/c.ts', true],
      ['node:fs', false],
    ]);
  });

  it('load a module also for types that are named among values', () => {
    expect(importsOf(`import { type B } from './b.ts';`)).toEqual([['electron/run/b.ts', false]]);
  });

  it('are also those that are handed on, made when needed, or part of a type', () => {
    expect(importsOf(`export * from './b.ts';\nexport type { C } from './c.ts';`)).toEqual([
      ['electron/run/b.ts', false],
      ['electron/run/c.ts', true],
    ]);
    expect(
      importsOf(`const b = await import('./b.ts');\ntype C = import('./c.ts').C | typeof import('./d.ts');`),
    ).toEqual([
      ['electron/run/b.ts', false],
      ['electron/run/c.ts', true],
      ['electron/run/d.ts', true],
    ]);
  });

  it('are not what only looks like one', () => {
    expect(importsOf(`// import './b.ts'\nconst text = "import './c.ts'"; export const d = text;`)).toEqual([]);
  });

  it('cannot be told of a text that is no program', () => {
    expect(() => importsOf('import {')).toThrow('electron/run/a.ts cannot be read');
  });

  it('lead to files that there are, through the whole product', () => {
    const modules = productModules();
    const paths = new Set(modules.map(({ path }) => path));
    const missing = modules.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== null && !paths.has(file) && !/\.(css|json)$/u.test(file))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(modules.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });
});
