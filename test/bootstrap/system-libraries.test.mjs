import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { systemLibraries } from '../../build/bootstrap/parts/system-libraries.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import {
  eventually,
  moduleUrl,
  recordedProgress,
  scratchFolder,
  startNode,
  writeFiles,
  writeProgram,
} from './scratch.mjs';

/**
 * A system of its own: `ldd`, `apt-get`, `apt-cache`, `dpkg` and `sudo` are scripts that write down how they were called.
 * apt-get install provides what is missing.
 */
function system({
  osRelease = 'ID=debian\n',
  isRoot = true,
  hasDisplay = false,
  modern = false,
  broken = '',
  slow = false,
} = {}) {
  const folder = scratchFolder();
  const bin = path.join(folder, 'bin');
  const calls = path.join(folder, 'calls');
  const done = path.join(folder, 'installed');
  writeFiles(folder, { 'etc/os-release': osRelease, calls: '' });
  const log = (name) => `echo "${name} $* $DEBIAN_FRONTEND" >> '${calls}'`;
  const provide = [
    `touch '${done}'`,
    ...['xvfb-run', 'Xvfb', 'xauth'].map(
      (name) => `printf '#!/bin/sh\\n' > '${bin}/${name}'; chmod +x '${bin}/${name}'`,
    ),
    `mkdir -p '${folder}/usr/share/fonts/deep'; touch '${folder}/usr/share/fonts/deep/sans.ttf'`,
  ].join('; ');
  writeProgram(bin, 'ldd', `[ -e '${done}' ] || echo '	libgtk-3.so.0 => not found'`);
  // A slow installation says that it is at it, and waits for a word; it can also be refused.
  const wait = `if [ -e '${folder}/refuse' ]; then echo 'E: Unable to locate package'; exit 100; fi
    touch '${folder}/installing'
    while [ ! -e '${folder}/go' ] && [ -d '${folder}' ]; do sleep 0.01; done; echo more to tell`;
  writeProgram(
    bin,
    'apt-get',
    `${log('apt-get')}; case "$*" in *install*) ${slow ? wait : ''}
     ${provide};; esac`,
  );
  writeProgram(bin, 'apt-cache', `case "$*" in *t64) exit ${modern ? 0 : 100};; esac`);
  writeProgram(bin, 'dpkg', log('dpkg'));
  writeProgram(bin, 'dpkg-query', `[ -e '${done}' ] || echo 'reinstreq ${broken}'; echo 'ok bash'`);
  writeProgram(bin, 'sudo', log('sudo'));
  writeProgram(bin, 'electron', 'echo 33.2.1');
  const context = createContext({
    root: folder,
    systemRoot: folder,
    env: { PATH: `${bin}:/usr/bin:/bin` },
    platform: 'linux',
    isRoot,
    hasDisplay,
    values: { electronPath: path.join(bin, 'electron') },
  });
  const setUp = async () => {
    const { lines, write } = recordedProgress();
    const ready = await makeReady([systemLibraries], context, createProgress({ write }));
    return { ready, text: lines.join('\n') };
  };
  return { folder, context, setUp, calls: () => readFileSync(calls, 'utf8'), provided: () => existsSync(done) };
}

// PATH still holds /bin, where a real Xvfb may be: the scripts come first, and the missing library decides.
describe.skipIf(process.platform === 'win32')('a system that lacks libraries', () => {
  test('as root on Debian they are installed, once, without a question', async () => {
    const { setUp, calls } = system();
    expect(await setUp()).toMatchObject({ ready: true });
    const [update, configure, install] = calls().trim().split('\n');
    expect(update).toMatch(/^apt-get update -qq .* noninteractive$/);
    expect(configure).toBe('dpkg --configure -a noninteractive');
    expect(install).toMatch(
      /^apt-get install -y -qq --no-install-recommends libgtk-3-0 .*xvfb xauth fonts-liberation -o /,
    );
    expect(install).toMatch(/ noninteractive$/);
    const before = calls();
    expect(await setUp()).toMatchObject({ ready: true, text: 'System libraries ... ready (TIME)' });
    expect(calls()).toBe(before);
  });

  test('a package that an earlier installation left half unpacked is installed anew first', async () => {
    const { setUp, calls } = system({ broken: 'libgtk-3-common' });
    expect(await setUp()).toMatchObject({ ready: true });
    expect(calls().split('\n')[2]).toMatch(/^apt-get install -y -qq --fix-broken --reinstall libgtk-3-common -o /);
  });

  test('newer releases name some packages differently', async () => {
    const { setUp, calls } = system({ osRelease: 'ID=ubuntu\nID_LIKE=debian\n', modern: true });
    expect(await setUp()).toMatchObject({ ready: true });
    expect(calls()).toContain('libgtk-3-0t64 libasound2t64 libatk-bridge2.0-0t64 libnss3');
  });

  test.each(['SIGKILL', 'SIGINT'])(
    'an installation goes on to its end when %s ends us in the middle of it',
    async (signal) => {
      const { folder, context, provided } = system({ slow: true });
      const killed = startNode(`
      import { createContext } from ${JSON.stringify(moduleUrl('context.mjs'))};
      import { makeReady } from ${JSON.stringify(moduleUrl('parts.mjs'))};
      import { systemLibraries } from ${JSON.stringify(moduleUrl('parts/system-libraries.mjs'))};
      import { createProgress } from ${JSON.stringify(moduleUrl('progress.mjs'))};
      await makeReady([systemLibraries], createContext(${JSON.stringify(context)}), createProgress());`);
      await eventually(() => existsSync(path.join(folder, 'installing')));
      killed.child.kill(signal);
      await killed.ended;
      expect(provided()).toBe(false);
      writeFiles(folder, { go: '' });
      // The last that it provides.
      await eventually(() => existsSync(path.join(folder, 'usr/share/fonts/deep/sans.ttf')));
    },
  );

  test('an installation that fails says what apt said', async () => {
    const { folder, setUp } = system({ slow: true });
    writeFiles(folder, { refuse: '' });
    const { ready, text } = await setUp();
    expect(ready).toBe(false);
    expect(text).toContain('Why:  apt-get install exited with 100\n        E: Unable to locate package');
  });

  test('with a display no hidden one is installed', async () => {
    const { setUp, calls } = system({ hasDisplay: true });
    expect(await setUp()).toMatchObject({ ready: true });
    expect(calls()).not.toContain('xvfb');
  });

  test('without being root nothing is run, and one command is told', async () => {
    const { setUp, calls, provided } = system({ isRoot: false });
    const { ready, text } = await setUp();
    expect(ready).toBe(false);
    expect(text).toContain('Why:  missing: libgtk-3.so.0');
    expect(text).toContain(
      'sudo apt-get update && sudo apt-get install -y libgtk-3-0 libasound2 libatk-bridge2.0-0 libnss3',
    );
    expect(calls()).toBe('');
    expect(provided()).toBe(false);
  });

  test.each(['ID=fedora\n', 'ID=arch\n'])(
    'on another system (%s) nothing is run, and what is missing is told',
    async (osRelease) => {
      const { setUp, calls } = system({ osRelease });
      const { ready, text } = await setUp();
      expect(ready).toBe(false);
      expect(text).toContain('missing: libgtk-3.so.0');
      expect(text).toContain('Next: install the missing libraries with the package manager of this system');
      expect(calls()).toBe('');
    },
  );
});
