/** The compiled app in `out/`, made again when something that it is made of, or itself, has changed. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PartFailure } from '../failure.mjs';
import { contentHash, readText, replaceFolder } from '../files.mjs';
import { toolCommand } from '../tools.mjs';

const config = 'build/electron.vite.config.ts';
const products = ['main', 'preload', 'renderer'];
const settings = [config, 'package.json', 'package-lock.json', 'tsconfig.json', 'build/tsconfig.base.json'];
const sources = ['core', 'electron', 'renderer', 'assets', ...settings];

/** @type {import('../types').Part} */
export const build = {
  name: 'Build',
  needs: ['Dependencies'],
  what: 'the app could not be built.',
  next: 'correct what the message names (npm run check shows more), then run the command again.',

  find({ root }) {
    return readText(stampFile(root)) === stampFor(root) ? {} : undefined;
  },

  async make({ root }, { run, say, scratch }) {
    const madeFrom = contentHash(root, sources);
    say('building the app');
    const args = ['build', '--config', config, '--outDir', scratch, '--logLevel', 'warn'];
    await run(...toolCommand(root, 'electron-vite', args));
    const lacking = products.filter((name) => !existsSync(path.join(scratch, name)));
    if (lacking.length > 0) throw new PartFailure(`the build made no ${lacking.join(' and no ')}.`);
    rmSync(stampFile(root), { force: true });
    for (const name of products) replaceFolder(path.join(scratch, name), path.join(root, 'out', name));
    // Written last: until now, no run trusts what is there.
    writeFileSync(stampFile(root), stampFor(root, madeFrom));
  },
};

/** What the products were made from and are: a build by hand or an edited file is told from what was made here. */
function stampFor(root, madeFrom = contentHash(root, sources)) {
  return `${madeFrom} ${contentHash(path.join(root, 'out'), products)}`;
}

function stampFile(root) {
  return path.join(root, 'out', '.build-stamp');
}
