import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_IMPORT_BYTES } from '../../../core/formats/text-encoding.ts';
import { readListFile } from '../../../electron/storage/list-file.ts';
import { containing } from '../../fakes/containing.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function written(content: string | Buffer): Promise<string> {
  const path = join(folder, 'list.csv');
  await writeFile(path, content);
  return path;
}

describe('a list that is imported', () => {
  it.each([
    ['UTF-8', Buffer.from('m\u00FCnchen.de\n')],
    ['UTF-16, as spreadsheets save it', Buffer.from('\uFEFFm\u00FCnchen.de\n', 'utf16le')],
    ["Windows' Western code page", Buffer.from('m\u00FCnchen.de\n', 'latin1')],
  ])('is read in %s, with its name', async (_name, content) => {
    expect(await readListFile(await written(content))).toEqual({
      ok: true,
      value: { name: 'list.csv', text: 'm\u00FCnchen.de\n' },
    });
  });

  it('is taken at exactly the limit, and refused a byte later', async () => {
    expect(await readListFile(await written('a'.repeat(MAX_IMPORT_BYTES)))).toMatchObject({ ok: true });
    expect(await readListFile(await written('a'.repeat(MAX_IMPORT_BYTES + 1)))).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-list', detail: containing('larger than 5 MB') },
    });
  });

  it('is refused when it is no text, a folder, or not there', async () => {
    const noText = await readListFile(await written(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])));
    expect(noText).toMatchObject({ failure: { detail: containing('is no text') } });
    expect(await readListFile(folder)).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    expect(await readListFile(join(folder, 'missing.csv'))).toMatchObject({ ok: false, failure: { kind: 'storage' } });
  });
});
