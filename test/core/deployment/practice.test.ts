import { describe, expect, it } from 'vitest';
import { REQUESTS } from '../../../core/contract/contract.ts';
import { FAULT_KINDS } from '../../../core/deployment/practice.ts';

const isTaken = (choice: unknown) => REQUESTS['practice.choose'].safeParse(choice).success;
const fault = { cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' };

describe('choosing what the practice deployment is', () => {
  it('takes every product and every kind of fault', () => {
    const faults = FAULT_KINDS.map((kind, index) => ({ ...fault, call: index + 1, kind }));
    for (const profile of ['lync2010', 'lync2013-rtm', 'lync2013-cu5', 'sfb2015', 'sfb2019'])
      expect(isTaken({ profile, faults })).toBe(true);
    expect(faults).toHaveLength(10);
  });

  it.each([
    ['a product that is a path', { profile: '../../etc/passwd', faults: [] }],
    ['a product that every object has', { profile: 'constructor', faults: [] }],
    ['a cmdlet that is no cmdlet of the table', { profile: 'sfb2019', faults: [{ ...fault, cmdlet: 'Remove-Item' }] }],
    ['a kind that does not exist', { profile: 'sfb2019', faults: [{ ...fault, kind: 'explode' }] }],
    ['a call before the first', { profile: 'sfb2019', faults: [{ ...fault, call: 0 }] }],
    ['half a call', { profile: 'sfb2019', faults: [{ ...fault, call: 1.5 }] }],
    ['a list without end', { profile: 'sfb2019', faults: Array.from({ length: 1000 }, () => fault) }],
  ])('refuses %s', (_what, choice) => {
    expect(isTaken(choice)).toBe(false);
  });
});
