import type { CertificateFacts, ReadinessFacts } from '../../core/readiness/readiness-facts.ts';

const certificate: CertificateFacts = {
  fingerprint: 'AA',
  subject: 'CN=sip.contoso.com',
  commonName: 'sip.contoso.com',
  issuer: 'CN=Public CA',
  names: ['sip.contoso.com'],
  nameCount: 1,
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
  extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
  keyType: 'rsa',
  keySize: 2048,
  signatureAlgorithm: 'sha256WithRSAEncryption',
  isSelfIssued: false,
};

interface Change {
  readonly address?: string;
  readonly certificate?: Partial<CertificateFacts>;
  readonly connect?: ReadinessFacts['addresses'][number]['connect'];
}

/** What a network check of contoso.com sees that has nothing against it, at an address of the documentation. */
export function readinessFacts(change: Change = {}): ReadinessFacts {
  const { address = '203.0.113.5', connect = { outcome: 'open', ms: 10 } } = change;
  const shown = {
    outcome: 'completed' as const,
    protocol: 'TLSv1.2',
    chain: ['AA'],
    chainEnd: 'public-root' as const,
    ms: 20,
  };
  const isOpen = connect.outcome === 'open';
  const name = 'sip.contoso.com';
  return {
    version: 1,
    seenFrom: 'this-computer',
    startedAt: '2026-06-01T00:00:00.000Z',
    endedAt: '2026-06-01T00:00:01.000Z',
    edge: null,
    domains: [
      {
        domain: 'contoso.com',
        views: [
          {
            resolver: 'system',
            srv: { outcome: 'found', records: [{ priority: 0, weight: 0, port: 5061, name }], total: 1 },
            domain: null,
            hosts: [
              {
                name,
                aliases: [],
                aliasEnd: 'name',
                ipv4: { outcome: 'found', records: [address], total: 1 },
                ipv6: { outcome: 'no-records' },
              },
            ],
          },
        ],
      },
    ],
    unchecked: [],
    addresses: [{ address, port: 5061, connect, withoutName: isOpen ? shown : null }],
    names: isOpen ? [{ name, address, port: 5061, handshake: shown }] : [],
    certificates: { AA: { ...certificate, ...change.certificate } },
  };
}
