import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { openWizard, stepList } from './wizard-harness.tsx';

const SHOWN_STEPS = ['Agreement', 'External access policy', 'Retire', 'Review', 'Apply', 'Verify', 'Check', 'Report'];

/** Those of the pages above that the step list has. */
function shownSteps(): readonly string[] {
  return SHOWN_STEPS.filter((title) => stepList().queryByText(title) !== null);
}

describe('the goal', () => {
  it('is setting up at first, and changes the step list at once', async () => {
    const { user, page } = openWizard();
    await page('Federation with Skype');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Set up/u }).checked).toBe(true);
    expect(shownSteps()).toEqual(['Agreement', 'External access policy', 'Review', 'Apply', 'Verify', 'Report']);
    await user.click(screen.getByRole('radio', { name: /^Check/u }));
    expect(shownSteps()).toEqual(['External access policy', 'Check', 'Report']);
    await user.click(screen.getByRole('radio', { name: /^Retire/u }));
    expect(shownSteps()).toEqual(['Retire', 'Review', 'Apply', 'Verify', 'Report']);
  });

  it('of checking connects with a shell that may not change anything, and back again', async () => {
    const { bridge, user, aimAt } = openWizard();
    await aimAt(/^Check/u);
    await user.click(screen.getByRole('radio', { name: /^Set up/u }));
    await waitFor(() => expect(bridge.inputsOf('deployment.connect')).toHaveLength(2));
    expect(bridge.inputsOf('deployment.connect').map(({ readOnly }) => readOnly)).toEqual([true, false]);
  });

  it('of checking is refused without a deployment to read, in words at the choice and by Next', async () => {
    const { user, next, page } = openWizard();
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /Prepare only/u }));
    await user.click(screen.getByRole('radio', { name: /^Check/u }));
    expect(screen.getByText(/"Prepare only" has none/u)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Prepare only/u }).disabled).toBe(false);
    await next();
    expect(await screen.findByText(/A check needs a deployment to read/u)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: /^Retire/u }));
    expect(screen.queryByText(/"Prepare only" has none/u)).toBeNull();
  });

  it('can be changed at any time, and each keeps how far one had come', async () => {
    const { wizard, aimAt, next, page, press, user } = openWizard();
    await aimAt(/^Retire/u);
    await next();
    await page('Retire');
    await next();
    await page('Review');
    await press(/^Start/u);
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /^Set up/u }));
    expect(stepList().queryByRole('button', { name: /^Agreement/u })).toBeNull();
    expect(stepList().queryByRole('button', { name: /^Review/u })).toBeNull();
    await user.click(screen.getByRole('radio', { name: /^Retire/u }));
    expect(stepList().getByRole('button', { name: /^Review/u })).toBeTruthy();
    expect(wizard.store.getState().plan.status).toBe('idle');
  });

  it('is kept in the draft, which continues at a page that the goal has', async () => {
    const draft: Draft = {
      version: 1,
      savedAt: '2024-05-06T09:00:00.000Z',
      step: 'contacts',
      mode: 'practice',
      preparedProduct: '',
      form: { ...EMPTY_FORM, goal: 'retire' },
    };
    const { bridge, page, press, user } = openWizard({ draft });
    await press('Continue where you left');
    await page('Federation with Skype');
    expect(shownSteps()).toContain('Retire');
    await screen.findByText('The deployment has been read');
    await user.click(screen.getByRole('radio', { name: /^Check/u }));
    await waitFor(() => expect(bridge.inputsOf('draft.save').at(-1)?.form.goal).toBe('check'));
  });
});
