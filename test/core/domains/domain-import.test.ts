import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mend, type Refusal, readDomains } from '../../../core/domains/domain-import.ts';
import { domainProblem, isHostName } from '../../../core/domains/domain-names.ts';
import { hostileStrings } from '../../fakes/hostile-strings.ts';

const names = (text: string) => readDomains(text).domains.map(({ ascii }) => ascii);

describe('reading SIP domains from a text', () => {
  it.each([
    ['commas', 'contoso.com,fabrikam.com'],
    ['semicolons', 'contoso.com; fabrikam.com'],
    ['tabs', 'contoso.com\tfabrikam.com'],
    ['spaces', ' contoso.com   fabrikam.com '],
    ['lines of Unix', 'contoso.com\nfabrikam.com\n'],
    ['lines of Windows', 'contoso.com\r\nfabrikam.com\r\n'],
    ['lines of old Macs', 'contoso.com\rfabrikam.com'],
    ['a byte order mark', '\uFEFFcontoso.com\nfabrikam.com'],
    ['quotes', '"contoso.com","fabrikam.com"'],
    ['blank lines and empty cells', '\n\ncontoso.com,,\n,\n;;\nfabrikam.com'],
    ['comments', '# ours\n; more\ncontoso.com # the first\n  # between\nfabrikam.com'],
    ['a heading', 'SIP domain\ncontoso.com\nfabrikam.com'],
  ])('takes %s', (_name, text) => {
    const { domains, refused } = readDomains(text);
    expect(domains.map(({ ascii }) => ascii)).toEqual(['contoso.com', 'fabrikam.com']);
    expect(refused).toEqual([]);
    expect(domains.flatMap(({ mends }) => mends)).toEqual([]);
  });

  it.each<[string, string, readonly Mend[]]>([
    ['@contoso.com', 'contoso.com', ['at-sign']],
    ['bob@contoso.com', 'contoso.com', ['email']],
    ['mailto:bob@contoso.com', 'contoso.com', ['email']],
    ['Bob Smith <bob@contoso.com>', 'contoso.com', ['email']],
    ['sip:bob@contoso.com', 'contoso.com', ['sip-address']],
    ['"sip:bob@contoso.com:5061;transport=tls"', 'contoso.com', ['sip-address']],
    ['https://www.contoso.com/about?x=1', 'contoso.com', ['url']],
    ['https://www.contoso.com:443', 'contoso.com', ['url']],
    ['contoso.com/', 'contoso.com', ['url']],
    ['contoso.com.', 'contoso.com', ['trailing-dot']],
    ['@Contoso.com.', 'contoso.com', ['at-sign', 'trailing-dot', 'lower-case']],
    ['CONTOSO.com', 'contoso.com', ['lower-case']],
    ['\u201Ccontoso.com\u201D', 'contoso.com', ['quotes']],
    ["'contoso.com'", 'contoso.com', ['quotes']],
    ['con\u200Btoso.com', 'contoso.com', ['invisible']],
    ['m\u00FCnchen.de', 'xn--mnchen-3ya.de', ['unicode']],
    ['M\u00DCNCHEN.de', 'xn--mnchen-3ya.de', ['unicode']],
    ['mu\u0308nchen.de', 'xn--mnchen-3ya.de', ['unicode']],
    ['\u4F8B\u3048\u3002jp', 'xn--r8jz45g.jp', ['unicode']],
    ['\uFF43\uFF4F\uFF4E\uFF54\uFF4F\uFF53\uFF4F.com', 'contoso.com', ['unicode']],
  ])('mends %s to %s, and says how', (text, ascii, mends) => {
    expect(readDomains(text)).toMatchObject({ domains: [{ ascii, mends }], refused: [] });
  });

  it.each<[string, Refusal]>([
    ['contoso', 'single-label'],
    ['10.0.0.1', 'ip-address'],
    ['2001:db8::1', 'ip-address'],
    ['*.contoso.com', 'wildcard'],
    ['bad_name.com', 'underscore'],
    ['-bad.com', 'hyphen-at-edge'],
    ['bad..com', 'empty-label'],
    ['contoso.com..', 'trailing-dot'],
    ['contoso.123', 'numeric-top-level'],
    ['sip.contoso.com', 'host-name'],
    ['a@b@contoso.com', 'email'],
    [`${'a'.repeat(64)}.com`, 'label-too-long'],
    [`${'a.'.repeat(130)}com`, 'too-long'],
    ['xn--99999999999.com', 'bad-international'],
    ['caf\u00E9\u2603.com', 'bad-international'],
    ['contoso!.com', 'bad-character'],
  ])('refuses %s with the reason', (text, reason) => {
    expect(readDomains(text)).toMatchObject({ domains: [], refused: [{ line: 1, text, reason }] });
  });

  it('counts every text once: taken, refused or a duplicate', () => {
    const { domains, refused, duplicates } = readDomains('a.com\nA.com\nb.com, @a.com\nbad\nb.com\n');
    expect(domains.map(({ ascii, line }) => [ascii, line])).toEqual([
      ['a.com', 1],
      ['b.com', 3],
    ]);
    expect(refused).toEqual([{ line: 4, text: 'bad', reason: 'single-label' }]);
    expect(duplicates).toBe(3);
  });

  it('takes the column of the domains alone where a heading names it', () => {
    const text = 'Owner;SIP domain;Since\r\n"Smith; John";contoso.com;2010, May\r\nDoe, Jane;@fabrikam.com;2011\r\n';
    expect(readDomains(text)).toMatchObject({
      domains: [{ ascii: 'contoso.com', line: 2 }, { ascii: 'fabrikam.com' }],
      refused: [],
      column: 'SIP domain',
    });
  });

  it("takes the export of the management shell's Get-CsSipDomain", () => {
    expect(names('"Identity","Name","IsDefault"\n"contoso.com","contoso.com","True"\n')).toEqual(['contoso.com']);
  });

  it('shows an international name in both forms, whichever was given', () => {
    const both = [{ ascii: 'xn--mnchen-3ya.de', unicode: 'm\u00FCnchen.de' }];
    expect(readDomains('m\u00FCnchen.de').domains).toMatchObject(both);
    expect(readDomains('xn--mnchen-3ya.de').domains).toMatchObject(both);
  });

  it.each([
    ['p\u0430ypal.com', ['Latin', 'Cyrillic']],
    ['\u03B1bc.com', ['Latin', 'Greek']],
  ])('warns of %s, which mixes scripts', (text, scripts) => {
    expect(readDomains(text).domains[0]?.mixedScripts).toEqual(scripts);
  });

  it.each(['\u4F8B\u3048abc.jp', '\uD55C\uAE00.kr', '\u043F\u0440\u0438\u043C\u0435\u0440.com', 'm\u00FCnchen.de'])(
    'does not warn of %s, whose scripts belong together',
    (text) => {
      expect(readDomains(text).domains[0]?.mixedScripts).toEqual([]);
    },
  );

  it.each(['a', '.', 'a.', '@', 'a@', '<', '<a@', '"', 'xn--a', '\u00fc', '\u{1f600}'])(
    'refuses a name of five megabytes of %j',
    (unit) => {
      const { domains, refused, duplicates } = readDomains(unit.repeat(5_000_000 / unit.length));
      expect(domains).toEqual([]);
      expect(refused.length + duplicates).toBeLessThanOrEqual(1);
    },
  );

  it('gives back only names that pass the rules, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileStrings('/tmp/canary'))),
        (text) => {
          for (const { ascii } of readDomains(text).domains) {
            expect(domainProblem(ascii)).toBeNull();
            expect(isHostName(ascii)).toBe(false);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads what it gave back as the same list', () => {
    fc.assert(
      fc.property(fc.array(fc.domain()), (list) => {
        const once = names(list.join('\n'));
        expect(names(once.join('\r\n'))).toEqual(once);
      }),
    );
  });
});
