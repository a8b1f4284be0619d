import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvTable, type Delimiter, csvText, readCsv } from '../../../core/formats/csv.ts';

function rowsOf(text: string): CsvTable['rows'] {
  const read = readCsv(text);
  if (!read.ok) throw new Error(`Line ${read.failure.line} has an open quotation mark.`);
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
  ])('puts an apostrophe before %j, which a spreadsheet would take for a formula', (value) => {
    const text = csvText({ delimiter: ',', rows: [['x', value]] });
    expect(/^\uFEFFx,"?'/u.test(text)).toBe(true);
    expect(rowsOf(text)).toEqual([['x', value]]);
  });

  it.each(["o'neil@contoso.com", "'bob'@contoso.com", 'bob=1@contoso.com', '', "'"])('leaves %j as it is', (value) => {
    expect(csvText({ delimiter: ';', rows: [['x', value]] })).toBe(`\uFEFFx;${value}\r\n`);
  });

  it('loses nothing of any table, whatever stands in it', () => {
    const hostile = fc.stringMatching(/^['"=+@\t\r\n,; a-]{0,6}$/u);
    const value = fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 8 }));
    const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    const heading = ['first column', 'second'];
    fc.assert(
      fc.property(fc.constantFrom<Delimiter>(',', ';', '\t'), rows, (delimiter, body) => {
        const table = { delimiter, rows: [heading, ...body] };
        expect(readCsv(csvText(table))).toEqual({ ok: true, value: table });
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps a line whose one value is empty', () => {
    expect(rowsOf(csvText({ delimiter: ',', rows: [['a'], [''], ['b']] }))).toEqual([['a'], [''], ['b']]);
  });
});
