import { describe, expect, it } from 'vitest';
import { domainProblem, isHostName } from '../../../core/domains/domain-names.ts';

describe('a domain name', () => {
  it.each([
    'contoso.com',
    'CONTOSO.com',
    'a.b',
    'xn--mnchen-3ya.de',
    'sub.contoso.co.uk',
    '3com.com',
    `${'a'.repeat(63)}.com`,
  ])('accepts %s', (name) => {
    expect(domainProblem(name)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['contoso .com', 'white-space'],
    ['contoso.com\n', 'white-space'],
    ['https://contoso.com', 'url'],
    ['contoso.com/path', 'url'],
    ['admin@contoso.com', 'email'],
    ['10.0.0.1', 'ip-address'],
    ['999.1.1.1', 'ip-address'],
    ['::1', 'ip-address'],
    ['[2001:db8::1]', 'ip-address'],
    ['m\u00fcnchen.de', 'unicode'],
    ['*.contoso.com', 'wildcard'],
    ['_sip.contoso.com', 'underscore'],
    ["contoso'.com", 'bad-character'],
    ['$(calc).com', 'bad-character'],
    ['contoso.com:5061', 'bad-character'],
    [`${'a'.repeat(64)}.com`, 'label-too-long'],
    [`${'a.'.repeat(130)}com`, 'too-long'],
    ['contoso.com.', 'trailing-dot'],
    ['contoso..com', 'empty-label'],
    ['.contoso.com', 'empty-label'],
    ['-contoso.com', 'hyphen-at-edge'],
    ['contoso-.com', 'hyphen-at-edge'],
    ['contoso', 'single-label'],
    ['contoso.123', 'numeric-top-level'],
  ])('refuses %j as %s', (name, problem) => {
    expect(domainProblem(name)).toBe(problem);
  });

  it('accepts exactly 253 characters and refuses 254', () => {
    const name = `${`${'a'.repeat(49)}.`.repeat(5)}com`;
    expect(name).toHaveLength(253);
    expect(domainProblem(name)).toBeNull();
    expect(domainProblem(`a${name}`)).toBe('too-long');
  });

  it('tells a server of the deployment from a domain of users', () => {
    expect(isHostName('sip.contoso.com')).toBe(true);
    expect(isHostName('sip.com')).toBe(false);
    expect(isHostName('it.contoso.com')).toBe(false);
  });
});
