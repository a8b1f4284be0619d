/** The compiled app in `out/`, made again when something that it is made of has changed. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash, filesUnder } from '../content-hash.mjs';
import { PartFailure } from '../failure.mjs';
import { toolCommand } from '../tools.mjs';

const config = 'build/electron.vite.config.ts';
const products = ['main', 'preload', 'renderer'];
const sources = ['core', 'electron', 'renderer', 'assets', 'package.json', 'package-lock.json'];

/** @type {import('../parts.mjs').Part} */
export const build = {
  name: 'Build',
  needs: ['Dependencies'],
  what: 'the app could not be built.',
  next: 'correct what the message names (npm run check shows more), then run the command again.',

  find(context) {
    const [madeFrom, made] = readStamp(context);
    return madeFrom === sourceHash(context) && made === productList(context) ? {} : undefined;
  },

  async make(context, { run, say, scratch }) {
    const { root } = context;
    const madeFrom = sourceHash(context);
    say('building the app');
    const args = ['build', '--config', config, '--outDir', scratch, '--logLevel', 'warn'];
    const { ok, reason } = await run(...toolCommand(root, 'electron-vite', args));
    if (!ok) throw new PartFailure(reason);
    const lacking = products.filter((name) => !existsSync(path.join(scratch, name)));
    if (lacking.length > 0) throw new PartFailure(`the build made no ${lacking.join(' and no ')}.`);
    rmSync(stampFile(context), { force: true });
    for (const name of products) replace(path.join(scratch, name), path.join(root, 'out', name));
    // Written last: until now, no run trusts what is there.
    writeFileSync(stampFile(context), `${madeFrom}\n${productList(context)}`);
  },
};

/** A running app keeps reading from the folder, so it is never seen half-filled. */
function replace(made, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, `${made}.replaced`);
  renameSync(made, target);
}

function sourceHash({ root }) {
  return contentHash(root, [...sources, config, ...compilerSettings(root, '.'), ...compilerSettings(root, 'build')]);
}

/** Tells a build by hand or an edited file from what was made here. */
function productList({ root }) {
  const out = path.join(root, 'out');
  const files = products.flatMap((name) => filesUnder(out, name));
  const lines = files.map((name) => {
    const { size, mtimeMs } = statSync(path.join(out, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return lines.join('\n');
}

function readStamp(context) {
  const file = stampFile(context);
  if (!existsSync(file)) return [];
  const [madeFrom, ...made] = readFileSync(file, 'utf8').split('\n');
  return [madeFrom, made.join('\n')];
}

function stampFile({ root }) {
  return path.join(root, 'out', '.build-stamp');
}

function compilerSettings(root, folder) {
  const names = readdirSync(path.join(root, folder)).filter((name) => /^tsconfig.*\.json$/.test(name));
  return names.sort().map((name) => `${folder}/${name}`);
}
