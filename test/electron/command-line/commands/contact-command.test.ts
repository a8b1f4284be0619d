import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../../../electron/command-line/run-cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contact-command-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function call(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await runCli(['contact-address', ...args], {
    version: 'test',
    assetsDir: folder,
    powershellOverride: null,
    programData: null,
    streams: { out: (text) => (written.out += text), err: (text) => (written.err += text) },
    isInteractive: false,
    onInterrupt: () => undefined,
    log: () => undefined,
  });
  return { code, ...written };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const PEOPLE = 'Name;Mail\r\nBob;bob@contoso.com\r\nAnn;ann@outlook.com\r\n';

describe('contact-address', () => {
  test('says what to type for each address, and why; a refused one makes it exit with 2', async () => {
    const { code, out } = await call('bob@contoso.com', 'live:bob');
    expect(code).toBe(2);
    expect(out).toMatch(/^bob@contoso\.com -> bob\(contoso\.com\)@msn\.com {2}Another domain: it goes in brackets\./u);
    expect(out).toMatch(/^live:bob -> - {2}There is no @ in this/mu);
  });

  test('goes back with --reverse', async () => {
    const { code, out } = await call('--reverse', '--json', 'bob(contoso.com)@msn.com');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { input: 'bob(contoso.com)@msn.com', email: 'bob@contoso.com', changed: true, code: 'decorated', cautions: [] },
    ]);
  });

  test("takes another list of Microsoft's domains", async () => {
    const { out } = await call('--microsoft-domains', 'live.fr,live.com', '--json', 'bob@live.fr', 'bob@msn.com');
    expect(JSON.parse(out)).toMatchObject([{ address: 'bob@live.fr' }, { address: 'bob(msn.com)@msn.com' }]);
  });

  test('converts a CSV file: the column guessed, the delimiter kept, the other columns as they were', async () => {
    const { code, out, err } = await call('--csv', await file('people.csv', PEOPLE));
    expect(code).toBe(0);
    const [head, bob, ann] = out.split('\r\n');
    expect(head).toBe('Name;Mail;Address to type;Why');
    expect(bob).toMatch(/^Bob;bob@contoso\.com;bob\(contoso\.com\)@msn\.com;/u);
    expect(ann).toMatch(/^Ann;ann@outlook\.com;ann@outlook\.com;/u);
    expect(err).toBe('2 converted\n');
  });

  test('writes the converted file for spreadsheets, and what was refused stands in it with its reason', async () => {
    const path = join(folder, 'out', 'result.csv');
    const people = await file('people.csv', `${PEOPLE}Eve;eve.skype\n=1+1;+eve@contoso.com\n`);
    const { code, out, err } = await call('--csv', people, '--column', 'mail', '--out', path);
    expect(code).toBe(2);
    expect(out).toBe(`Written: ${path}\n`);
    expect(err).toBe('3 converted, 1 cannot be used\n');
    const text = await readFile(path, 'utf8');
    expect(text.startsWith('\uFEFFName;Mail;Address to type;Why\r\n')).toBe(true);
    expect(text).toContain('Eve;eve.skype;;');
    expect(text).toContain("'=1+1;'+eve@contoso.com;'+eve(contoso.com)@msn.com;");
  });

  test('reads back what it wrote, and gives the very same addresses', async () => {
    const path = join(folder, 'result.csv');
    await call('--csv', await file('people.csv', 'Mail\n+eve@contoso.com\njürgen@münchen.de\n'), '--out', path);
    const { out } = await call('--csv', path, '--column', '2', '--reverse', '--json');
    expect(JSON.parse(out)).toMatchObject([{ email: '+eve@contoso.com' }, { email: 'jürgen@münchen.de' }]);
  });

  test.each([
    ['Windows-1252', Uint8Array.from(Buffer.from('Mail\njürgen@contoso.com\n', 'latin1'))],
    ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFMail\njürgen@contoso.com\n', 'utf16le'))],
    ['UTF-8', Uint8Array.from(Buffer.from('\uFEFFMail\njürgen@contoso.com\n', 'utf8'))],
  ])('reads a file in %s', async (_encoding, bytes) => {
    const { out } = await call('--csv', await file('people.csv', bytes), '--json');
    expect(JSON.parse(out)).toMatchObject([{ address: 'jürgen(contoso.com)@msn.com' }]);
  });

  test.each([
    [
      'no column of that name',
      ['--column', 'E-mail'],
      /There is no column "E-mail"\. The first line has: 1 Name, 2 Mail/u,
    ],
    ['addresses besides', ['bob@contoso.com'], /not both/u],
    ['a list that holds no domain', ['--microsoft-domains', ', '], /at least one domain/u],
    ['a list with what is no domain', ['--microsoft-domains', 'live.com,live'], /No domain name .*: live\./u],
    ['a language besides', ['--hand-out', 'de'], /--hand-out takes no addresses/u],
  ])('refuses a file with %s', async (_what, args, words) => {
    const { code, out, err } = await call('--csv', await file('people.csv', PEOPLE), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });

  test.each([
    ['nothing at all', [], /Name addresses/u],
    ['a column without a file', ['--column', '1', 'bob@contoso.com'], /goes with --csv/u],
    ['a language that there is not', ['--hand-out', 'fr'], /Allowed choices are en, de/u],
  ])('refuses %s', async (_what, args, words) => {
    const { code, err } = await call(...args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  test.each([
    ['is not there', null, /ENOENT/u],
    ['is empty', '\r\n', /empty/u],
    ['has an open quotation mark', 'a,b\n"c,d\n', /line 2 is never closed/u],
    ['is too large', 'x'.repeat(5 * 1024 * 1024 + 1), /larger than 5 MB/u],
    ['is no text', 'PK\u0003\u0004\u0000\u0000', /is no text/u],
  ])('says so when the file %s', async (_what, content, words) => {
    const path = content === null ? join(folder, 'none.csv') : await file('people.csv', content);
    const { code, out, err } = await call('--csv', path, '--json');
    expect(code).toBe(8);
    expect(JSON.parse(out)).toMatchObject({ error: { kind: content === null ? 'storage' : 'invalid-list', path } });
    expect(err).toMatch(words);
  });

  test('says its result also where it cannot be saved', async () => {
    const path = join(await file('a-file', ''), 'result.json');
    const { code, out, err } = await call('bob@contoso.com', '--out', path);
    expect(code).toBe(8);
    expect(out).toContain('bob(contoso.com)@msn.com');
    expect(err).toContain(path);
  });

  test.each(['the list', 'the hand-out'])('does not write %s onto a folder', async (what) => {
    const args = what === 'the list' ? ['--csv', await file('people.csv', PEOPLE)] : ['--hand-out', 'en'];
    const { code, out } = await call(...args, '--out', folder, '--json');
    expect(code).toBe(8);
    expect(JSON.parse(out)).toMatchObject({
      error: { kind: 'no-file', path: folder, message: `${folder}: It is a folder.` },
    });
  });
});

describe('the hand-out', () => {
  test.each([
    ['en', 'Adding a Skype contact', 'Contacts not using Lync'],
    ['de', 'Einen Skype-Kontakt', 'Benachrichtigungen'],
  ])('is written in %s as a page of its own, with the rule by example', async (language, title, alerts) => {
    const path = join(folder, 'hand-out.html');
    expect((await call('--hand-out', language, '--out', path)).code).toBe(0);
    const page = await readFile(path, 'utf8');
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(title);
    expect(page).toContain(alerts);
    expect(page).toContain('anna(contoso.com)@msn.com');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('<script');
  });

  test('is text for a file that ends in .txt, and on standard output', async () => {
    const path = join(folder, 'hand-out.txt');
    await call('--hand-out', 'en', '--out', path);
    const { out } = await call('--hand-out', 'en');
    expect(await readFile(path, 'utf8')).toBe(out);
    expect(out).toMatch(/^Adding a Skype contact in Lync or Skype for Business\n={52}\n/u);
    expect(out).toMatch(/^1\. After the change/mu);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("names the domains that count as Microsoft's own", async () => {
    const { out } = await call('--hand-out', 'de', '--microsoft-domains', 'live.fr');
    expect(out).toContain('anna@live.fr');
    expect(out).not.toContain('hotmail');
  });
});
