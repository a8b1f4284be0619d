import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { dependencies } from '../../build/bootstrap/parts/dependencies.mjs';
import { npmCommand } from '../../build/bootstrap/process.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { recordedProgress, scratchFolder, writeFiles } from './scratch.mjs';

const [npm, first] = npmCommand(process.env);

/** A checkout whose only package comes from an archive beside it, so that npm needs no registry; each test gets a copy. */
const prepared = mkdtempSync(path.join(tmpdir(), 'bootstrap-test-'));
writeFiles(prepared, { 'package.json': '{"name":"sample","version":"1.0.0"}' });
addPackage(prepared, 'leaf');
afterAll(() => rmSync(prepared, { recursive: true }));

function checkoutWithPackage() {
  const root = scratchFolder();
  cpSync(prepared, root, { recursive: true });
  return root;
}

/** Makes a package, and has package.json and the lock file ask for it. */
function addPackage(root, name) {
  writeFiles(root, {
    [`${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: `${name}.js` }),
    [`${name}/${name}.js`]: '',
  });
  execFileSync(npm, [...first, 'pack', '--silent', `./${name}`], { cwd: root });
  execFileSync(npm, [...first, 'install', '--package-lock-only', '--silent', `./${name}-1.0.0.tgz`], { cwd: root });
}

async function setUp(root) {
  const { lines, write } = recordedProgress();
  const ready = await makeReady([dependencies], createContext({ root }), createProgress({ write }));
  return { ready, lines };
}

const installing = 'Dependencies ....... installing the packages of package-lock.json';
const isReady = 'Dependencies ....... ready (TIME): 1 packages';

test('packages are installed once, and again when something is wrong with them', async () => {
  const root = checkoutWithPackage();
  const modules = path.join(root, 'node_modules');
  expect(await setUp(root)).toEqual({ ready: true, lines: [installing, isReady] });
  expect(existsSync(path.join(modules, 'leaf', 'leaf.js'))).toBe(true);
  expect((await setUp(root)).lines).toEqual([isReady]);

  // A package is gone.
  rmSync(path.join(modules, 'leaf'), { recursive: true });
  expect((await setUp(root)).lines).toEqual([installing, isReady]);

  // An installation was cut off: the packages are there, npm's record is not.
  rmSync(path.join(modules, '.package-lock.json'));
  expect((await setUp(root)).lines).toEqual([installing, isReady]);

  // The project asks for one more.
  addPackage(root, 'twig');
  expect((await setUp(root)).lines).toEqual([installing, isReady.replace('1', '2')]);
  expect(existsSync(path.join(modules, 'twig', 'twig.js'))).toBe(true);
});

test('packages of a checkout that was installed on another system are installed anew', async () => {
  const root = checkoutWithPackage();
  await setUp(root);
  const forHere = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] };
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const withOptional = (entry) => ({ ...lock, packages: { ...lock.packages, 'node_modules/native': entry } });
  writeFiles(root, { 'package-lock.json': JSON.stringify(withOptional({ ...forHere, os: ['aix'] })) });
  expect((await setUp(root)).lines).toEqual([isReady]);
  writeFiles(root, { 'package-lock.json': JSON.stringify(withOptional(forHere)) });
  expect((await setUp(root)).lines[0]).toBe(installing);
});

test('what npm has installed by hand is not installed again', async () => {
  const root = checkoutWithPackage();
  execFileSync(npm, [...first, 'ci', '--silent'], { cwd: root });
  expect((await setUp(root)).lines).toEqual([isReady]);
  expect((await setUp(root)).lines).toEqual([isReady]);
});

test('packages that do not match the lock file are not used, and what npm says about it is shown', async () => {
  const root = checkoutWithPackage();
  await setUp(root);
  writeFiles(root, {
    'package.json': JSON.stringify({
      name: 'sample',
      version: '1.0.0',
      dependencies: { leaf: 'file:other-2.0.0.tgz' },
    }),
  });
  const { ready, lines } = await setUp(root);
  expect(ready).toBe(false);
  expect(lines.at(-1)).toContain('npm ci exited with');
  expect(lines.at(-1)).toContain('other-2.0.0.tgz');
  expect(lines.at(-1)).toContain('Next: check the connection');
});

test('a missing lock file is said', async () => {
  const { ready, lines } = await setUp(scratchFolder());
  expect(ready).toBe(false);
  expect(lines.at(-1)).toContain('package-lock.json is missing or broken.');
});
