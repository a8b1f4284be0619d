import { isWholeSet } from './scope.ts';

/** Statements that would leave a file behind if any part of the product took a text for script. */
const PAYLOADS: readonly ((canary: string) => string)[] = [
  (canary) => `[IO.File]::WriteAllText('${canary}','x')`,
  (canary) => `'x' > '${canary}'`,
  (canary) => `[System.IO.File]::Create("${canary}").Dispose()`,
  (canary) => `& touch ${canary}`,
  (canary) => `. ([scriptblock]::Create('1 > ${canary}'))`,
];

/** Ways in which such a statement could get out of the text that carries it. */
const CARRIERS: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `$(${payload})`,
  (payload) => `"$(${payload})"`,
  (payload) => `@(${payload})`,
  (payload) => `@{a=${payload}}`,
  (payload) => `&{${payload}}`,
  (payload) => `%{${payload}}`,
  (payload) => `\${${payload}}`,
  (payload) => `'; ${payload}; '`,
  (payload) => `''; ${payload}; ''`,
  (payload) => `"; ${payload}; "`,
  (payload) => `'); ${payload}; ('`,
  (payload) => `'}}; ${payload} #`,
  (payload) => `\u2018; ${payload}; \u2018`,
  (payload) => `\u2019; ${payload}; \u2019`,
  (payload) => `\u201a; ${payload}; \u201a`,
  (payload) => `\u201b; ${payload}; \u201b`,
  (payload) => `\u201c; ${payload}; \u201c`,
  (payload) => `\u201d; ${payload}; \u201d`,
  (payload) => `\u201e; ${payload}; \u201e`,
  (payload) => `; ${payload}`,
  (payload) => `| ${payload}`,
  (payload) => `&& ${payload}`,
  (payload) => `\n${payload}\n`,
  (payload) => `\r\n${payload}\r\n`,
  (payload) => `\r${payload}\r`,
  (payload) => `\u2028${payload}\u2029`,
  (payload) => `\u0085${payload}`,
  (payload) => `\u0000; ${payload}`,
  (payload) => `\u001a\n${payload}`,
  (payload) => `\`\n${payload}`,
  (payload) => `\`"; ${payload}`,
  (payload) => `\`'; ${payload}`,
  (payload) => `#\n${payload}`,
  (payload) => `<#'#>; ${payload}`,
  (payload) => `'@\n${payload}\n@'`,
  (payload) => `"@\n${payload}\n@"`,
  (payload) => `--% ; ${payload}`,
  (payload) => `-Identity:$(${payload})`,
  (payload) => `x -Force; ${payload}`,
  (payload) => `{0}; ${payload}`,
  (payload) => `\u202e${payload}\u202c`,
  (payload) => `*' -or '1' -eq '1'; ${payload}`,
  (payload) => `<<FEDERATION:>>>e30=\n${payload}`,
  (payload) => `\\"},"cmdlet":"x"}\n${payload}`,
];

/** Texts that carry no statement, but that shells, parsers and encodings trip over. */
const ODDITIES: readonly string[] = [
  ' ',
  '\t',
  '-',
  '--',
  '--%',
  '-Identity',
  '-WhatIf',
  '/?',
  '@',
  '@args',
  '$null',
  '$true',
  'True',
  '$env:PATH',
  '%PATH%',
  '{0}',
  '{',
  '#',
  '<#',
  '`',
  '``',
  "'",
  "''",
  '"',
  '\u2018',
  '\u2019\u2019',
  '\\',
  '\\\\server\\share',
  '../../etc/passwd',
  'C:\\x\\y',
  'Tag:Tag:x',
  '*',
  '?',
  '[a-z]',
  '[',
  '0',
  '1e3',
  '2026-01-01T00:00:00Z',
  '/Date(0)/',
  'null',
  '{"a":1}',
  '[]',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '&amp;',
  '\u0000',
  'a\u0000b',
  '\u0001\u001f\u007f',
  '\u200b',
  '\ufeff',
  '\u202eabc',
  '\u2066abc\u2069',
  '\ufffe\uffff',
  'e\u0301',
  '\u00e9',
  '\u0130\u0131',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{10ffff}',
  '\ud800',
  'a\udc00b',
  '\udc00\ud800',
  'x'.repeat(10_000),
  "'".repeat(5_000),
  '\u2019'.repeat(2_000),
  '\u{1f600}'.repeat(5_000),
];

/** Of these texts one a carrier, with the statements in turn, and every oddity: what `npm test` gives to PowerShell. */
export function hostileStringsPlayed(canary: string): readonly string[] {
  if (isWholeSet) return hostileStrings(canary);
  const payloads = PAYLOADS.map((payload) => payload(canary));
  return [...CARRIERS.map((carry, place) => carry(payloads[place % payloads.length] ?? '')), ...ODDITIES];
}

/**
 * More than 250 texts that must arrive unchanged wherever a person may write, or be refused with a reason; none may run.
 * `canary` is the path of a file that exists afterwards if one of them did; it holds no space and no quote.
 */
export function hostileStrings(canary: string): readonly string[] {
  const payloads = PAYLOADS.map((payload) => payload(canary));
  return [...CARRIERS.flatMap((carry) => payloads.map(carry)), ...ODDITIES];
}
