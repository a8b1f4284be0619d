import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { makePlan } from '../../../core/plan/plan.ts';
import type { Environment } from '../../../core/plan/planning-facts.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { facts } from '../../fakes/sample-deployment.ts';

const digest = (text: string): string => `hash of ${text.length}`;

const SHELL: Environment = {
  deployment: 'local',
  module: { name: 'Lync', version: '5.0.8308.0', path: 'Lync.psd1' },
  powershell: { edition: 'Desktop', version: '5.1.17763.1', is64Bit: true, processId: 1 },
  operator: { name: String.raw`CONTOSO\admin`, groups: [String.raw`CONTOSO\RTCUniversalServerAdmins`] },
};

function findings(differences: Partial<Snapshot>, environment: Partial<Environment> = {}): readonly string[] {
  const known = {
    ...facts(differences),
    environment: { ...SHELL, ...environment },
    readAt: '2026-01-01T12:00:00.000Z',
  };
  return makePlan(SAMPLE_ANSWERS, known, digest).findings.map(({ severity, id }) => `${severity} ${id}`);
}

const edge = (PoolFqdn: string, AccessEdgeExternalSipPort: number | null = 5061): Snapshot['edgeServices'][number] => ({
  Identity: `EdgeServer:${PoolFqdn}`,
  PoolFqdn,
  AccessEdgeExternalSipPort,
});
const replica = (LastStatusReport: string | null, ProductVersion = '5.0.8308.0'): Partial<Snapshot> => ({
  replication: [{ ReplicaFqdn: 'edge.contoso.com', UpToDate: false, LastStatusReport, ProductVersion }],
});

describe('what is checked before any write', () => {
  it('finds nothing on a deployment that is in order', () => {
    expect(findings({})).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>, Partial<Environment>, readonly string[]]>([
    ['no Edge pool takes federation traffic', { edgeServices: [edge('a', 443)] }, {}, ['warning edge:none']],
    ['several do', { edgeServices: [edge('a'), edge('b')] }, {}, ['warning edge:several']],
    [
      'a domain of Skype users is blocked',
      { blockedDomains: [{ Identity: 'x', Domain: 'Outlook.com' }, { Identity: 'contoso.net' }] },
      {},
      ['warning blocked:Outlook.com'],
    ],
    [
      'such a domain is routed past the provider',
      {
        allowedDomains: [
          { Identity: 'live.com', ProxyFqdn: 'x.example.com' },
          { Identity: 'msn.com', ProxyFqdn: '' },
        ],
      },
      {},
      ['warning routed:live.com'],
    ],
    ['a replica is a little behind', replica('2026-01-01T11:59:00.000Z'), {}, ['note replication-behind']],
    ['a replica has been silent for long', replica('2026-01-01T10:59:59.000Z'), {}, ['warning replication-stale']],
    [
      'a server is newer than the shell',
      replica('2026-01-01T11:59:00.000Z', '6.0.9319.0'),
      {},
      ['warning shell:older', 'note replication-behind'],
    ],
    [
      'the shell is a 32-bit one',
      {},
      { powershell: { ...SHELL.powershell, is64Bit: false } },
      ['blocker shell:32-bit'],
    ],
    [
      'it is not Windows PowerShell',
      {},
      { powershell: { ...SHELL.powershell, edition: 'Core' } },
      ['warning shell:edition'],
    ],
    [
      'the operator lacks a group',
      {},
      { operator: { name: 'x', groups: [] } },
      ['warning rights:RTCUniversalServerAdmins'],
    ],
    ['the membership cannot be told', {}, { operator: { name: null, groups: null } }, []],
  ])('says so when %s', (_what, differences, environment, expected) => {
    expect(findings(differences, environment)).toEqual(expected);
  });

  it('asks of the shell of a practice deployment only what matters there', () => {
    const powershell = { edition: 'Core', version: '7.6.9', is64Bit: false, processId: 1 };
    expect(findings({}, { deployment: 'practice', powershell })).toEqual([]);
  });

  it('asks for the group that grants need only when something is granted', () => {
    const externalAccess = [
      { identity: 'Pilot', publicCloudAccess: true, publicCloudAudioVideoAccess: true, users: ['CN=Bob'] },
    ];
    const known = { ...facts(), environment: SHELL, readAt: null };
    const plan = makePlan({ ...SAMPLE_ANSWERS, externalAccess }, known, digest);
    expect(plan.findings.map(({ id }) => id)).toEqual(['rights:RTCUniversalUserAdmins']);
  });
});
