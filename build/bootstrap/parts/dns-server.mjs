/**
 * A real DNS server for the tests of the network check: NSD from Debian's packages. It is unpacked into the cache, not
 * installed, so that no service is set up or started on this system.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { PartFailure } from '../failure.mjs';
import { findOnPath } from '../process.mjs';

const INSTALL = 'sudo apt-get update && sudo apt-get install -y nsd';

/** @type {import('../parts.mjs').Part} */
export const dnsServer = {
  name: 'DNS server',
  // Both ask apt, which works for one at a time.
  needs: ['System libraries'],
  optional: true,
  what: 'there is no DNS server for the tests of the network check; those that need one are skipped.',
  next: `to run them, install NSD (on Debian: ${INSTALL}).`,

  find(context) {
    const program = [cachePath(context, 'dns-server', 'nsd'), findOnPath('nsd', context.env), '/usr/sbin/nsd'].find(
      (one) => one && existsSync(one),
    );
    return program ? { values: { dnsServerPath: program } } : undefined;
  },

  async make(context, { run, say, scratch }) {
    if (context.platform !== 'linux' || !findOnPath('apt-get', context.env)) {
      throw new PartFailure('it is unpacked from Debian packages, and this system has none.');
    }
    say('asking Debian for NSD');
    if (context.isRoot) await must(run('apt-get', ['update', '-qq']));
    const { stdout } = await must(run('apt-get', ['install', '--simulate', '--no-install-recommends', 'nsd']));
    const packages = [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
    await must(run('apt-get', ['download', '-qq', ...packages], { cwd: scratch }));
    const unpacked = path.join(scratch, 'unpacked');
    mkdirSync(unpacked);
    for (const file of readdirSync(scratch).filter((name) => name.endsWith('.deb'))) {
      await must(run('dpkg-deb', ['--extract', path.join(scratch, file), unpacked]));
    }
    writeStarter(unpacked);
    await must(run(path.join(unpacked, 'nsd'), ['-v']));
    const place = cachePath(context, 'dns-server');
    rmSync(place, { recursive: true, force: true });
    try {
      renameSync(unpacked, place);
    } catch {
      cpSync(unpacked, place, { recursive: true });
    }
  },
};

/** Starts the program with the libraries that were unpacked beside it. */
function writeStarter(folder) {
  const starter = path.join(folder, 'nsd');
  const libraries = readdirSync(path.join(folder, 'usr', 'lib')).map((name) => `$here/usr/lib/${name}`);
  const lines = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    `LD_LIBRARY_PATH="${libraries.join(':')}" exec "$here/usr/sbin/nsd" "$@"`,
  ];
  writeFileSync(starter, `${lines.join('\n')}\n`);
  chmodSync(starter, 0o755);
}

async function must(running) {
  const outcome = await running;
  if (!outcome.ok) throw new PartFailure(`${outcome.reason} ${outcome.stderr}`.trim());
  return outcome;
}
