import { describe, expect, it } from 'vitest';
import { type Module, moduleOf, productModules } from './module-graph.ts';
import { PACKAGES, ROOMS, emptyRooms, packageBreaches, pageBreaches, roomBreaches } from './rooms.ts';
import { textOf } from './sources.ts';

const at = (path: string, ...imports: readonly string[]): readonly Module[] => [
  moduleOf(path, imports.map((name) => `import '${name}';`).join('\n')),
];

describe('the rooms of the house', () => {
  it('import only the rooms that they may', () => {
    expect(roomBreaches(productModules())).toEqual([]);
  });

  it('import only the packages that they may', () => {
    expect(packageBreaches(productModules())).toEqual([]);
  });

  it('have pages that do not know each other', () => {
    expect(pageBreaches(productModules())).toEqual([]);
  });

  it('are all there', () => {
    expect(emptyRooms(productModules(), { ...ROOMS, ...PACKAGES })).toEqual([]);
  });

  it('load nothing of ours into the page but the names of two channels', () => {
    const preload = productModules().find(({ path }) => path === 'electron/preload.ts');
    const loaded = preload?.imports.filter(({ isType }) => !isType).map(({ file, specifier }) => file ?? specifier);
    expect(loaded).toEqual(['electron', 'core/contract/channels.ts']);
  });

  it('have exactly one importer of node-powershell, of ipcMain and of ipcRenderer', () => {
    const importers = (word: string) =>
      productModules()
        .map(({ path }) => path)
        .filter((path) => new RegExp(`import[^;]*\\b${word}\\b[^;]*from|from '${word}'`, 'u').test(textOf(path)));
    expect(importers('node-powershell')).toEqual(['electron/powershell/start-shell.ts']);
    expect(importers('ipcRenderer')).toEqual(['electron/preload.ts']);
    expect(importers('ipcMain')).toEqual(['electron/main.ts']);
  });
});

describe('a breach of the rooms', () => {
  it('names the two files', () => {
    expect(roomBreaches(at('electron/storage/a.ts', '../../core/failure.ts', '../run/b.ts'))).toEqual([
      'electron/storage/a.ts imports electron/run/b.ts, but electron/storage/ imports only: electron/storage/ core/',
    ]);
  });

  it.each([
    ['the other side of the bridge', 'renderer/state/a.ts', '../../electron/run/b.ts'],
    ['the window from the core', 'core/plan/a.ts', '../../electron/window/b.ts'],
    ['a room above', 'core/answers/a.ts', '../plan/b.ts'],
    ['a folder by a name that only begins so', 'electron/plan/a.ts', '../deployments/b.ts'],
    ['another file of the core by preload', 'electron/preload.ts', '../core/plan/b.ts'],
    ['a command by an option', 'electron/command-line/options/a.ts', '../commands/b.ts'],
    ['a file outside of the house', 'core/plan/a.ts', '../../test/b.ts'],
  ])('is found where something imports %s', (_what, path, specifier) => {
    expect(roomBreaches(at(path, specifier))).toHaveLength(1);
  });

  it('is found where a file is in no room', () => {
    expect(roomBreaches(at('electron/elsewhere/a.ts'))).toEqual(['electron/elsewhere/a.ts is in no room']);
  });

  it('is none within a room, nor where the longer name of a room allows it', () => {
    expect(roomBreaches(at('core/plan/a.ts', './b.ts', './deeper/c.ts', '../answers/d.ts'))).toEqual([]);
    expect(roomBreaches(at('electron/command-line/commands/a.ts', '../options/b.ts'))).toEqual([]);
  });
});

describe('a breach by a package', () => {
  it.each([
    ['core/plan/a.ts', 'node:fs'],
    ['core/plan/a.ts', 'zod'],
    ['core/plan/a.ts', 'punycode/punycode.es6.js'],
    ['electron/handlers/a.ts', 'electron'],
    ['electron/command-line/views/a.ts', 'node:fs'],
    ['electron/powershell/a.ts', 'node-powershell'],
    ['renderer/components/a.tsx', 'zustand/react'],
    ['renderer/steps/a.tsx', 'electron'],
    ['renderer/steps/a.tsx', 'node:path'],
    ['elsewhere/a.ts', 'zod/mini'],
  ])('names %s, which imports %s', (path, name) => {
    expect(packageBreaches(at(path, name))).toEqual([`${path} imports ${name}`]);
  });

  it('is none where the room may', () => {
    expect(packageBreaches(at('core/plan/a.ts', 'zod/mini'))).toEqual([]);
    expect(packageBreaches(at('core/domains/a.ts', 'punycode/punycode.es6.js'))).toEqual([]);
    expect(packageBreaches(at('electron/window/a.ts', 'electron', 'node:path'))).toEqual([]);
    expect(packageBreaches(at('electron/powershell/start-shell.ts', 'node-powershell'))).toEqual([]);
  });
});

describe('a page that knows another', () => {
  it('is named, with what it imports', () => {
    expect(pageBreaches(at('renderer/steps/review/a.tsx', '../apply/b.tsx', './c.tsx', '../review.tsx'))).toEqual([
      'renderer/steps/review/a.tsx imports renderer/steps/apply/b.tsx, which is of another page',
    ]);
    expect(pageBreaches(at('renderer/steps/review.tsx', './apply.tsx', './review/a.tsx'))).toHaveLength(1);
  });

  it('is none that only borrows what a run asks, nor the registry of all pages', () => {
    expect(pageBreaches(at('renderer/steps/start/a.tsx', '../apply/b.tsx'))).toEqual([]);
    expect(pageBreaches(at('renderer/steps/registry.ts', './start.tsx', './apply.tsx'))).toEqual([]);
  });
});

describe('a room in which there is nothing', () => {
  it('is named', () => {
    expect(emptyRooms(at('core/plan/a.ts'), { 'core/plan/': [], 'core/plans/': [], 'core/goal.ts': [] })).toEqual([
      'core/plans/',
      'core/goal.ts',
    ]);
  });
});
