import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, visibleText } from '../../../core/formats/visible-text.ts';

/** Every character that a terminal obeys, or that nobody sees, of each kind. */
const UNSEEN = [
  ...Array.from({ length: 32 }, (_, code) => code).filter((code) => !'\t\n'.includes(String.fromCharCode(code))),
  ...Array.from({ length: 0xa0 - 0x7f }, (_, index) => 0x7f + index),
  0x00ad,
  0x061c,
  0x180e,
  0x200b,
  0x200c,
  0x200d,
  0x200e,
  0x200f,
  0x2028,
  0x2029,
  0x202a,
  0x202b,
  0x202c,
  0x202d,
  0x202e,
  0x2060,
  0x2066,
  0x2067,
  0x2068,
  0x2069,
  0xfeff,
  0xd800,
  0xdfff,
  0xfffe,
  0xffff,
  0xe0041,
].map((code) => String.fromCodePoint(code));

describe('a text that is shown', () => {
  it.each(UNSEEN.map((character) => [character.codePointAt(0)?.toString(16), character]))(
    'has a mark in place of U+%s',
    (_code, character) => {
      expect(visibleText(`a${character}b`)).toBe('a\uFFFDb');
    },
  );

  it('keeps lines, tabs and every character that is seen', () => {
    const text = 'a\tb\nc\r\nd \u00e9 \u4e2d \u{1f600} \u0645 "<&>"';
    expect(visibleText(text)).toBe(text);
  });

  it('loses the escape that would color, name or erase something', () => {
    expect(visibleText('\u001b[2J\u001b]0;name\u0007\u009b31m')).toBe('\uFFFD[2J\uFFFD]0;name\uFFFD\uFFFD31m');
  });

  it('may have five million characters', () => {
    expect(visibleText('\u001b'.repeat(5_000_000))).toHaveLength(5_000_000);
  });
});

describe('a JSON document', () => {
  it('means exactly the value, and nothing in it is changed when it is shown', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(...UNSEEN), fc.string({ unit: 'binary', maxLength: 1 })) });
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const document = jsonText(value);
        expect(visibleText(document)).toBe(document);
        expect(JSON.parse(document)).toEqual({ ...value });
      }),
    );
  });
});
