/** The npm packages, exactly as the lock file names them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '../content-hash.mjs';
import { PartFailure } from '../failure.mjs';
import { stampOf, removeStamp, writeStamp } from '../place.mjs';
import { npmCommand } from '../process.mjs';

/** npm's own record of what it has installed; the last file that it writes. */
const npmRecord = '.package-lock.json';

/** @type {import('../parts.mjs').Part} */
export const dependencies = {
  name: 'Dependencies',
  needs: [],
  what: 'the npm packages that this project needs could not be installed.',
  next: 'check the connection to the npm registry (npm ping), then run the command again.',

  find(context) {
    const folder = modulesOf(context);
    const lock = readJson(path.join(context.root, 'package-lock.json'));
    if (!lock)
      throw new PartFailure('package-lock.json is missing or broken.', 'restore it: git checkout package-lock.json');
    if (!isComplete(context.root, lock)) return undefined;
    const stamp = stampFor(context);
    if (stampOf(folder) !== stamp) {
      if (stampOf(folder) !== undefined || !npmInstalled(folder, lock)) return undefined;
      // Installed by hand with npm: nothing needs to be done again.
      writeStamp(folder, stamp);
    }
    return { detail: `${Object.keys(lock.packages).length - 1} packages` };
  },

  async make(context, { say, run }) {
    const folder = modulesOf(context);
    removeStamp(folder);
    rmSync(path.join(folder, npmRecord), { force: true });
    say('installing the packages of package-lock.json');
    const [npm, first] = npmCommand(context.env);
    const { ok, reason } = await run(npm, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (!ok) throw new PartFailure(reason);
    writeStamp(folder, stampFor(context));
  },
};

function modulesOf(context) {
  return path.join(context.root, 'node_modules');
}

/** Packages hold programs for one platform, so a checkout that is shared by two is installed anew. */
function stampFor({ root, platform, arch }) {
  return contentHash(root, ['package-lock.json', 'package.json'], { also: [platform, arch] });
}

/** Whether every package has its folder. Optional ones may be left out: they are for other platforms. */
function isComplete(root, lock) {
  return Object.entries(lock.packages).every(
    ([name, entry]) => name === '' || entry.optional || existsSync(path.join(root, name, 'package.json')),
  );
}

function npmInstalled(folder, lock) {
  const record = readJson(path.join(folder, npmRecord));
  return (
    record !== undefined &&
    Object.entries(lock.packages).every(
      ([name, entry]) => name === '' || entry.optional || record.packages[name]?.integrity === entry.integrity,
    )
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
