import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { openWizard, reviewed } from './wizard-harness.tsx';

/** AOL still enabled, and a replica that has not reported for long: one warning by each. */
const WARNED: Snapshot = {
  ...SAMPLE_SNAPSHOT,
  publicProviders: SAMPLE_SNAPSHOT.publicProviders.map((one) =>
    one.Identity === 'AOL' ? { ...one, Enabled: true } : one,
  ),
  blockedDomains: [{ Identity: 'live.com', Domain: 'live.com' }],
};

const card = (index: number) => {
  const [number] = screen.getAllByText(`Change ${index}`);
  const group = number?.closest('[role="group"]');
  if (!(group instanceof HTMLElement)) throw new Error(`There is no card ${index}.`);
  return within(group);
};

describe('the plan in numbers', () => {
  it('counts each status, and what takes something away', async () => {
    await reviewed();
    const numbers = screen.getAllByRole('definition').slice(0, 5);
    expect(numbers.map(({ textContent }) => textContent)).toEqual(['4', '0', '0', '0', '1']);
  });
});

describe('a change', () => {
  it('says whom it affects, and folds the servers that get it', async () => {
    const { press } = await reviewed();
    expect(card(1).getByText(/The whole organisation, with every federated partner: 12 users in all/u)).toBeTruthy();
    expect(screen.queryByText('edge.contoso.com')).toBeNull();
    await press('Change 1 reaches 2 servers');
    expect(card(1).getByText('edge.contoso.com')).toBeTruthy();
  });

  it('says how it is taken back, and folds the command for it', async () => {
    const { bridge, press } = await reviewed();
    expect(card(3).getByText('By creating it again with the values that it has now:')).toBeTruthy();
    await press('Show the command that takes change 3 back');
    await press('Copy command that takes change 3 back');
    expect(bridge.inputsOf('clipboard.write')[0]?.text).toMatch(/^New-CsPublicProvider -Identity 'Messenger'/u);
  });
});

describe('what no command is run for', () => {
  it('stands under its own heading: already right, or cannot tell', async () => {
    const { wizard } = await reviewed();
    wizard.actions.edit((form) => ({
      ...form,
      externalAccess: [
        { identity: 'Global', publicCloudAccess: false, publicCloudAudioVideoAccess: false },
        { identity: 'Sales', publicCloudAccess: true, publicCloudAudioVideoAccess: true, users: 'nobody@contoso.com' },
      ],
    }));
    await wizard.actions.makePlan();
    const right = await screen.findByRole('region', { name: 'Already right' });
    expect(within(right).getByText('The external access policy "Global" is right already.')).toBeTruthy();
    const unknown = screen.getByRole('region', { name: 'Cannot tell' });
    expect(within(unknown).getByText(/Give nobody@contoso.com/u)).toBeTruthy();
  });
});

describe('findings', () => {
  it('stand before the changes, each with its cause, what to do, and the page that mends it', async () => {
    const { page, press } = await reviewed({ snapshot: WARNED });
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.indexOf('Before you apply')).toBeLessThan(headings.indexOf('Changes'));
    // What stands in a message bar is read out as well, so it is there twice.
    expect(screen.getAllByText(/^live.com is on the list of blocked domains/u).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/Remove it with Remove-CsBlockedDomain/u).length).toBeGreaterThan(0);
    await press('Go to Public provider');
    await page('Public provider');
  });

  it('do not let Next go to Apply before each warning was read, and say which are open', async () => {
    const { wizard, next, page, user } = await reviewed({ snapshot: WARNED });
    await next();
    expect(await screen.findByText('2 warnings are still to be read before you can go on')).toBeTruthy();
    const [first, second] = screen.getAllByRole('checkbox', { name: /^I have read this/u });
    if (!first || !second) throw new Error('There are no checkboxes.');
    expect(document.activeElement).toBe(first);
    await user.click(first);
    expect(await screen.findByText('One warning is still to be read before you can go on')).toBeTruthy();
    await user.click(second);
    await next();
    await page('Apply');
    expect(wizard.store.getState().step).toBe('apply');
  });

  it('are asked about again when the next plan warns of something else', async () => {
    const { wizard, next, user } = await reviewed({ snapshot: WARNED });
    for (const box of screen.getAllByRole('checkbox', { name: /^I have read this/u })) await user.click(box);
    wizard.actions.edit((form) => ({ ...form, provider: { ...form.provider, enabled: false } }));
    await wizard.actions.makePlan();
    await next();
    expect(await screen.findByText('One warning is still to be read before you can go on')).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('that were read and no longer apply are not sent along with the run', async () => {
    const { bridge, wizard, user } = await reviewed({ snapshot: WARNED });
    for (const box of screen.getAllByRole('checkbox', { name: /^I have read this/u })) await user.click(box);
    wizard.actions.edit((form) => ({ ...form, removeProviders: ['Messenger', 'AOL'] }));
    await wizard.actions.makePlan();
    await wizard.actions.startRun();
    expect(bridge.inputsOf('run.start')[0]?.acknowledged).toEqual(['blocked:live.com']);
  });
});

describe('the saved plan', () => {
  it('is the one that is shown, and the page says how it is applied', async () => {
    const { bridge, wizard, press } = await reviewed({ savedPath: '/home/admin/plan.json' });
    await press('Save this plan');
    expect((await screen.findAllByText(/The plan was saved at \/home\/admin\/plan.json/u)).length).toBeGreaterThan(0);
    const { plan } = wizard.store.getState();
    expect(bridge.inputsOf('plan.save')).toEqual([{ planHash: plan.status === 'ready' ? plan.value.hash : '' }]);
    const commands = [...document.querySelectorAll('code')].map((code) => code.textContent);
    expect(commands).toContain('skype-federation-setup apply --deployment practice --plan FILE');
  });

  it('is not offered where there is no deployment to apply it to', async () => {
    const { wizard, page } = openWizard();
    await page('Federation with Skype');
    wizard.actions.chooseMode('prepare');
    wizard.actions.chooseProduct('sfb2019');
    wizard.actions.edit((form) => ({ ...form, keepsRequest: false }));
    wizard.actions.skipTo('review');
    await screen.findByText('The whole script');
    expect(screen.queryByRole('button', { name: 'Save this plan' })).toBeNull();
  });
});

describe('asking the deployment first', () => {
  it('shows its own words on each command, or why it could not be asked, and keeps them for the saved plan', async () => {
    const { bridge, press, wizard } = await reviewed();
    await press('Ask with -WhatIf');
    const answers = await screen.findAllByText(/^What if: Performing the operation/u);
    expect(answers.map(({ textContent }) => textContent)).toEqual([
      'What if: Performing the operation "Set-CsAccessEdgeConfiguration".',
      'What if: Performing the operation "Set-CsExternalAccessPolicy".',
      'What if: Performing the operation "New-CsPublicProvider".',
    ]);
    expect(screen.getByText(/It cannot be tried\./u)).toBeTruthy();
    expect(bridge.inputsOf('plan.rehearse')).toHaveLength(1);
    expect(bridge.inputsOf('run.start')).toEqual([]);
    const { plan } = wizard.store.getState();
    expect(plan.status === 'ready' && plan.value.evidence?.length).toBe(4);
  });
});
