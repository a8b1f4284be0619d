import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactAddress, contactEmail, parseMicrosoftDomains } from '../../../core/contacts/contact-address.ts';
import { MICROSOFT_DOMAINS } from '../../../core/domains/microsoft-domains.ts';
import { AS_IT_IS, IN_BRACKETS, LEFT_ALONE, REFUSED } from './contact-address-table.ts';

/** How many addresses are made up for each property. */
const NUM_RUNS = 12_000;

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+/=?^_`{|}~-";
const LETTERS = 'äöüßéñçøåæœıłžčđαβγδжщюя中文字日本語한국어אבגدبتहिन्दी\u{1D4D0}\u{20BB7}';
const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));
const joined = (part: fc.Arbitrary<string>, least: number, most: number) =>
  fc.array(part, { minLength: least, maxLength: most }).map((parts) => parts.join(''));

const atom = joined(fc.oneof({ weight: 6, arbitrary: oneOf(PLAIN) }, oneOf(LETTERS)), 1, 5);
const dotted = fc.array(atom, { minLength: 1, maxLength: 3 }).map((atoms) => atoms.join('.'));
const inQuotes = fc.oneof(
  oneOf(` ${PLAIN}()<>,;:@[].`),
  oneOf(LETTERS),
  oneOf(`"\\ (a`).map((escaped) => `\\${escaped}`),
);
const quoted = joined(inQuotes, 1, 12).map((content) => `"${content}"`);
const label = joined(oneOf('abcdefghijklmnopqrstuvwxyzABC0123456789äüßéжя中文'), 1, 8);
const domain = fc.oneof(
  fc.domain(),
  fc.tuple(label, fc.constantFrom('com', 'de', 'co.uk', 'рф', 'example')).map(([name, top]) => `${name}.${top}`),
  fc.constantFrom(...MICROSOFT_DOMAINS, 'HotMail.Com', 'hotmail.co.uk', 'contoso.com', 'msn.com.contoso.com'),
);
const email = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: dotted }, quoted), domain)
  .map(([name, host]) => `${name}@${host}`);

describe('a contact address', () => {
  it.each(IN_BRACKETS)('of %s is %s', (input, address) => {
    expect(contactAddress(input)).toMatchObject({ input, address, reason: 'other-domain', changed: true });
    expect(contactEmail(address)).toMatchObject({ input: address, email: input, reason: 'decorated' });
  });

  it.each(AS_IT_IS)('of %j is %s', (input, address) => {
    expect(contactAddress(input)).toMatchObject({ address, reason: 'microsoft-domain', changed: address !== input });
    expect(contactEmail(address)).toMatchObject({ email: address, changed: false });
  });

  it.each(LEFT_ALONE)('that is one already, %s, stays as it is and stands for %s', (input, behind, reason) => {
    expect(contactAddress(input)).toMatchObject({ address: input, email: behind, changed: false, reason });
  });

  it.each(REFUSED)('of %j is refused as %s', (input, reason) => {
    const nothing = { input, email: null, address: null, changed: false, reason, cautions: [] };
    expect(contactAddress(input)).toEqual(nothing);
    expect(contactEmail(input)).toEqual(nothing);
  });

  it('has a table of at least 60 addresses that were picked by hand', () => {
    expect([...IN_BRACKETS, ...AS_IT_IS, ...LEFT_ALONE, ...REFUSED].length).toBeGreaterThanOrEqual(60);
  });

  it('is made and taken apart without loss for every valid e-mail address', () => {
    const seen = { quoted: 0, plus: 0, unicode: 0, brackets: 0 };
    fc.assert(
      fc.property(email, (original) => {
        const { address, email: beside } = contactAddress(original);
        expect(address).not.toBeNull();
        expect(beside).toBe(original);
        expect(contactEmail(address ?? '').email).toBe(original);
        expect(contactAddress(address ?? '')).toMatchObject({ address, changed: false });
        if (original.startsWith('"')) seen.quoted += 1;
        if (original.includes('+')) seen.plus += 1;
        if (/\P{ASCII}/u.test(original)) seen.unicode += 1;
        if (original.includes('(')) seen.brackets += 1;
      }),
      { numRuns: NUM_RUNS },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
  });

  it('is made and taken apart without loss with any list of own domains', () => {
    fc.assert(
      fc.property(email, fc.uniqueArray(domain, { maxLength: 4 }), (original, own) => {
        const { address } = contactAddress(original, own);
        expect(contactEmail(address ?? '', own).email).toBe(original);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it('of an address that something was put into is refused or comes back as one address', () => {
    const disturbed = fc
      .tuple(email, fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }))
      .map(([text, seed, put]) => text.slice(0, seed % text.length) + put + text.slice(seed % text.length));
    fc.assert(
      fc.property(disturbed, (text) => {
        const { address, email: behind } = contactAddress(text);
        if (address !== null && behind !== null) expect(contactAddress(behind).email).toBe(behind);
        if (address !== null) expect(address).toMatch(/@[^@\s]+$/u);
      }),
      { numRuns: NUM_RUNS },
    );
  });
});

describe('what is not certain about an address', () => {
  it.each([
    ['bob@contoso.com', []],
    ['bob@hotmail.co.uk', ['national-domain']],
    ['bob@live.fr', ['national-domain']],
    ['bob@outlook.de', ['national-domain']],
    ['bob@olive.fr', []],
    ['bob(hotmail.com)@msn.com', ['microsoft-in-brackets']],
    ['"bob smith"@contoso.com', ['quoted-name']],
    ['jürgen@contoso.com', ['non-ascii']],
    ['"jürgen"@hotmail.fr', ['national-domain', 'quoted-name', 'non-ascii']],
  ])('is said of %s', (input, cautions) => {
    expect(contactAddress(input).cautions).toEqual(cautions);
  });

  it('is not said of a national domain that the administrator has listed', () => {
    expect(contactAddress('bob@live.fr', ['live.fr'])).toMatchObject({ address: 'bob@live.fr', cautions: [] });
  });
});

describe('the way back', () => {
  it.each([
    ['bob@contoso.com', 'not-decorated'],
    ['bob.smith@skypeids.net', 'no-email-behind'],
  ])('refuses %s as %s', (input, reason) => {
    expect(contactEmail(input)).toMatchObject({ email: null, address: null, reason });
  });

  it('takes one of the listed domains as it is', () => {
    expect(contactEmail('bob@contoso.com', ['contoso.com'])).toMatchObject({ email: 'bob@contoso.com' });
  });
});

describe("a list of Microsoft's domains", () => {
  it('is read from commas, semicolons, spaces and lines, without case, without doubles, with or without the @', () => {
    expect(parseMicrosoftDomains('MSN.com, @live.com;outlook.com\nlive.com  hotmail.fr')).toEqual({
      domains: ['msn.com', 'live.com', 'outlook.com', 'hotmail.fr'],
      refused: [],
    });
  });

  it('names what is no domain', () => {
    expect(parseMicrosoftDomains('msn.com, live, https://outlook.com')).toEqual({
      domains: ['msn.com'],
      refused: ['live', 'https://outlook.com'],
    });
  });
});
