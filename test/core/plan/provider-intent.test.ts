import { describe, expect, it } from 'vitest';
import type { SetUpAnswers } from '../../../core/answers/answers-schema.ts';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { factsOfPreparedProduct } from '../../../core/plan/planning-facts.ts';
import { type ProviderIntent, providerIntent } from '../../../core/plan/provider-intent.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { SKYPE, facts, provider } from '../../fakes/sample-deployment.ts';

function intent(differences: Partial<Snapshot> = {}, asked: Partial<SetUpAnswers['provider']> = {}): ProviderIntent {
  return providerIntent({ ...SAMPLE_ANSWERS, provider: { ...SAMPLE_ANSWERS.provider, ...asked } }, facts(differences));
}

function conflicts({ conflicting }: ProviderIntent): readonly string[] {
  return conflicting.map(({ Identity }) => Identity);
}

describe('what is wanted of the provider', () => {
  it('is everything that is asked for and that the product has, where there is no such provider', () => {
    const { existing, canKeep, wanted, differing, notes } = intent();
    expect({ existing, canKeep }).toEqual({ existing: null, canKeep: false });
    expect(differing).toEqual(wanted);
    expect(wanted).toMatchObject({
      ProxyFqdn: 'federation.messenger.msn.com',
      VerificationLevel: 'UseSourceVerification',
    });
    expect(wanted).not.toHaveProperty('EnableSkypeIdRouting');
    expect(notes).toHaveLength(2);
  });

  it('keeps a provider of which only what can be set differs', () => {
    const present = { ...SKYPE, Enabled: false, VerificationLevel: 'AlwaysVerifiable' };
    const found = intent({ publicProviders: [present] }, { identity: 'SKYPE' });
    expect(found).toMatchObject({ existing: present, canKeep: true, conflicting: [] });
    expect(found.differing).toEqual({ Enabled: true, VerificationLevel: 'UseSourceVerification' });
  });

  it('counts a provider as in the way that has to be made anew, or that has its address', () => {
    const other = provider({ Identity: 'Old', ProxyFqdn: 'Federation.Messenger.msn.com' });
    const anew = { ...SKYPE, IconUrl: 'https://contoso.com/icon.png' };
    expect(conflicts(intent({ publicProviders: [SKYPE, other] }))).toEqual(['Old']);
    expect(conflicts(intent({ publicProviders: [anew, other] }))).toEqual(['Skype', 'Old']);
  });

  it('names a verification level that was given as a number, and null where the server has none of it', () => {
    expect(intent({}, { verificationLevel: 1 }).verificationLevel).toBe('AlwaysUnverifiable');
    const unknown = intent({}, { verificationLevel: 77 });
    expect(unknown.verificationLevel).toBeNull();
    expect(unknown.wanted).not.toHaveProperty('VerificationLevel');
  });

  it('finds nobody in the way, and nobody to count, where nothing could be asked', () => {
    const prepared = providerIntent(SAMPLE_ANSWERS, factsOfPreparedProduct('sfb2019'));
    expect(prepared).toMatchObject({ existing: null, canKeep: false, conflicting: [], affects: { users: null } });
  });
});
