import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvTable, type Delimiter, csvText, readCsv } from '../../../core/formats/csv.ts';

const DELIMITER = fc.constantFrom<Delimiter>(',', ';', '\t');
const HOSTILE = fc.stringMatching(/^['"=+@\t\r\n,;|\u200b a-]{0,8}$/u);
const VALUE = fc.oneof(HOSTILE, fc.string({ unit: 'grapheme', maxLength: 8 }));
/** A table with a heading, by which the delimiter is known. */
const TABLE = fc
  .tuple(DELIMITER, fc.array(fc.array(VALUE, { minLength: 2, maxLength: 4 }), { maxLength: 5 }))
  .map(([delimiter, body]): CsvTable => ({ delimiter, rows: [['first column', 'second'], ...body] }));

/** What another program reads: each value as it stands in the file, guards included. */
function readElsewhere(text: string, delimiter: Delimiter): unknown[] {
  const { data, errors } = Papa.parse(text, { delimiter, newline: '\r\n' });
  expect(errors).toEqual([]);
  // It takes the end of the last line for the beginning of another.
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1);
}

/** What a spreadsheet takes for a formula: quotation marks and what is invisible before it do not count. */
const FORMULA = /^[\s"\u200b]*[=+\-@＝＋－＠]/u;

function withoutGuards(rows: readonly unknown[]): unknown {
  return JSON.parse(JSON.stringify(rows).replaceAll("'", ''));
}

function rowsOf(text: string): CsvTable['rows'] {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value.rows;
}

describe('reading CSV', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'commas',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\nc,x;d',
      [
        ['a', 'b'],
        ['c,x', 'd'],
      ],
    ],
    [
      'tabs',
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['one column', 'a\nb', [['a'], ['b']]],
    ['quotation marks', '"a,1","say ""hi""","two\r\nlines"', [['a,1', 'say "hi"', 'two\r\nlines']]],
    ['marks in the middle', '"bob smith"@contoso.com,5" disk', [['"bob smith"@contoso.com', '5" disk']]],
    [
      'empty values',
      'a,,b\n,,\n"",x',
      [
        ['a', '', 'b'],
        ['', '', ''],
        ['', 'x'],
      ],
    ],
    ['a delimiter at the end', 'a,b,', [['a', 'b', '']]],
    ['empty lines', '\n\na\n\r\n\nb\n\n', [['a'], ['b']]],
    ['a byte order mark', '\uFEFF"a",b', [['a', 'b']]],
    [
      'delimiters in a quoted heading',
      '"Name, first; second";E-mail\nx;y',
      [
        ['Name, first; second', 'E-mail'],
        ['x', 'y'],
      ],
    ],
    ['nothing', '', []],
  ])('understands %s', (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('names the line of a quotation mark that is never closed', () => {
    expect(readCsv('a,b\r\nc,d\n"e,f\ng')).toEqual({ ok: false, failure: { kind: 'unclosed-quote', line: 3 } });
  });
});

describe('a line of millions of values', () => {
  it('is read alone, and refused beside so many others that the table would not fit into memory', () => {
    expect(readCsv(','.repeat(5_000_000)).ok).toBe(true);
    expect(readCsv(`${','.repeat(2_000_000)}\n${'a\n'.repeat(1000)}`)).toEqual({
      ok: false,
      failure: { kind: 'too-wide' },
    });
  });
});

describe('writing CSV', () => {
  it.each([
    '=1+1',
    '+bob@contoso.com',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    "'=1",
    "''+1",
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '\u200b=1',
    '\ufeff\u2060\u00ad+1',
    '\u3164\ufe0f-1',
    '\u0000@1',
    '"=1"',
  ])('puts an apostrophe before %j, which a spreadsheet would take for a formula', (value) => {
    const text = csvText({ delimiter: ',', rows: [['x', value]] });
    expect(/^\uFEFFx,"?'/u.test(text)).toBe(true);
    expect(rowsOf(text)).toEqual([['x', value]]);
  });

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a,=1+1', "a,'=1+1"],
    ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
    ['a|-1', "a|'-1"],
    ['a; \u200b"+1', 'a;\' \u200b"+1'],
    ['a\r\n=1', "a\r\n'=1"],
    ["a;''=1;=2", "a;'''=1;'=2"],
  ])('guards %j where a reader that goes by another delimiter would begin a value', (value, guarded) => {
    const text = csvText({ delimiter: ',', rows: [['x', value]] });
    expect(text.replaceAll('""', '"')).toContain(guarded);
    expect(rowsOf(text)).toEqual([['x', value]]);
  });

  it.each(['a;b=1', 'two\r\nlines', 'a,\tb', 'x; y - z', "it's; 'so'"])('puts no apostrophe into %j', (value) => {
    expect(csvText({ delimiter: ',', rows: [['x', value]] })).toContain(value);
  });

  it.each([',', "'", '\u200b'])('writes and reads five megabytes of %j', (unit) => {
    const value = unit.repeat(5_000_000 / unit.length);
    // Compared by hand: a difference of this size could not be shown.
    expect(rowsOf(csvText({ delimiter: ',', rows: [['x', value]] }))[0]?.[1] === value).toBe(true);
  });

  it.each(["o'neil@contoso.com", "'bob'@contoso.com", 'bob=1@contoso.com', '', "'"])('leaves %j as it is', (value) => {
    expect(csvText({ delimiter: ';', rows: [['x', value]] })).toBe(`\uFEFFx;${value}\r\n`);
  });

  it('loses nothing of any table, whatever stands in it', () => {
    fc.assert(
      fc.property(TABLE, (table) => {
        expect(readCsv(csvText(table))).toEqual({ ok: true, value: table });
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps a line whose one value is empty', () => {
    expect(rowsOf(csvText({ delimiter: ',', rows: [['a'], [''], ['b']] }))).toEqual([['a'], [''], ['b']]);
  });
});

describe('beside another reader and writer of CSV', () => {
  it('means the same values, each formula behind its guard', () => {
    fc.assert(
      fc.property(TABLE, (table) => {
        const values = readElsewhere(csvText(table), table.delimiter);
        expect(withoutGuards(values)).toEqual(withoutGuards(table.rows));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves no value there that a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(TABLE, (table) => {
        const values = readElsewhere(csvText(table), table.delimiter).flat();
        expect(values.filter((value) => FORMULA.test(String(value)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([',', ';', '\t', '|'])('leaves no formula there either for a reader that goes by %j', (delimiter) => {
    fc.assert(
      fc.property(TABLE, (table) => {
        const values: readonly unknown[] = Papa.parse(csvText(table), { delimiter }).data.flat();
        expect(values.filter((value) => FORMULA.test(String(value)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same of a line whose one value is empty', () => {
    expect(readElsewhere(csvText({ delimiter: ',', rows: [['a'], [''], ['b']] }), ',')).toEqual([['a'], [''], ['b']]);
  });

  it('reads what the other wrote', () => {
    fc.assert(
      fc.property(TABLE, ({ delimiter, rows }) => {
        // A guard that the other never put there is no part of this.
        const plain = rows.map((row) => row.map((value) => value.replaceAll("'", '')));
        expect(readCsv(Papa.unparse(plain, { delimiter }))).toEqual({ ok: true, value: { delimiter, rows: plain } });
      }),
      { numRuns: 2000 },
    );
  });
});
