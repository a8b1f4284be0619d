import { describe, expect, it } from 'vitest';
import type { RetireAnswers } from '../../../core/answers/answers-schema.ts';
import { checkAnswers } from '../../../core/answers/answers.ts';
import { commandText } from '../../../core/deployment/command-text.ts';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { type Plan, blockersOf, makePlan, pendingChanges, warningsOf } from '../../../core/plan/plan.ts';
import { factsOfPreparedProduct } from '../../../core/plan/planning-facts.ts';
import { verify } from '../../../core/run/verification.ts';
import { SKYPE, facts, provider, snapshot } from '../../fakes/sample-deployment.ts';

const digest = (text: string): string => `hash of ${text.length}`;

function answers(retire: Partial<RetireAnswers['retire']> = {}): RetireAnswers {
  const checked = checkAnswers({ version: 1, goal: 'retire', retire });
  if (!checked.ok || checked.value.goal !== 'retire') throw new Error(JSON.stringify(checked));
  return checked.value;
}

/** A deployment in which Skype and AOL are in use. */
const IN_USE: Partial<Snapshot> = {
  publicProviders: [
    SKYPE,
    provider({ Identity: 'Old AIM', ProxyFqdn: 'SIP.oscar.aol.com', Enabled: true }),
    provider({ Identity: 'Yahoo!', ProxyFqdn: 'lcsap.msg.yahoo.com' }),
  ],
  accessEdgeConfiguration: { AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' },
  externalAccessPolicies: [
    { Identity: 'Global', EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: true },
    { Identity: 'Tag:Pilot', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: true },
    { Identity: 'site:Redmond', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
  ],
};

/** The same once it was retired. */
const RETIRED: Partial<Snapshot> = {
  ...IN_USE,
  publicProviders: [provider({ Identity: 'Skype', ProxyFqdn: 'federation.messenger.msn.com', Enabled: false })],
  externalAccessPolicies: [
    { Identity: 'Global', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
  ],
};

function plan(retire: Partial<RetireAnswers['retire']> = {}, differences: Partial<Snapshot> = IN_USE): Plan {
  return makePlan(answers(retire), facts(differences), digest);
}

function commands(of: Plan): readonly string[] {
  return pendingChanges(of).flatMap(({ call }) => (call ? [commandText(call)] : []));
}

describe('a retirement', () => {
  it('needs nothing but its goal, and by default takes away nothing that cannot be switched on again', () => {
    expect(answers().retire).toEqual({
      action: 'disable',
      providers: 'dead',
      publicCloudAccess: 'switch-off',
      federation: 'leave',
    });
  });

  it('disables dead providers, found by their address, then stops public access per policy, and leaves federation', () => {
    expect(commands(plan())).toEqual([
      "Disable-CsPublicProvider -Identity 'Skype'",
      "Disable-CsPublicProvider -Identity 'Old AIM'",
      "Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $false -EnablePublicCloudAudioVideoAccess $false",
      "Set-CsExternalAccessPolicy -Identity 'Pilot' -EnablePublicCloudAudioVideoAccess $false",
    ]);
    expect(plan().changes.at(-1)).toMatchObject({ id: 'access-edge', status: 'not-applicable', call: null });
  });

  it.each(['publicProviders', 'externalAccessPolicies'] as const)(
    'does not pass for done when the %s could not be read',
    (part) => {
      const error = { message: 'Access denied', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
      const unread = { ...RETIRED, [part]: [], unreadable: [{ part, error }] };
      expect(verify(plan({}, RETIRED), snapshot(RETIRED)).outcome).toBe('as-wanted');
      expect(verify(plan({}, unread), snapshot(unread)).outcome).toBe('cannot-tell');
      const listed = plan({ providers: ['Skype'], action: 'remove' }, unread);
      const { outcome } = verify(listed, snapshot(unread));
      expect(outcome).toBe(part === 'publicProviders' ? 'cannot-tell' : 'differs');
    },
  );

  it('never disables what is disabled already, which would be an error', () => {
    expect(plan().changes.find(({ id }) => id === 'disable:Yahoo!')).toMatchObject({
      status: 'already-right',
      call: null,
    });
  });

  it('takes a disabled provider back by enabling it', () => {
    expect(pendingChanges(plan())[0]?.undo).toEqual({
      cmdlet: 'Enable-CsPublicProvider',
      parameters: { Identity: 'Skype' },
    });
  });

  it('removes them on request, the disabled ones too, and knows how to create each again', () => {
    const removed = plan({ action: 'remove' });
    expect(commands(removed).slice(0, 3)).toEqual([
      "Remove-CsPublicProvider -Identity 'Skype'",
      "Remove-CsPublicProvider -Identity 'Old AIM'",
      "Remove-CsPublicProvider -Identity 'Yahoo!'",
    ]);
    expect(removed.totals.destructive).toBe(5);
    expect(pendingChanges(removed).every(({ undo }) => undo !== null)).toBe(true);
  });

  it('leaves the policies to an enabled provider that is not retired, names it, and warns', () => {
    const partner = provider({ Identity: 'Partner', ProxyFqdn: 'im.example.com', Enabled: true });
    const kept = plan({}, { ...IN_USE, publicProviders: [SKYPE, partner] });
    expect(commands(kept)).toEqual(["Disable-CsPublicProvider -Identity 'Skype'"]);
    expect(kept.changes.find(({ id }) => id === 'policy:global')).toMatchObject({ status: 'not-applicable' });
    expect(kept.changes.find(({ id }) => id === 'policy:global')?.sentence).toContain('Partner still needs it');
    expect(warningsOf(kept).map(({ id }) => id)).toEqual(['kept:Partner']);
  });

  it('retires listed providers, and says of one that is not there that nothing is to do', () => {
    const listed = plan({ providers: ['skype', 'Gone'] });
    expect(commands(listed)).toEqual(["Disable-CsPublicProvider -Identity 'Skype'"]);
    expect(listed.changes.find(({ id }) => id === 'remove:Gone')).toMatchObject({ status: 'already-right' });
  });

  it('touches the federation switch only by its own choice, last, with a warning for each thing that relies on it', () => {
    const off = plan(
      { federation: 'switch-off' },
      {
        ...IN_USE,
        accessEdgeConfiguration: {
          AllowFederatedUsers: true,
          RoutingMethod: 'UseDnsSrvRouting',
          EnablePartnerDiscovery: true,
        },
        allowedDomains: [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com' }],
        hostingProviders: [{ Identity: 'LyncOnline', ProxyFqdn: 'sipfed.online.lync.com', Enabled: true }],
      },
    );
    expect(commands(off).at(-1)).toBe('Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false');
    expect(warningsOf(off).map(({ id }) => id)).toEqual([
      'federation-switch',
      'federation:allowed-domains',
      'federation:discovery',
      'federation:hosting:LyncOnline',
    ]);
  });

  it('has nothing to do the second time', () => {
    const done: Partial<Snapshot> = {
      ...IN_USE,
      publicProviders: [{ ...SKYPE, Enabled: false }],
      externalAccessPolicies: [
        { Identity: 'Global', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
      ],
    };
    expect(commands(plan({}, done))).toEqual([]);
  });

  it('is blocked where the management shell cannot disable a provider', () => {
    const known = facts(IN_USE);
    const { 'Disable-CsPublicProvider': _, ...capabilities } = known.capabilities;
    const blocked = makePlan(answers(), { ...known, capabilities }, digest);
    expect(blockersOf(blocked).map(({ id }) => id)).toEqual(['missing:Disable-CsPublicProvider']);
  });

  it('can be prepared for a product that was not asked', () => {
    const prepared = makePlan(answers(), factsOfPreparedProduct('sfb2015'), digest);
    expect(commands(prepared)[0]).toBe("Disable-CsPublicProvider -Identity 'Skype'");
  });
});
