import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { npmCommand } from '../../build/bootstrap/process.mjs';
import { fileInTar } from '../../build/bootstrap/tar.mjs';
import { unzip, zipEntries } from '../../build/bootstrap/unzip.mjs';
import { scratchFolder, writeFiles } from './scratch.mjs';

/** Made with Info-ZIP's `zip -y`. */
const sample = readFileSync(path.join(import.meta.dirname, 'fixtures', 'sample.zip'));
const inside = (name) => name.replace(/^app\//, '');

test.skipIf(process.platform === 'win32')(
  'files, folders, links and permission bits come out as they went in',
  async () => {
    const folder = scratchFolder();
    await unzip(sample, folder, inside);
    expect(readdirSync(folder).sort()).toEqual(['empty', 'link', 'locales', 'run', 'tiny']);
    expect(execFileSync(path.join(folder, 'run'), { encoding: 'utf8' })).toBe('hello from the archive\n');
    expect(statSync(path.join(folder, 'tiny')).mode & 0o111).toBe(0);
    expect(lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(path.join(folder, 'link'))).toBe('locales/en.txt');
    expect(readFileSync(path.join(folder, 'locales', 'en.txt'), 'utf8')).toBe('a line that repeats\n'.repeat(200));
    expect(statSync(path.join(folder, 'empty')).isDirectory()).toBe(true);
  },
);

test('entries can be left out and renamed', async () => {
  const folder = scratchFolder();
  await unzip(sample, folder, (name) => (name === 'app/tiny' ? 'renamed' : undefined));
  expect(readdirSync(folder)).toEqual(['renamed']);
});

test('changed content is refused', async () => {
  const broken = Buffer.from(sample);
  const { offset, name } = zipEntries(sample).find((entry) => entry.name === 'app/tiny');
  broken[offset + 30 + name.length + broken.readUInt16LE(offset + 28)] ^= 1;
  await expect(unzip(broken, scratchFolder(), inside)).rejects.toThrow('app/tiny: wrong checksum.');
});

test('an archive that is cut off is refused', async () => {
  await expect(unzip(sample.subarray(0, sample.length - 40), scratchFolder(), inside)).rejects.toThrow('cut off');
});

test.each(['../outside', 'a/../../outside', '/outside', '..\\outside'])('nothing is written to %s', async (name) => {
  const folder = scratchFolder();
  const target = path.join(folder, 'target');
  await expect(unzip(sample, target, () => name)).rejects.toThrow('leads out of the folder');
  expect(existsSync(path.join(folder, 'outside'))).toBe(false);
});

test('a file is found in the archive that npm makes of a package', () => {
  const folder = scratchFolder();
  const content = 'x'.repeat(1300);
  writeFiles(folder, { 'package.json': '{"name":"sample","version":"1.0.0"}', 'some/data.txt': content });
  const [npm, first] = npmCommand(process.env);
  execFileSync(npm, [...first, 'pack', '--silent'], { cwd: folder });
  const tar = gunzipSync(readFileSync(path.join(folder, 'sample-1.0.0.tgz')));
  expect(fileInTar(tar, 'package/some/data.txt').toString()).toBe(content);
  expect(() => fileInTar(tar, 'package/other')).toThrow('does not hold package/other');
});
