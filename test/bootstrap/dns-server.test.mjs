import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { dnsServer } from '../../build/bootstrap/parts/dns-server.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { recordedProgress, scratchFolder, writeFiles, writeProgram } from './scratch.mjs';

/** A system whose `apt-get` and `dpkg-deb` are scripts; what they provide is a program that tells its version. */
function system({ isRoot = true, hasApt = true, works = true } = {}) {
  const folder = scratchFolder();
  const bin = path.join(folder, 'bin');
  const calls = path.join(folder, 'calls');
  writeFiles(folder, { calls: '' });
  const aptGet = [
    `echo "apt-get $*" >> '${calls}'`,
    'case "$*" in',
    '*--simulate*) echo "Inst libfstrm0 (0.6)"; echo "Inst nsd (4.6)";;',
    '*download*) touch nsd_4.6.deb libfstrm0_0.6.deb;;',
    'esac',
  ].join('\n');
  const provide = `printf '#!/bin/sh\\nexit ${works ? 0 : 1}\\n' > "$3/usr/sbin/nsd"; chmod +x "$3/usr/sbin/nsd"`;
  if (hasApt) writeProgram(bin, 'apt-get', aptGet);
  writeProgram(bin, 'dpkg-deb', `mkdir -p "$3/usr/sbin" "$3/usr/lib/here"; ${provide}`);
  const env = { PATH: hasApt ? `${bin}:/usr/bin:/bin` : bin };
  const context = createContext({ root: folder, systemRoot: folder, env, platform: 'linux', isRoot });
  const setUp = async () => {
    const { lines, write } = recordedProgress();
    const ready = await makeReady([dnsServer], context, createProgress({ write }));
    return { ready, text: lines.join('\n') };
  };
  return { setUp, calls: () => readFileSync(calls, 'utf8'), program: path.join(folder, '.cache', 'dns-server', 'nsd') };
}

// A system that has NSD itself needs none of this.
describe.skipIf(process.platform === 'win32' || existsSync('/usr/sbin/nsd'))('a system without a DNS server', () => {
  test('unpacks one into the cache, with the libraries that are missing, and installs nothing', async () => {
    const { setUp, calls, program } = system();
    expect(await setUp()).toMatchObject({ ready: true });
    expect(existsSync(program)).toBe(true);
    expect(calls().trim().split('\n')).toEqual([
      'apt-get update -qq',
      'apt-get install --simulate --no-install-recommends nsd',
      'apt-get download -qq libfstrm0 nsd',
    ]);
  });

  test('does without the list of packages being renewed when it may not do that', async () => {
    const { setUp, calls } = system({ isRoot: false });
    expect(await setUp()).toMatchObject({ ready: true });
    expect(calls()).not.toContain('update');
  });

  test.each([
    ['has no apt-get', { hasApt: false }],
    ['gets one that does not start', { works: false }],
  ])('goes on when it %s, and says which tests are skipped', async (_, options) => {
    const { setUp, program } = system(options);
    const { ready, text } = await setUp();
    expect(ready).toBe(true);
    expect(existsSync(program)).toBe(false);
    expect(text).toContain('those that need one are skipped');
  });
});
