import { describe, expect, it } from 'vitest';
import {
  type Conversion,
  addressesIn,
  columnNames,
  convertedTable,
  findColumn,
  guessColumn,
  listedAddresses,
  tableOfAddresses,
} from '../../../core/contacts/contact-list.ts';
import { MICROSOFT_DOMAINS } from '../../../core/domains/microsoft-domains.ts';
import { type CsvTable, csvText, readCsv } from '../../../core/formats/csv.ts';

const FORWARD: Conversion = { direction: 'to-address', microsoftDomains: MICROSOFT_DOMAINS };
const BACK: Conversion = { direction: 'to-email', microsoftDomains: MICROSOFT_DOMAINS };

function tableOf(text: string): CsvTable {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value;
}

const PEOPLE = tableOf('Name;Mail;Phone\nBob;bob@contoso.com;+49 1\nAnn;ann@outlook.com;\nEve;eve.skype;3');

describe('a pasted list', () => {
  it('is split by lines, tabs, commas and semicolons', () => {
    expect(listedAddresses('a@x.com\nb@x.com, c@x.com;d@x.com\te@x.com\r\n\n ;')).toEqual([
      'a@x.com',
      'b@x.com',
      ' c@x.com',
      'd@x.com',
      'e@x.com',
    ]);
  });

  it('keeps what stands in quotation marks together', () => {
    expect(listedAddresses('"Smith, Bob" <bob@x.com>; "a;b"@x.com, 5"@x.com')).toEqual([
      '"Smith, Bob" <bob@x.com>',
      ' "a;b"@x.com',
      ' 5"@x.com',
    ]);
  });

  it('of a megabyte of open quotation marks is split all the same', () => {
    expect(listedAddresses('\\"'.repeat(500_000)).length).toBeGreaterThan(0);
  });
});

describe('the column with the addresses', () => {
  it('is guessed from the @ in it, and so is whether the first line names the columns', () => {
    expect(guessColumn(PEOPLE)).toMatchObject({ column: 1, hasHeader: true });
    expect(guessColumn(tableOf('a@x.com,1\nb@x.com,2'))).toMatchObject({ column: 0, hasHeader: false });
    expect(guessColumn(tableOf('a,b\nc,d'))).toMatchObject({ column: 0, hasHeader: false });
  });

  it.each([',', 'a@x.com;'])('is guessed in a line of five megabytes of %j', (unit) => {
    const list = guessColumn(tableOf(unit.repeat(5_000_000 / unit.length)));
    expect(list.column).toBe(0);
    expect(addressesIn(list)).toHaveLength(1);
  });

  it('is found by its name without case, or by its number', () => {
    expect(findColumn(PEOPLE, 'mail')).toMatchObject({ column: 1, hasHeader: true });
    expect(findColumn(PEOPLE, ' 2 ')).toMatchObject({ column: 1, hasHeader: true });
    expect(findColumn(tableOf('a@x.com,b@x.com'), '2')).toMatchObject({ column: 1, hasHeader: false });
    expect(findColumn(tableOf('1,2\nx,y'), '2')).toMatchObject({ column: 1, hasHeader: true });
  });

  it.each(['E-mail', '0', '4', '-1', '1.5', ''])('is not found as %j where there is none of that name', (wanted) => {
    expect(findColumn(PEOPLE, wanted)).toBeNull();
  });

  it('has the name that the first line gives it', () => {
    expect(columnNames(guessColumn(PEOPLE))).toEqual(['Name', 'Mail', 'Phone']);
    expect(columnNames({ ...guessColumn(PEOPLE), hasHeader: false })).toEqual([null, null, null]);
  });
});

describe('a converted list', () => {
  it('keeps every column and adds what to type, and why', () => {
    const { delimiter, rows } = convertedTable(guessColumn(PEOPLE), FORWARD);
    expect(delimiter).toBe(';');
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['Name', 'Mail', 'Phone', 'Address to type'],
      ['Bob', 'bob@contoso.com', '+49 1', 'bob(contoso.com)@msn.com'],
      ['Ann', 'ann@outlook.com', '', 'ann@outlook.com'],
      ['Eve', 'eve.skype', '3', ''],
    ]);
    expect(rows.at(-1)?.at(-1)).toContain('A Skype name cannot be added');
  });

  it('fills up lines that are too short', () => {
    const { rows } = convertedTable(guessColumn(tableOf('Name,Mail,Phone\nBob,bob@x.com\nEve')), FORWARD);
    expect(rows.map((row) => row.length)).toEqual([5, 5, 5]);
    expect(rows[2]?.slice(0, 4)).toEqual(['Eve', '', '', '']);
  });

  it('comes back from its own file with every address as it was, also where it begins like a formula', () => {
    const valid = ['+bob@contoso.com', '=1+1@contoso.com', '-x@contoso.com', "'+a@contoso.com"];
    const there = tableOf(csvText(convertedTable(tableOfAddresses(valid, 'to-address'), FORWARD)));
    const column = findColumn(there, 'Address to type');
    expect(column).not.toBeNull();
    if (!column) return;
    const back = tableOf(csvText(convertedTable(column, BACK)));
    const result = back.rows[0]?.lastIndexOf('E-mail') ?? -1;
    expect(back.rows.slice(1).map((row) => row[result])).toEqual(valid);
    expect(addressesIn(column)[0]).toBe('+bob(contoso.com)@msn.com');
    expect(there.rows[1]?.[2]).toContain('do not type it');
  });
});
