import { describe, expect, it } from 'vitest';
import type { SetUpAnswers } from '../../../core/answers/answers-schema.ts';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { publicChange } from '../../../core/plan/change.ts';
import { type Plan, blockersOf, makePlan } from '../../../core/plan/plan.ts';
import { factsOfPreparedProduct } from '../../../core/plan/planning-facts.ts';
import { verify } from '../../../core/run/verification.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { SKYPE, facts, provider, snapshot } from '../../fakes/sample-deployment.ts';

const digest = (text: string): string => `hash of ${text.length}`;

function plan(
  differences: Partial<Snapshot> = {},
  answers: Partial<SetUpAnswers> = {},
  lacks: readonly string[] = [],
): Plan {
  return makePlan({ ...SAMPLE_ANSWERS, ...answers }, facts(differences, lacks), digest);
}

function commands(of: Plan): readonly (string | null)[] {
  return of.changes.map((change) => publicChange(change).command).filter((command) => command !== null);
}

const DONE: Partial<Snapshot> = {
  publicProviders: [SKYPE],
  accessEdgeConfiguration: { AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' },
  externalAccessPolicies: [
    { Identity: 'Global', EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: true },
  ],
};

const DENIED = { message: 'Access denied', errorId: '', category: '', target: null, cmdlet: null, exception: '' };

function unreadable(part: string): Pick<Snapshot, 'unreadable'> {
  return { unreadable: [{ part, error: DENIED }] };
}

describe('a plan', () => {
  it.each([
    ['case', 'Caf\u00e9', 'CAF\u00c9'],
    ['an accent in one character or in two', 'Caf\u00e9', 'Cafe\u0301'],
    ['both', 'CAFE\u0301', 'caf\u00e9'],
  ])('takes identities that differ in %s for one, as the server does', (_, there, asked) => {
    const skype = { ...SKYPE, Identity: there, Name: there };
    const answers = { ...SAMPLE_ANSWERS.provider, identity: asked };
    const { changes } = plan({ ...DONE, publicProviders: [skype] }, { provider: answers });
    expect(changes.filter(({ call }) => call !== null)).toEqual([]);
  });

  it('has the documented order: access edge, policies, removal, provider', () => {
    expect(commands(plan())).toEqual([
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true',
      "Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true",
      "Remove-CsPublicProvider -Identity 'Messenger'",
      "New-CsPublicProvider -Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com' -IconUrl 'https://images.edge.messenger.live.com/Messenger_16x16.png' -NameDecorationRoutingDomain 'msn.com' -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' -VerificationLevel UseSourceVerification -Enabled $true",
    ]);
  });

  it('issues no command when everything is right already', () => {
    const done = plan(DONE);
    expect(commands(done)).toEqual([]);
    expect(new Set(done.changes.map((change) => change.status))).toEqual(new Set(['already-right']));
    expect(done.totals).toMatchObject({ 'would-change': 0, 'already-right': 3, destructive: 0 });
  });

  it('finds the provider in the way by its address, whatever it is called', () => {
    const windowsLive = provider({
      Identity: 'Windows Live',
      ProxyFqdn: 'FEDERATION.messenger.msn.com',
      Enabled: true,
    });
    expect(commands(plan({ ...DONE, publicProviders: [windowsLive] }))[0]).toBe(
      "Remove-CsPublicProvider -Identity 'Windows Live'",
    );
  });

  it('does not remove a provider because it is called Messenger', () => {
    const messenger = provider({ Identity: 'Messenger', ProxyFqdn: 'im.example.com' });
    expect(commands(plan({ ...DONE, publicProviders: [messenger, SKYPE] }))).toEqual([]);
  });

  it('sets what can be set, and makes anew only for the other properties', () => {
    const disabled = { ...SKYPE, Enabled: false };
    expect(commands(plan({ ...DONE, publicProviders: [disabled] }))).toEqual([
      "Set-CsPublicProvider -Identity 'Skype' -Enabled $true",
    ]);
    const otherIcon = { ...SKYPE, IconUrl: '' };
    expect(commands(plan({ ...DONE, publicProviders: [otherIcon] })).map((text) => text?.split(' ')[0])).toEqual([
      'Remove-CsPublicProvider',
      'New-CsPublicProvider',
    ]);
  });

  it('removes the listed providers, and refuses when one in the way is not listed', () => {
    const listed = plan({}, { removeProviders: ['AOL', 'Gone'] });
    expect(listed.changes.filter((change) => change.kind === 'remove').map(({ id, status }) => [id, status])).toEqual([
      ['remove:AOL', 'would-change'],
      ['remove:Gone', 'already-right'],
    ]);
    expect(blockersOf(listed).map((finding) => finding.id)).toEqual(['conflict:Messenger']);
  });

  it('keeps the wanted provider when it is listed for removal but right already', () => {
    expect(commands(plan(DONE, { removeProviders: ['Skype'] }))).toEqual([]);
  });

  it('leaves out what the product does not have, and says so', () => {
    const old = plan({}, {}, ['IconUrl', 'NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList']);
    expect(commands(old).at(-1)).not.toContain('IconUrl');
    expect(old.changes.at(-1)?.notes.join(' ')).toContain('IconUrl is left out');
    expect(blockersOf(old)).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>, Partial<SetUpAnswers>, readonly string[]]>([
    [
      'default-routing',
      { accessEdgeConfiguration: { AllowFederatedUsers: false, RoutingMethod: 'UseDefaultRouting' } },
      {},
      [],
    ],
    ['hosting:Skype', { hostingProviders: [{ Identity: 'Skype', ProxyFqdn: 'x.example.com' }] }, {}, []],
    ['hosting:Other', { hostingProviders: [{ Identity: 'Other', ProxyFqdn: 'federation.messenger.msn.com' }] }, {}, []],
    [
      'policy-missing:Nobody',
      {},
      { externalAccess: [{ identity: 'Nobody', publicCloudAccess: true, publicCloudAudioVideoAccess: true }] },
      [],
    ],
    ['missing:New-CsPublicProvider:VerificationLevel', {}, {}, ['VerificationLevel']],
  ])('is blocked by %s', (id, differences, answers, lacks) => {
    expect(blockersOf(plan(differences, answers, lacks)).map((finding) => finding.id)).toEqual([id]);
  });

  it('is blocked when a needed part could not be read', () => {
    expect(blockersOf(plan({ publicProviders: [], ...unreadable('publicProviders') }))).toHaveLength(1);
  });

  it.each(['publicProviders', 'externalAccessPolicies', 'accessEdgeConfiguration'] as const)(
    'of a deployment that is set up cannot tell what stands when the %s could not be read',
    (part) => {
      const unread = { ...DONE, [part]: part === 'accessEdgeConfiguration' ? null : [], ...unreadable(part) };
      const made = plan(unread);
      expect(made.changes.map(({ status }) => status).filter((status) => status !== 'already-right')).toEqual([
        'cannot-tell',
      ]);
      const verified = verify(made, snapshot(unread));
      expect(verified.outcome).toBe('cannot-tell');
      // Nothing is said of a provider that was not seen.
      expect(verified.properties.filter(({ isAsWanted }) => isAsWanted === false)).toEqual([]);
    },
  );

  it('does not say that a listed provider is absent, or that a policy is new, when they could not be read', () => {
    const unread = { publicProviders: [], externalAccessPolicies: [] };
    const both = { unreadable: ['publicProviders', 'externalAccessPolicies'].map((part) => ({ part, error: DENIED })) };
    const pilot = { identity: 'Pilot', create: true, publicCloudAccess: true, publicCloudAudioVideoAccess: true };
    const answers = { removeProviders: ['Messenger'], externalAccess: [pilot] };
    expect(plan({ ...unread, ...both }, answers).changes.map(({ id, status }) => [id, status])).toEqual([
      ['access-edge', 'would-change'],
      ['policy:pilot', 'cannot-tell'],
      ['remove:Messenger', 'cannot-tell'],
      ['provider:Skype', 'cannot-tell'],
    ]);
  });

  it('is blocked when the users could not be read and some are to be given a policy', () => {
    const unread = { users: [], ...unreadable('users') };
    const pilot = { identity: 'Pilot', publicCloudAccess: true, publicCloudAudioVideoAccess: true };
    const given = plan(unread, { externalAccess: [{ ...pilot, users: ['CN=Ann'] }] });
    expect(blockersOf(given).map(({ id }) => id)).toEqual(['unreadable:users']);
    expect(blockersOf(plan(unread, { externalAccess: [pilot] }))).toEqual([]);
  });

  it('names a per-user policy without its tag and counts its users', () => {
    const pilot = plan(
      {},
      { externalAccess: [{ identity: 'pilot', publicCloudAccess: true, publicCloudAudioVideoAccess: false }] },
    );
    expect(commands(pilot)[1]).toBe("Set-CsExternalAccessPolicy -Identity 'Pilot' -EnablePublicCloudAccess $true");
    expect(pilot.changes[1]?.affects).toMatchObject({ users: 1, sentence: '1 user governed by this policy now.' });
  });

  it('marks what takes something away', () => {
    const off = plan(DONE, { accessEdge: { allowFederatedUsers: false } });
    expect(off.changes[0]).toMatchObject({
      destructive: true,
      before: { AllowFederatedUsers: true },
      after: { AllowFederatedUsers: false },
    });
    expect(off.totals.destructive).toBe(1);
  });

  it('knows how to create a removed provider again, with every value it had', () => {
    const messenger = provider({
      Identity: 'Messenger',
      ProxyFqdn: 'federation.messenger.msn.com',
      IconUrl: 'https://a.b.com/i.png',
    });
    const removal = plan({ publicProviders: [messenger] }).changes.find((change) => change.kind === 'remove');
    expect(removal?.undo).toEqual({
      cmdlet: 'New-CsPublicProvider',
      parameters: {
        Identity: 'Messenger',
        ProxyFqdn: 'federation.messenger.msn.com',
        IconUrl: 'https://a.b.com/i.png',
        VerificationLevel: 'UseSourceVerification',
        Enabled: false,
      },
    });
  });

  it('cannot tell for a deployment that was not asked', () => {
    const prepared = makePlan(SAMPLE_ANSWERS, factsOfPreparedProduct('lync2010'), digest);
    expect(new Set(prepared.changes.map((change) => change.status))).toEqual(new Set(['cannot-tell']));
  });
});

describe('a verification', () => {
  it('is as wanted when nothing would change, and compares each property', () => {
    const result = verify(plan(DONE), snapshot(DONE));
    expect(result.outcome).toBe('as-wanted');
    expect(result.properties.find(({ name }) => name === 'Enabled')).toEqual({
      name: 'Enabled',
      wanted: true,
      actual: true,
      isAsWanted: true,
    });
  });

  it('stands when only the text of the providers could not be had, and says why there is none', () => {
    const denied = { ok: false, failure: DENIED } as const;
    expect(verify(plan(DONE), snapshot(DONE), denied)).toMatchObject({
      outcome: 'as-wanted',
      textOutput: null,
      unread: [{ part: 'Get-CsPublicProvider', message: 'Access denied' }],
    });
    // Told once where the providers could not be read either.
    const unread = { ...DONE, publicProviders: [], ...unreadable('publicProviders') };
    expect(verify(plan(unread), snapshot(unread), denied).unread).toEqual([
      { part: 'publicProviders', message: 'Access denied' },
    ]);
  });

  it('differs when the provider is not there', () => {
    const result = verify(plan(), snapshot());
    expect(result).toMatchObject({ outcome: 'differs', provider: null });
    expect(result.properties.every(({ isAsWanted }) => isAsWanted === false)).toBe(true);
  });
});
