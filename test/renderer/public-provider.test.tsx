import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { type FakeOptions } from './fake-bridge.ts';
import { type Harness, wizardAt } from './wizard-harness.tsx';

const practised = (options: FakeOptions = {}, level?: number) =>
  wizardAt('public-provider', options, {
    edit: (form) =>
      level === undefined ? form : { ...form, provider: { ...form.provider, verificationLevel: level } },
  });

async function prepared(product: string): Promise<Harness> {
  const harness = await wizardAt('public-provider', {}, { prepared: product });
  await harness.press('More settings');
  return harness;
}

describe('what a product leaves out', () => {
  it('is said at each field, which stays in its place', async () => {
    await prepared('lync2010');
    const icon = screen.getByRole<HTMLInputElement>('textbox', { name: 'Icon address' });
    expect(icon.disabled).toBe(true);
    expect(icon.value).toBe('Not available');
    expect(
      screen.getByText(/^IconUrl. Not available on Lync Server 2010: it came with Lync Server 2013/u),
    ).toBeTruthy();
    const search = screen.getByRole<HTMLInputElement>('switch', { name: 'Search the Skype directory (not available)' });
    expect(search.disabled).toBe(true);
    expect(search.checked).toBe(false);
  });

  it('is said in one place with the reason, whether or not the settings are open', async () => {
    await practised();
    expect(screen.queryByRole('textbox', { name: 'Icon address' })).toBeNull();
    expect(screen.getAllByText(/What Lync Server 2013 leaves out/u).length).toBeGreaterThan(0);
    expect(
      screen.getAllByText(/EnableSkypeDirectorySearch came with Skype for Business Server 2015/u).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByText(/IconUrl came with/u)).toBeNull();
  });

  it('is nothing for a product that has every parameter', async () => {
    await prepared('sfb2019');
    expect(screen.queryByText(/leaves out$/u)).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Icon address' }).disabled).toBe(false);
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Search the Skype directory' }).checked).toBe(true);
  });

  it('is kept in the answers for another product', async () => {
    const { wizard } = await prepared('lync2010');
    wizard.actions.chooseProduct('lync2013-rtm');
    const icon = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Icon address' });
    expect(icon.value).toBe('https://images.edge.messenger.live.com/Messenger_16x16.png');
  });
});

describe('a verification level by number', () => {
  it("is shown with the name that the deployment's own list gives it", async () => {
    await practised({}, 2);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Number 2/u }).checked).toBe(true);
    expect(screen.getByText(/On this deployment that is UseSourceVerification/u)).toBeTruthy();
  });

  it('can be chosen again after a name was tried', async () => {
    const { wizard, user } = await practised({}, 2);
    await user.click(screen.getByRole('radio', { name: /AlwaysVerifiable/u }));
    expect(wizard.store.getState().form.provider.verificationLevel).toBe('AlwaysVerifiable');
    await user.click(screen.getByRole('radio', { name: /Number 2/u }));
    expect(wizard.store.getState().form.provider.verificationLevel).toBe(2);
  });

  it('says so when the deployment has no such level', async () => {
    await practised({ snapshot: { ...SAMPLE_SNAPSHOT, verificationLevels: { AlwaysVerifiable: 1 } } }, 9);
    expect(screen.getByText(/This deployment has no level of that number/u)).toBeTruthy();
  });
});
