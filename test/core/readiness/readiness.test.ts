import { describe, expect, test } from 'vitest';
import { outsideCheckText } from '../../../core/readiness/outside-check.ts';
import type { ReadinessFacts } from '../../../core/readiness/readiness-facts.ts';
import { isDnsServer } from '../../../core/readiness/readiness-question.ts';
import { judgeReadiness } from '../../../core/readiness/readiness.ts';
import { readinessFacts as facts } from '../../fakes/readiness-facts.ts';

const against = (given: ReadinessFacts) =>
  judgeReadiness(given)
    .domains.flatMap(({ findings }) => findings)
    .filter(({ status }) => status !== 'good');

describe('the judgement of a network check', () => {
  test('finds nothing against a deployment that is as it should be', () => {
    expect(against(facts())).toEqual([]);
    expect(judgeReadiness(facts())).toMatchObject({ counts: { good: 1, warning: 0, blocking: 0, 'cannot-tell': 0 } });
  });

  test.each(['10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.1', '100.64.0.1', '169.254.1.1', '127.0.0.1'])(
    'warns of the private address %s',
    (address) => {
      expect(against(facts({ address }))).toMatchObject([{ id: 'public-address', status: 'warning' }]);
    },
  );
  test.each(['172.15.0.1', '172.32.0.1', '192.169.0.1', '100.128.0.1', '11.0.0.1'])(
    'takes %s for public',
    (address) => {
      expect(against(facts({ address }))).toEqual([]);
    },
  );

  test('takes a connection that had no answer for what cannot be told, not for a fault', () => {
    const given = facts({ connect: { outcome: 'closed', reason: 'timed-out', detail: '' } });
    expect(against(given)).toMatchObject([{ id: 'tcp-reachable', status: 'cannot-tell' }]);
  });

  test.each([
    ['2026-07-01T00:00:02.000Z', []],
    ['2026-07-01T00:00:00.000Z', ['warning']],
    ['2026-06-01T00:00:01.000Z', ['warning']],
    ['2026-06-01T00:00:00.000Z', ['blocking']],
  ])('counts the days to %s from the end of the check', (validTo, expected) => {
    expect(against(facts({ certificate: { validTo } })).map(({ status }) => status)).toEqual(expected);
  });

  test.each([
    ['rsa', 2047, 'blocking'],
    ['ec', 192, 'blocking'],
    ['unknown', null, 'cannot-tell'],
  ] as const)('judges a key of %s with %s bits: %s', (keyType, keySize, status) => {
    expect(against(facts({ certificate: { keyType, keySize } }))).toMatchObject([{ id: 'key-size', status }]);
  });

  test('takes a certificate without a limit of its use for one of a server', () => {
    expect(against(facts({ certificate: { extendedKeyUsage: null } }))).toEqual([]);
  });
});

describe('domains with Access Edges of their own', () => {
  test('are each compared with the name of theirs', () => {
    const given = { ...facts(), edge: null, edges: { 'contoso.com': 'edge.fabrikam.com' } };
    expect(against(given)).toMatchObject([
      { id: 'edge-name', status: 'blocking', data: { seen: { edge: 'edge.fabrikam.com' } } },
    ]);
    expect(against({ ...given, edges: { 'contoso.com': 'sip.contoso.com' } })).toEqual([]);
  });

  test('are each named in the text for a check from outside', () => {
    const edges = { 'contoso.com': 'sip.contoso.com', 'fabrikam.com': 'access.fabrikam.com' };
    const text = outsideCheckText({ domains: Object.keys(edges), edge: null, edges, tlsPort: 5061, facts: null });
    expect(text).toContain('nslookup access.fabrikam.com');
    expect(text).toContain('nslookup sip.contoso.com');
  });
});

describe('a DNS server', () => {
  test.each(['192.0.2.1', '192.0.2.1:53', '127.0.0.1:65535', '2001:db8::1', '::1', '[2001:db8::1]:53', '[::1]'])(
    'can be named as %s',
    (text) => {
      expect(isDnsServer(text)).toBe(true);
    },
  );
  test.each([
    '',
    'dns.contoso.com',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1:0',
    '192.0.2.1:65536',
    '192.0.2.1:',
    '[192.0.2.1]:53',
    '2001:db8',
    ':::',
    '1::2::3',
    '192.0.2.1 53',
  ])('cannot be named as "%s"', (text) => {
    expect(isDnsServer(text)).toBe(false);
  });
});

test('the text for a check from outside leaves out a target that would be more than a name in a command', () => {
  const given = facts();
  const srv = given.domains[0]?.views[0]?.srv;
  if (srv?.outcome === 'found')
    srv.records = [...srv.records, { priority: 0, weight: 0, port: 5061, name: '$(reboot).contoso.com' }];
  const text = outsideCheckText({ domains: ['contoso.com'], edge: null, tlsPort: 5061, facts: given });
  expect(text).toContain('nslookup sip.contoso.com');
  expect(text).not.toContain('reboot');
});
