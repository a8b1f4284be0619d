import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactAddress, emailOfContactAddress, MICROSOFT_DOMAINS } from '../../core/contact-address.ts';

describe('a contact address', () => {
  it.each([
    ['bob@contoso.com', 'bob(contoso.com)@msn.com', 'other-domain'],
    ['bob@hotmail.com', 'bob@hotmail.com', 'microsoft-domain'],
    ['BOB@Outlook.COM', 'BOB@Outlook.COM', 'microsoft-domain'],
    ['bob@hotmail.co.uk', 'bob(hotmail.co.uk)@msn.com', 'other-domain'],
    ['bob+skype@contoso.com', 'bob+skype(contoso.com)@msn.com', 'other-domain'],
    ["o'neil@contoso.com", "o'neil(contoso.com)@msn.com", 'other-domain'],
    ['bob(contoso.com)@msn.com', 'bob(contoso.com)@msn.com', 'already-decorated'],
    [' bob@live.com ', 'bob@live.com', 'microsoft-domain'],
  ])('of %s is %s', (input, address, reason) => {
    expect(contactAddress(input)).toMatchObject({ input, address, reason, changed: address !== input });
  });

  it.each([
    ['', 'empty'],
    ['bob.skype', 'skype-name'],
    ['live:bob_1', 'skype-name'],
    ['a@b@c.com', 'too-many-at'],
    ['@contoso.com', 'no-name'],
    ['bob@', 'bad-domain'],
    ['bob@contoso', 'bad-domain'],
    ['bob smith@contoso.com', 'bad-name'],
    ['sip:bob@contoso.com', 'sip-prefix'],
    [`${'x'.repeat(65)}@contoso.com`, 'too-long'],
  ])('refuses %j as %s', (input, reason) => {
    expect(contactAddress(input)).toEqual({ input, address: null, changed: false, reason });
  });

  it('is made and taken apart without loss for every ordinary e-mail address', () => {
    const user = fc.stringMatching(/^[a-z0-9][a-z0-9+_'-]{0,20}$/u);
    const domain = fc.domain().filter((name) => !MICROSOFT_DOMAINS.includes(name.toLowerCase()));
    fc.assert(
      fc.property(user, domain, (name, host) => {
        const { address } = contactAddress(`${name}@${host}`);
        expect(address).not.toBeNull();
        expect(emailOfContactAddress(address ?? '')).toBe(`${name}@${host}`);
        expect(contactAddress(address ?? '').address).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});
