import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { build } from '../../build/bootstrap/parts/build.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { eventually, moduleUrl, recordedProgress, scratchFolder, startNode, writeFiles } from './scratch.mjs';

/** Stands in for the compiler: writes the three bundles from `core/source.txt`; `SLOW` there makes it hang half-way. */
const compiler = `
  const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  const out = process.argv[process.argv.indexOf('--outDir') + 1];
  const source = readFileSync('core/source.txt', 'utf8');
  if (source === 'WRONG') { console.error('source.txt:1 is wrong'); process.exit(1); }
  for (const name of ['main', 'preload', 'renderer']) {
    mkdirSync(out + '/' + name, { recursive: true });
    writeFileSync(out + '/' + name + '/' + name + '.js', source);
    if (source === 'SLOW') { setInterval(() => {}, 1000); break; }
  }`;

function checkoutToBuild() {
  const root = scratchFolder();
  writeFiles(root, {
    'core/source.txt': 'first',
    'build/electron.vite.config.ts': '',
    'package.json': '{}',
    'node_modules/electron-vite/package.json': JSON.stringify({ bin: { 'electron-vite': 'compiler.cjs' } }),
    'node_modules/electron-vite/compiler.cjs': compiler,
  });
  return root;
}

async function setUp(root) {
  const { lines, write } = recordedProgress();
  const ready = await makeReady([build], createContext({ root }), createProgress({ write }));
  return { ready, lines };
}

const product = (root) => path.join(root, 'out', 'main', 'main.js');
const building = 'Build .............. building the app';
const isReady = 'Build .............. ready (TIME)';

test('the app is built once, and again when its sources or the result have changed', async () => {
  const root = checkoutToBuild();
  writeFiles(root, { 'out/test/unit.json': 'kept' });
  expect(await setUp(root)).toEqual({ ready: true, lines: [building, isReady] });
  expect((await setUp(root)).lines).toEqual([isReady]);

  writeFiles(root, { 'core/source.txt': 'second', 'core/old-stale.txt': '' });
  expect((await setUp(root)).lines).toEqual([building, isReady]);
  expect(readFileSync(product(root), 'utf8')).toBe('second');

  writeFileSync(product(root), 'edited by hand');
  expect((await setUp(root)).lines).toEqual([building, isReady]);
  expect(readFileSync(product(root), 'utf8')).toBe('second');

  rmSync(path.join(root, 'out', 'preload'), { recursive: true });
  expect((await setUp(root)).lines).toEqual([building, isReady]);
  expect(readdirSync(path.join(root, 'out')).sort()).toEqual(['.build-stamp', 'main', 'preload', 'renderer', 'test']);
});

test('sources that do not build say why and leave the last build as it was', async () => {
  const root = checkoutToBuild();
  await setUp(root);
  writeFiles(root, { 'core/source.txt': 'WRONG' });
  const { ready, lines } = await setUp(root);
  expect(ready).toBe(false);
  expect(lines.at(-1)).toContain('source.txt:1 is wrong');
  expect(readFileSync(product(root), 'utf8')).toBe('first');
});

test('a build that is killed leaves the last one, and is made by the next run', async () => {
  const root = checkoutToBuild();
  await setUp(root);
  writeFiles(root, { 'core/source.txt': 'SLOW' });
  const killed = startNode(`
    import { createContext } from ${JSON.stringify(moduleUrl('context.mjs'))};
    import { makeReady } from ${JSON.stringify(moduleUrl('parts.mjs'))};
    import { build } from ${JSON.stringify(moduleUrl('parts/build.mjs'))};
    import { createProgress } from ${JSON.stringify(moduleUrl('progress.mjs'))};
    await makeReady([build], createContext({ root: ${JSON.stringify(root)} }), createProgress());`);
  const halfMade = path.join(root, '.cache', 'tmp', 'build', 'main', 'main.js');
  await eventually(() => existsSync(halfMade));
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(readFileSync(product(root), 'utf8')).toBe('first');
  writeFiles(root, { 'core/source.txt': 'third' });
  expect((await setUp(root)).lines).toEqual([building, isReady]);
  expect(readFileSync(product(root), 'utf8')).toBe('third');
});
