import fc from 'fast-check';
import { domainToASCII, domainToUnicode } from 'node:url';
import { describe, expect, it } from 'vitest';
import { labelToAscii, labelToUnicode } from '../../../core/domains/punycode.ts';

/** Letters of several scripts that name preparation leaves as they are. */
const LETTERS = 'abz019äößéøłжшяαωאبกक日本語한글ひカ𐐷';
const label = fc
  .array(fc.constantFrom(...Array.from(LETTERS)), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join(''))
  .filter((text) => domainToASCII(`${text}.com`) !== '');

describe('Punycode', () => {
  it.each([
    ['münchen', 'xn--mnchen-3ya'],
    ['例え', 'xn--r8jz45g'],
    ['пример', 'xn--e1afmkfd'],
    ['faß', 'xn--fa-hia'],
    ['contoso', 'contoso'],
    ['a-b', 'a-b'],
  ])('writes %s as %s, and reads it back', (text, ascii) => {
    expect(labelToAscii(text)).toBe(ascii);
    expect(labelToUnicode(ascii)).toBe(text);
  });

  it("agrees with the platform's own encoder on any mix of letters", () => {
    fc.assert(
      fc.property(label, (text) => {
        const ascii = labelToAscii(text);
        expect(`${ascii}.com`).toBe(domainToASCII(`${text}.com`));
        expect(`${labelToUnicode(ascii) ?? ''}.com`).toBe(domainToUnicode(`${ascii}.com`));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['xn--', 'xn--abc-', 'xn--99999999999999', 'xn--mnchen-3y!', 'xn---', 'xn--contoso-'])(
    'finds that %s was made by no encoder',
    (ascii) => {
      expect(labelToUnicode(ascii)).toBeNull();
    },
  );

  it('never fails on what is not Punycode', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const unicode = labelToUnicode(`xn--${text}`);
        if (unicode !== null) expect(labelToAscii(unicode)).toBe(`xn--${text}`.toLowerCase());
      }),
    );
  });
});
