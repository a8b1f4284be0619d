/**
 * A real DNS server for the tests of the network check: NSD from Debian's packages. It is unpacked into the cache, not
 * installed, so that no service is set up or started on this system.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { PartFailure } from '../failure.mjs';
import { replaceFolder } from '../files.mjs';
import { findOnPath } from '../process.mjs';

/** @type {import('../types').Part} */
export const dnsServer = {
  name: 'DNS server',
  // Both ask apt, which works for one at a time.
  needs: ['System libraries'],
  optional: true,
  what: 'there is no DNS server for the tests of the network check; those that need one are skipped.',
  next: 'to run them, install NSD (on Debian: sudo apt-get update && sudo apt-get install -y nsd).',

  find(context) {
    const places = [cachePath(context, 'dns-server', 'nsd'), findOnPath('nsd', context.env), '/usr/sbin/nsd'];
    const dnsServerPath = places.find((file) => file && existsSync(file));
    return dnsServerPath ? { values: { dnsServerPath } } : undefined;
  },

  async make(context, { run, say, scratch }) {
    if (context.platform !== 'linux' || !findOnPath('apt-get', context.env)) {
      throw new PartFailure('it is unpacked from Debian packages, and this system has none.');
    }
    say('asking Debian for NSD');
    if (context.isRoot) await run('apt-get', ['update', '-qq']);
    const steps = await run('apt-get', ['install', '--simulate', '--no-install-recommends', 'nsd']);
    const packages = [...steps.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
    await run('apt-get', ['download', '-qq', ...packages], { cwd: scratch });
    const unpacked = path.join(scratch, 'unpacked');
    mkdirSync(unpacked);
    for (const file of readdirSync(scratch).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg-deb', ['--extract', path.join(scratch, file), unpacked]);
    }
    await run(writeStarter(unpacked), ['-v']);
    replaceFolder(unpacked, cachePath(context, 'dns-server'));
  },
};

/** Starts the program with the libraries that were unpacked beside it. */
function writeStarter(folder) {
  const starter = path.join(folder, 'nsd');
  const libraries = readdirSync(path.join(folder, 'usr', 'lib')).map((name) => `$here/usr/lib/${name}`);
  const start = `LD_LIBRARY_PATH="${libraries.join(':')}" exec "$here/usr/sbin/nsd" "$@"`;
  writeFileSync(starter, `#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\n${start}\n`, { mode: 0o755 });
  return starter;
}
