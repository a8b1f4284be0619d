import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contactHandlers } from '../../../electron/handlers/contact-handlers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contact-handlers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Handlers whose dialogs answer with a path, and the names that the dialogs were opened with. */
function handlersAt(path: string | null) {
  const suggested: string[] = [];
  const choose = async (name: string) => {
    suggested.push(name);
    return path;
  };
  const handlers = contactHandlers({ chooseListPath: choose, chooseHandOutPath: choose }, () => '2024-05-06');
  return { handlers, suggested };
}

const LIST = {
  direction: 'to-address' as const,
  microsoftDomains: ['live.com'],
  list: {
    table: { delimiter: ',' as const, rows: [['Mail'], ['bob@contoso.com'], ['=x@contoso.com'], ['ann@live.com']] },
    column: 0,
    hasHeader: true,
  },
};

describe('saving a list', () => {
  test('writes what each address became, and no formula', async () => {
    const path = join(folder, 'list.csv');
    const { handlers, suggested } = handlersAt(path);
    expect(await handlers['contacts.save'](LIST)).toEqual({ ok: true, value: path });
    const lines = (await readFile(path, 'utf8')).split('\r\n').map((line) => line.split(',').slice(0, 2));
    expect(lines).toEqual([
      ['\uFEFFMail', 'Address to type'],
      ['bob@contoso.com', 'bob(contoso.com)@msn.com'],
      ["'=x@contoso.com", "'=x(contoso.com)@msn.com"],
      ['ann@live.com', 'ann@live.com'],
      [''],
    ]);
    expect(suggested).toEqual(['skype-contacts-2024-05-06.csv']);
  });

  test('writes nothing when the dialog is closed', async () => {
    const { handlers } = handlersAt(null);
    expect(await handlers['contacts.save'](LIST)).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual([]);
  });

  test('says why when the file cannot be written', async () => {
    const { handlers } = handlersAt(folder);
    expect(await handlers['contacts.save'](LIST)).toMatchObject({
      ok: false,
      failure: { kind: 'no-file', path: folder },
    });
  });
});

describe('saving the hand-out', () => {
  test.each([
    ['hand-out.html', /^<!doctype html>\s*<html lang="de">/u],
    ['hand-out.TXT', /^Einen Skype-Kontakt/u],
  ])('writes %s in the form that its name asks for', async (name, beginning) => {
    const path = join(folder, name);
    const { handlers, suggested } = handlersAt(path);
    await handlers['hand-out.save']({ language: 'de', microsoftDomains: ['live.com', '<b>'] });
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(beginning);
    expect(text).toContain('anna@live.com');
    expect(text.includes('<b>')).toBe(name.endsWith('TXT'));
    expect(suggested).toEqual(['skype-contacts-de.html']);
  });
});
