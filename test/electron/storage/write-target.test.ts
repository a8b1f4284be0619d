import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTextFile } from '../../../electron/storage/json-file.ts';
import { isWindowsDevice, writeRefusal } from '../../../electron/storage/write-target.ts';
import { containing } from '../../fakes/containing.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-target-'));
});
afterEach(() => rm(folder, { recursive: true }));

const isPosix = process.platform !== 'win32';

async function refused(path: string, words: string): Promise<void> {
  const before = readdirSync(folder);
  expect(await writeTextFile(path, 'text')).toEqual({
    ok: false,
    failure: { kind: 'no-file', path, detail: containing(words) },
  });
  expect(readdirSync(folder)).toEqual(before);
}

describe('a file', () => {
  it('is written where there is nothing yet, folders included, and in place of another file', async () => {
    const path = join(folder, 'new', 'file.txt');
    for (const text of ['one', 'two']) {
      expect(await writeTextFile(path, text)).toEqual({ ok: true, value: null });
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });

  it('is not written onto a folder', async () => {
    await mkdir(join(folder, 'kept'));
    await refused(join(folder, 'kept'), 'folder');
    await refused(`${folder}/new/`, 'folder');
    await refused('', 'folder');
  });

  it.runIf(isPosix)('is not written onto a pipe, which stays one', async () => {
    const path = join(folder, 'pipe');
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', path]);
    await refused(path, 'pipe');
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  it.runIf(isPosix)('is not written onto a socket', async () => {
    const server = createServer();
    const path = join(folder, 's');
    await new Promise<void>((listening) => server.listen(path, listening));
    await refused(path, 'socket');
    await new Promise((closed) => server.close(closed));
  });

  it.runIf(isPosix).each([
    ['/dev/null', 'device'],
    ['/dev/stdout', 'stream'],
    ['/dev/stderr', 'stream'],
    ['/dev/fd/1', 'stream'],
  ])('is not written onto %s', async (path, words) => {
    const before = lstatSync(path).mode;
    await refused(path, words);
    expect(lstatSync(path).mode).toBe(before);
  });

  it.runIf(isPosix)('is written through a link to a file, and the link stays', async () => {
    await writeFile(join(folder, 'real.txt'), 'old');
    await symlink('real.txt', join(folder, 'link.txt'));
    expect(await writeTextFile(join(folder, 'link.txt'), 'new')).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  });

  it.runIf(isPosix).each([
    ['a device', '/dev/null', 'device'],
    ['a folder', '.', 'folder'],
    ['nothing', 'missing.txt', 'not there'],
    ['itself', 'link.txt', 'leads back'],
  ])('is not written through a link to %s', async (_what, target, words) => {
    await symlink(target, join(folder, 'link.txt'));
    await refused(join(folder, 'link.txt'), words);
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  });

  it.runIf(!isPosix)("is not written onto Windows' null device", async () => {
    expect(await writeRefusal('nul')).toMatchObject({ kind: 'no-file' });
  });

  it.each(['nul', 'C:\\x\\NUL.txt', 'com1', 'LPT9.csv', 'con ', String.raw`\\.\pipe\x`])(
    'knows %s as a device of Windows',
    (path) => {
      expect(isWindowsDevice(path)).toBe(true);
    },
  );

  it.each(['null.txt', 'C:\\com10', 'C:\\console\\report.html'])('knows %s as none', (path) => {
    expect(isWindowsDevice(path)).toBe(false);
  });
});
