/** The npm packages, exactly as the lock file names them. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PartFailure } from '../failure.mjs';
import { readText } from '../files.mjs';
import { npmCommand } from '../process.mjs';

/** @type {import('../types').Part} */
export const dependencies = {
  name: 'Dependencies',
  needs: [],
  what: 'the npm packages that this project needs could not be installed.',
  next: 'check the connection to the npm registry (npm ping), then run the command again.',

  find(context) {
    const lock = readJson(path.join(context.root, 'package-lock.json'));
    if (!lock)
      throw new PartFailure('package-lock.json is missing or broken.', 'restore it: git checkout package-lock.json');
    const { '': project, ...packages } = lock.packages;
    const installed = readJson(recordOf(context))?.packages;
    const isInstalled = ([name, entry]) =>
      installed[name]?.integrity === entry.integrity && existsSync(path.join(context.root, name, 'package.json'));
    const isCurrent =
      installed &&
      asksForTheSame(project, readJson(path.join(context.root, 'package.json'))) &&
      Object.entries(packages).every((each) => isInstalled(each) || mayBeLeftOut(each[1], context));
    return isCurrent ? { detail: `${Object.keys(installed).length} packages` } : undefined;
  },

  async make(context, { say, run }) {
    rmSync(recordOf(context), { force: true });
    say('installing the packages of package-lock.json');
    const [npm, first] = npmCommand(context.env);
    await run(npm, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  },
};

/** npm's own record of what it has installed; the last file that it writes. */
function recordOf({ root }) {
  return path.join(root, 'node_modules', '.package-lock.json');
}

function asksForTheSame(project, manifest) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every((kind) =>
    isDeepStrictEqual(project?.[kind], manifest?.[kind]),
  );
}

/** Optional packages are for one platform each. Those for this one are there, unless a checkout is shared by two. */
function mayBeLeftOut({ optional, os, cpu, libc }, { platform, arch }) {
  const isForHere = os?.includes(platform) && cpu?.includes(arch) && !libc;
  return optional && !isForHere;
}

function readJson(file) {
  try {
    return JSON.parse(readText(file));
  } catch {
    return undefined;
  }
}
