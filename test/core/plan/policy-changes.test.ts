import { describe, expect, it } from 'vitest';
import type { SetUpAnswers } from '../../../core/answers/answers-schema.ts';
import { checkAnswers } from '../../../core/answers/answers.ts';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { governedUsers } from '../../../core/deployment/governed-users.ts';
import { publicChange } from '../../../core/plan/change.ts';
import { type Plan, blockersOf, makePlan } from '../../../core/plan/plan.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { facts, snapshot } from '../../fakes/sample-deployment.ts';

const digest = (text: string): string => `hash of ${text.length}`;

type PolicyAnswer = SetUpAnswers['externalAccess'][number];

const PILOT: PolicyAnswer = {
  identity: 'SkypePilot',
  publicCloudAccess: true,
  publicCloudAudioVideoAccess: false,
  create: true,
  users: ['ann@contoso.com', 'sip:BOB@contoso.com'],
};

const PEOPLE: Partial<Snapshot> = {
  users: [
    { Identity: 'CN=Ann', SipAddress: 'sip:ann@contoso.com', DisplayName: 'Ann', ExternalAccessPolicy: 'Tag:Pilot' },
    { Identity: 'CN=Bob', SipAddress: 'sip:bob@contoso.com', DisplayName: 'Bob', ExternalAccessPolicy: null },
  ],
  externalAccessPolicies: [
    { Identity: 'Global', EnableOutsideAccess: true, EnableFederationAccess: false, EnablePublicCloudAccess: false },
    { Identity: 'Tag:Pilot', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
  ],
};

function plan(externalAccess: readonly PolicyAnswer[], differences: Partial<Snapshot> = PEOPLE): Plan {
  return makePlan({ ...SAMPLE_ANSWERS, externalAccess: [...externalAccess] }, facts(differences), digest);
}

function changesOf(of: Plan): readonly ReturnType<typeof publicChange>[] {
  return of.changes.map(publicChange).filter(({ id }) => id.startsWith('policy:') || id.startsWith('grant:'));
}

function problems(externalAccess: readonly unknown[]): readonly string[] {
  const checked = checkAnswers({ ...SAMPLE_ANSWERS, externalAccess });
  return checked.ok ? [] : checked.failure.problems.map(({ path }) => path);
}

describe('a pilot policy', () => {
  it('is created with what Global allows besides, so that its users lose nothing', () => {
    expect(changesOf(plan([PILOT]))[0]).toMatchObject({
      kind: 'new',
      status: 'would-change',
      command:
        "New-CsExternalAccessPolicy -Identity 'SkypePilot' -EnableOutsideAccess $true -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $false",
      reversal: { command: "Remove-CsExternalAccessPolicy -Identity 'SkypePilot'" },
    });
  });

  it('is granted to each user, and taken back to the policy that the user had', () => {
    const [, ann, bob] = changesOf(plan([PILOT]));
    expect(ann).toMatchObject({
      kind: 'grant',
      command: "Grant-CsExternalAccessPolicy -Identity 'sip:ann@contoso.com' -PolicyName 'SkypePilot'",
      before: { ExternalAccessPolicy: 'Pilot' },
      affects: { users: 1, sentence: 'Ann alone.' },
      reversal: { command: "Grant-CsExternalAccessPolicy -Identity 'sip:ann@contoso.com' -PolicyName 'Pilot'" },
    });
    expect(bob?.reversal?.command).toBe(
      "Grant-CsExternalAccessPolicy -Identity 'sip:bob@contoso.com' -PolicyName $null",
    );
  });

  it('is set, not created again, when it is there already', () => {
    const again = changesOf(plan([{ ...PILOT, identity: 'pilot', users: ['ann@contoso.com'] }]));
    expect(again.map(({ kind, status }) => [kind, status])).toEqual([
      ['set', 'would-change'],
      ['grant', 'already-right'],
    ]);
  });

  it('is blocked for a user who is not there', () => {
    const blocked = plan([{ ...PILOT, users: ['nobody@contoso.com'] }]);
    expect(blockersOf(blocked).map(({ id }) => id)).toEqual(['user-missing:nobody@contoso.com']);
    expect(changesOf(blocked).at(-1)).toMatchObject({ status: 'cannot-tell', command: null });
  });

  it('counts the users who are to get it among those who can use the provider', () => {
    expect(plan([PILOT]).changes.at(-1)?.affects).toMatchObject({ users: 2 });
  });

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['Global cannot be created', [{ ...PILOT, identity: 'Global', users: undefined }], ['$.externalAccess[0].create']],
    ['a site policy is not granted', [{ ...PILOT, identity: 'site:Redmond' }], ['$.externalAccess[0].users']],
    [
      'a user is named twice',
      [{ ...PILOT, users: ['ann@contoso.com', 'SIP:Ann@contoso.com'] }],
      ['$.externalAccess[0].users[1]'],
    ],
    [
      'a user has one policy',
      [PILOT, { ...PILOT, identity: 'Other', users: ['bob@contoso.com'] }],
      ['$.externalAccess[1].users[0]'],
    ],
    ['an empty list of users is left out', [{ ...PILOT, users: [] }], ['$.externalAccess[0].users']],
  ])('is refused: %s', (_why, externalAccess, paths) => {
    expect(problems(externalAccess)).toEqual(paths);
  });
});

describe('the users whom a policy governs', () => {
  it('are those who have it, then those of its site, then everybody else under Global', () => {
    const site = snapshot({
      externalAccessPolicies: [{ Identity: 'Global' }, { Identity: 'site:Redmond' }, { Identity: 'Tag:Pilot' }],
      registrars: [
        { Identity: 'Registrar:pool01', PoolFqdn: 'pool01.contoso.com', SiteId: 'Site:Redmond' },
        { Identity: 'Registrar:pool02', PoolFqdn: 'pool02.contoso.com', SiteId: 'Site:Dublin' },
      ],
      users: [
        { Identity: '1', RegistrarPool: 'POOL01.contoso.com', ExternalAccessPolicy: 'Pilot' },
        { Identity: '2', RegistrarPool: 'pool01.contoso.com', ExternalAccessPolicy: null },
        { Identity: '3', RegistrarPool: 'pool02.contoso.com', ExternalAccessPolicy: null },
        { Identity: '4', ExternalAccessPolicy: null },
      ],
    });
    expect(Object.fromEntries(governedUsers(site))).toEqual({ global: 2, 'site:redmond': 1, pilot: 1 });
  });
});
