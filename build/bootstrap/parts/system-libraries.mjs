/** What Linux must have for Electron to open a window, and for a window nobody sees where there is no display. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PartFailure } from '../failure.mjs';
import { missingLibraries } from '../missing-libraries.mjs';
import { findOnPath } from '../process.mjs';
import { checkAnswer } from './electron.mjs';

/** Debian packages; where releases name one differently, the first that the system knows is taken. */
const forAnyWindow = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
];
const forHiddenWindow = [['xvfb'], ['xauth'], ['fonts-liberation']];

const fontFolders = ['usr/share/fonts', 'usr/local/share/fonts'];
const aptOptions = [
  '-o',
  'Dpkg::Use-Pty=0',
  '-o',
  'DPkg::Lock::Timeout=180',
  '-o',
  'Acquire::Retries=2',
  '-o',
  'Acquire::http::Timeout=20',
];

/** @type {import('../parts.mjs').Part} */
export const systemLibraries = {
  name: 'System libraries',
  needs: ['Electron'],
  what: 'this system lacks what a window needs.',
  next: 'install the missing libraries with the package manager of this system, then run the command again.',

  async find(context) {
    if (context.platform !== 'linux') return { detail: 'nothing to install on this system' };
    return (await whatIsMissing(context)).length === 0 ? {} : undefined;
  },

  async make(context, { run, say, scratch }) {
    const missing = await whatIsMissing(context);
    const lacking = `missing: ${missing.join(', ')}`;
    if (!isDebian(context) || !findOnPath('apt-get', context.env)) throw new PartFailure(lacking);
    const wanted = context.hasDisplay ? forAnyWindow : [...forAnyWindow, ...forHiddenWindow];
    if (!context.isRoot) throw new PartFailure(lacking, commandFor(await packagesFor(wanted, run)));
    await install(context, wanted, { run, say, scratch });
    const left = await whatIsMissing(context);
    if (left.length > 0) throw new PartFailure(`still missing after the installation: ${left.join(', ')}`);
    await checkAnswer(context.values.electronPath, context, run);
  },
};

/**
 * Runs apt as root, which we are; nothing is ever run through sudo. An installation is never cut off by us: when we are
 * stopped it goes on to its end, and the next run waits for it.
 */
async function install(context, wanted, { run, say, scratch }) {
  const env = { ...context.env, DEBIAN_FRONTEND: 'noninteractive' };
  const letFinish = path.join(scratch, 'output');
  const apt = async (...args) => {
    const { ok, reason } = await run('apt-get', [...args, ...aptOptions], { env, letFinish });
    if (!ok) throw new PartFailure(reason, commandFor(await packagesFor(wanted, run)));
  };
  say('asking Debian for its packages');
  await apt('update', '-qq');
  // Where the whole machine was stopped in mid-installation, apt refuses to go on before this.
  await run('dpkg', ['--configure', '-a'], { env, letFinish });
  const broken = await brokenPackages(run);
  if (broken.length > 0) await apt('install', '-y', '-qq', '--fix-broken', '--reinstall', ...broken);
  const packages = await packagesFor(wanted, run);
  say(`installing ${packages.join(' ')}`);
  await apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Packages that were being unpacked when the machine was stopped. */
async function brokenPackages(run) {
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${db:Status-Eflag} ${binary:Package}\n']);
  return [...stdout.matchAll(/^reinstreq (\S+)$/gm)].map(([, name]) => name);
}

async function packagesFor(wanted, run) {
  const isKnown = async (name) => (await run('apt-cache', ['show', '--no-all-versions', name])).ok;
  const choose = async ([preferred, otherwise]) => {
    return otherwise === undefined || (await isKnown(preferred)) ? preferred : otherwise;
  };
  return Promise.all(wanted.map(choose));
}

function commandFor(packages) {
  return `run this, then the command again:\nsudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
}

async function whatIsMissing(context) {
  const libraries = await missingLibraries(context.values.electronPath, context);
  if (context.hasDisplay) return libraries;
  const programs = ['xvfb-run', 'Xvfb', 'xauth'].filter((name) => !findOnPath(name, context.env));
  return [...libraries, ...programs, ...(hasFont(context) ? [] : ['a font'])];
}

function hasFont({ systemRoot }) {
  return fontFolders.some((folder) => holdsFont(path.join(systemRoot, folder)));
}

function holdsFont(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).some((entry) =>
      entry.isDirectory() ? holdsFont(path.join(folder, entry.name)) : /\.(ttf|otf|ttc)$/i.test(entry.name),
    );
  } catch {
    return false;
  }
}

/** Debian itself and what is built on it, Ubuntu for one. */
function isDebian({ systemRoot }) {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(path.join(systemRoot, 'etc', 'os-release'), 'utf8'));
  } catch {
    return false;
  }
}
