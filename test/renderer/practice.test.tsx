import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { openWizard } from './wizard-harness.tsx';

const FAULT = { cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' } as const;

describe('the practice deployment', () => {
  it('can behave as another product, which is connected to afresh and kept in the draft', async () => {
    const { bridge, aimAt, user } = openWizard();
    await aimAt(/^Set up/u);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Behaves as' }), 'sfb2019');
    await waitFor(() => expect(bridge.inputsOf('deployment.connect')).toHaveLength(2));
    expect(bridge.inputsOf('practice.choose')).toEqual([{ profile: 'sfb2019', faults: [] }]);
    await waitFor(() => expect(bridge.inputsOf('draft.save').at(-1)?.practiceProfile).toBe('sfb2019'));
  });

  it('is chosen again when a draft goes on with it', async () => {
    const draft: Draft = {
      version: 1,
      savedAt: '2024-05-06T09:00:00.000Z',
      step: 'start',
      mode: 'practice',
      preparedProduct: '',
      practiceProfile: 'lync2010',
      form: EMPTY_FORM,
    };
    const { bridge, press } = openWizard({ draft });
    await press('Continue where you left');
    await screen.findByText('The deployment has been read');
    const names = bridge.asked.map(({ name }) => name);
    expect(names.indexOf('practice.choose')).toBeLessThan(names.indexOf('deployment.connect'));
    expect(bridge.inputsOf('practice.choose')).toEqual([{ profile: 'lync2010', faults: [] }]);
  });

  it('makes no fault until one is added, and says on Start and on Apply that it will', async () => {
    const { bridge, wizard, aimAt, user, press, page } = openWizard();
    await aimAt(/^Set up/u);
    expect(screen.queryByRole('button', { name: 'Add fault' })).toBeNull();
    await press('Let something go wrong');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'What happens' }), 'partial');
    expect(screen.getByText(/The change is made, and then the cmdlet reports an error/u)).toBeTruthy();
    await press('Add fault');
    await waitFor(() => expect(bridge.inputsOf('deployment.connect')).toHaveLength(2));
    expect(bridge.inputsOf('practice.choose')).toEqual([
      { profile: 'lync2013-cu5', faults: [{ ...FAULT, kind: 'partial' }] },
    ]);
    expect(await screen.findByText('The practice deployment makes 1 fault on purpose')).toBeTruthy();
    await screen.findByText('The deployment has been read');
    wizard.actions.skipTo('apply');
    await page('Apply');
    expect(await screen.findByText('The practice deployment makes 1 fault on purpose')).toBeTruthy();
  });

  it('shows the faults that it was started with, and takes each away', async () => {
    const practice = { profile: 'lync2013-cu5', faults: [FAULT, { ...FAULT, call: 2 }] } as const;
    const { bridge, aimAt, press } = openWizard({ app: { practice } });
    await aimAt(/^Set up/u);
    expect(screen.getByText('The practice deployment makes 2 faults on purpose')).toBeTruthy();
    await press('Let something go wrong');
    await press('Remove the fault at New-CsPublicProvider, 1st call');
    await waitFor(() => expect(bridge.inputsOf('practice.choose')).toHaveLength(1));
    expect(bridge.inputsOf('practice.choose')[0]?.faults).toEqual([{ ...FAULT, call: 2 }]);
  });

  it('is started afresh only after a question', async () => {
    const { bridge, aimAt, press } = openWizard();
    await aimAt(/^Set up/u);
    await press('Start it afresh');
    const question = await screen.findByRole('alertdialog');
    expect(within(question).getByText(/No server is affected/u)).toBeTruthy();
    await press('Keep it');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(bridge.inputsOf('practice.reset')).toEqual([]);
    await press('Start it afresh');
    await press('Start afresh');
    await waitFor(() => expect(bridge.inputsOf('deployment.connect')).toHaveLength(2));
    expect(bridge.inputsOf('practice.reset')).toHaveLength(1);
  });

  it('is set up only where one practises', async () => {
    const { user, page } = openWizard();
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /management shell/u }));
    await screen.findByText('The deployment has been read');
    expect(screen.queryByRole('combobox', { name: 'Behaves as' })).toBeNull();
  });
});
