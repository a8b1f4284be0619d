/** What Linux must have for Electron to open a window, and for a window nobody sees where there is no display. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PartFailure } from '../failure.mjs';
import { readText } from '../files.mjs';
import { findOnPath } from '../process.mjs';
import { checkAnswer, missingLibraries } from './electron.mjs';

/** Debian packages; those with a time of 64 bits have another name in newer releases, which is taken where it is known. */
const forAnyWindow = ['libnss3', 'libgbm1', 'libxss1', 'libxtst6'];
const withTime64 = ['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0'];
const forHiddenWindow = ['xvfb', 'xauth', 'fonts-liberation'];

const aptSettings = ['Dpkg::Use-Pty=0', 'DPkg::Lock::Timeout=180', 'Acquire::Retries=2', 'Acquire::http::Timeout=20'];
const aptOptions = aptSettings.flatMap((setting) => ['-o', setting]);

/** @type {import('../types').Part} */
export const systemLibraries = {
  name: 'System libraries',
  needs: ['Electron'],
  what: 'this system lacks what a window needs.',
  next: 'install the missing libraries with the package manager of this system, then run the command again.',

  async find(context) {
    if (context.platform !== 'linux') return { detail: 'nothing to install on this system' };
    return (await whatIsMissing(context)).length === 0 ? {} : undefined;
  },

  async make(context, job) {
    const lacking = `missing: ${(await whatIsMissing(context)).join(', ')}`;
    if (!isDebian(context) || !findOnPath('apt-get', context.env)) throw new PartFailure(lacking);
    if (!context.isRoot) {
      const command = `sudo apt-get update && sudo apt-get install -y ${(await packagesFor(context, job)).join(' ')}`;
      throw new PartFailure(lacking, `run this, then the command again:\n${command}`);
    }
    await install(context, job);
    const left = await whatIsMissing(context);
    if (left.length > 0) throw new PartFailure(`still missing after the installation: ${left.join(', ')}`);
    await checkAnswer(context.values.electronPath, context);
  },
};

/**
 * Runs apt as root, which we are; nothing is ever run through sudo. An installation is never cut off by us: it has a
 * session of its own and writes to a file, so that it goes on to its end when we are stopped, and the next run waits for it.
 */
async function install(context, job) {
  const env = { ...context.env, DEBIAN_FRONTEND: 'noninteractive' };
  const output = path.join(job.scratch, 'output');
  const script = '"$@" > "$0" 2>&1; code=$?; tail -n 12 "$0"; exit $code';
  const toItsEnd = async (...args) => {
    const failed = ({ message }) =>
      Promise.reject(new PartFailure(message.replace('setsid', args.slice(0, 2).join(' '))));
    await job.run('setsid', ['--wait', 'sh', '-c', script, output, ...args], { env }).catch(failed);
  };
  const apt = (...args) => toItsEnd('apt-get', ...args, ...aptOptions);
  job.say('asking Debian for its packages');
  await apt('update', '-qq');
  // Where the whole machine was stopped in mid-installation, apt refuses to go on before this.
  await toItsEnd('dpkg', '--configure', '-a').catch(() => undefined);
  const broken = await brokenPackages(job);
  if (broken.length > 0) await apt('install', '-y', '-qq', '--fix-broken', '--reinstall', ...broken);
  const packages = await packagesFor(context, job);
  job.say(`installing ${packages.join(' ')}`);
  await apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Packages that were being unpacked when the machine was stopped. */
async function brokenPackages({ run }) {
  const packages = await run('dpkg-query', ['-W', '-f', '${db:Status-Eflag} ${binary:Package}\n']);
  return [...packages.matchAll(/^reinstreq (\S+)$/gm)].map(([, name]) => name);
}

async function packagesFor({ hasDisplay }, { run }) {
  const isKnown = (name) => run('apt-cache', ['show', '--no-all-versions', name]).catch(() => false);
  const newest = async (name) => ((await isKnown(`${name}t64`)) === false ? name : `${name}t64`);
  return [...(await Promise.all(withTime64.map(newest))), ...forAnyWindow, ...(hasDisplay ? [] : forHiddenWindow)];
}

async function whatIsMissing(context) {
  const libraries = await missingLibraries(context.values.electronPath, context);
  if (context.hasDisplay) return libraries;
  const programs = ['xvfb-run', 'Xvfb', 'xauth'].filter((name) => !findOnPath(name, context.env));
  return [...libraries, ...programs, ...(hasFont(context) ? [] : ['a font'])];
}

function hasFont({ systemRoot }) {
  const folders = ['usr/share/fonts', 'usr/local/share/fonts'].map((name) => path.join(systemRoot, name));
  const files = folders.filter((each) => existsSync(each)).flatMap((each) => readdirSync(each, { recursive: true }));
  return files.some((name) => /\.(ttf|otf|ttc)$/i.test(name));
}

/** Debian itself and what is built on it, Ubuntu for one. */
function isDebian({ systemRoot }) {
  const release = readText(path.join(systemRoot, 'etc', 'os-release'));
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release ?? '');
}
