import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Who may import what beside its own folder: the table of ARCHITECTURE.md, checked against every import there is. */
const RULES: readonly { readonly of: RegExp; readonly files: RegExp; readonly packages: RegExp }[] = [
  { of: /^core\/domains\//u, files: /^core\//u, packages: /^(zod\/mini|punycode\/punycode\.es6\.js)$/u },
  { of: /^core\//u, files: /^core\//u, packages: /^zod\/mini$/u },
  {
    of: /^renderer\/components\//u,
    files: /^(core|renderer\/components)\//u,
    packages: /^(react|@fluentui\/react-(components|icons(\/svg\/[\w-]+)?))$/u,
  },
  {
    of: /^renderer\//u,
    files: /^(core|renderer)\//u,
    packages: /^(react|react-dom\/client|zustand(\/\w+)*|@fluentui\/react-(components|icons(\/svg\/[\w-]+)?))$/u,
  },
  { of: /^electron\/preload\.ts$/u, files: /^core\//u, packages: /^electron$/u },
  {
    of: /^electron\/powershell\/start-shell\.ts$/u,
    files: /^(core|electron\/powershell)\//u,
    packages: /^(node:.*|node-powershell|zod\/mini)$/u,
  },
  { of: /^electron\/powershell\//u, files: /^(core|electron\/powershell)\//u, packages: /^(node:.*|zod\/mini)$/u },
  {
    of: /^electron\/(main\.ts$|window\/)/u,
    files: /^(core|electron)\/|^package\.json$/u,
    packages: /^(electron|node:.*|zod\/mini)$/u,
  },
  {
    of: /^electron\//u,
    files: /^(core|electron)\/|^package\.json$/u,
    packages: /^(node:.*|zod\/mini|commander|env-paths|write-file-atomic)$/u,
  },
];

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/gu)].map((match) => match[1] ?? '');
}

function breaches(file: string): string[] {
  const rule = RULES.find(({ of }) => of.test(file));
  if (!rule) return [`${file} has no rule`];
  return importsOf(file)
    .filter((name) => !name.endsWith('.css'))
    .filter((name) => {
      if (!name.startsWith('.')) return !rule.packages.test(name);
      return !rule.files.test(relative(ROOT, resolve(ROOT, dirname(file), name)).replaceAll('\\', '/'));
    })
    .map((name) => `${file} imports ${name}`);
}

describe('the rooms of the house', () => {
  it.each(['core', 'electron', 'renderer'])('%s imports only what it may', (folder) => {
    const files = sourcesIn(folder);
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap(breaches)).toEqual([]);
  });

  it('has exactly one importer of node-powershell, of ipcMain and of ipcRenderer', () => {
    const importers = (word: string) =>
      ['core', 'electron', 'renderer'].flatMap(sourcesIn).filter((file) => {
        const text = readFileSync(join(ROOT, file), 'utf8');
        return new RegExp(`import[^;]*\\b${word}\\b[^;]*from|from '${word}'`, 'u').test(text);
      });
    expect(importers('node-powershell')).toEqual(['electron/powershell/start-shell.ts']);
    expect(importers('ipcRenderer')).toEqual(['electron/preload.ts']);
    expect(importers('ipcMain').length).toBeLessThanOrEqual(2);
  });
});
