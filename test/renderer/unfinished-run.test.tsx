import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import type { SettledRun } from '../../core/contract/contract.ts';
import { stoppedRun } from '../fakes/stopped-run.ts';
import type { FakeOptions } from './fake-bridge.ts';
import { type Harness, openWizard, wizardAt } from './wizard-harness.tsx';

async function offered(options: FakeOptions = {}): Promise<Harness> {
  const harness = await wizardAt('start', { recorded: stoppedRun(), ...options });
  await screen.findByRole('list', { name: 'What became of each change' });
  return harness;
}

/** The run as it is once it has ended in a way that leaves changes standing. */
function finished(): SettledRun {
  const settled = stoppedRun();
  return { ...settled, remaining: [], run: { ...settled.run, outcome: 'done', endedAt: settled.run.startedAt } };
}

describe('a run that did not come to its end', () => {
  it('is offered once the deployment is connected, with who started it and what became of each change', async () => {
    const { bridge, aimAt } = openWizard({ recorded: stoppedRun() });
    await aimAt(/^Set up/u);
    await screen.findByRole('list', { name: 'What became of each change' });
    expect(screen.getByText(/^The run of 6 May 2024 at .* did not come to its end$/u)).toBeTruthy();
    expect(screen.getAllByText(/Set up, started by admin on ADMINPC/u).length).toBeGreaterThan(0);
    const changes = within(screen.getByRole('list', { name: 'What became of each change' })).getAllByRole('listitem');
    expect(changes.map((change) => /Done|Not done/u.exec(change.textContent)?.[0])).toEqual([
      'Done',
      'Done',
      'Not done',
      'Not done',
    ]);
    expect(bridge.inputsOf('runs.settle')).toEqual([{ deployment: 'practice', runId: 'run-1' }]);
  });

  it('is continued after a question that lists exactly the remaining commands', async () => {
    const { bridge, press, page } = await offered();
    await press('Continue');
    const question = await screen.findByRole('alertdialog');
    expect([...question.querySelectorAll('code')].map((code) => code.textContent)).toEqual(
      stoppedRun().remaining.map(({ command }) => command),
    );
    expect(bridge.inputsOf('runs.resume')).toEqual([]);
    await press('Continue the run');
    await page('Apply');
    expect(await screen.findByText('Everything was applied')).toBeTruthy();
    expect(bridge.inputsOf('runs.resume')).toEqual([{ deployment: 'practice', runId: 'run-1', action: 'continue' }]);
  });

  it('is rolled back after a question, and the Apply page shows it', async () => {
    const { bridge, press, page } = await offered();
    await press('Roll back');
    await press('Roll back now');
    await page('Apply');
    expect(bridge.inputsOf('runs.resume')).toEqual([{ deployment: 'practice', runId: 'run-1', action: 'rollback' }]);
  });

  it('is left as it is after a question, and is not offered again', async () => {
    const { bridge, press, page } = await offered();
    await press('Leave it');
    expect(bridge.inputsOf('runs.resume')).toEqual([]);
    await press('Leave the run');
    expect(await screen.findByText('The run is left as it is, and that is recorded.')).toBeTruthy();
    expect(screen.queryByText(/did not come to its end/u)).toBeNull();
    await page('Federation with Skype');
  });

  it('stands in the way of another one: Review leads to Start', async () => {
    const { bridge, wizard, press, page } = await offered();
    wizard.actions.skipTo('review');
    await page('Review');
    expect(await screen.findByText('Decide about the unfinished run first')).toBeTruthy();
    expect(bridge.inputsOf('plan.make')).toEqual([]);
    wizard.actions.goNext();
    expect(wizard.store.getState().step).toBe('review');
    wizard.actions.skipTo('apply');
    await page('Apply');
    await press('Go to Start');
    await page('Federation with Skype');
  });

  it('comes before the page of the draft', async () => {
    const draft: Draft = {
      version: 1,
      savedAt: '2024-05-06T09:00:00.000Z',
      step: 'apply',
      mode: 'practice',
      preparedProduct: '',
      form: EMPTY_FORM,
    };
    const { press, page } = openWizard({ recorded: stoppedRun(), draft });
    await press('Continue where you left');
    await page('Federation with Skype');
    expect(await screen.findByText(/did not come to its end/u)).toBeTruthy();
  });

  it('that cannot go on says why, and stays offered', async () => {
    const { press, page } = await offered({ resumeFailure: { kind: 'busy' } });
    await press('Roll back');
    await press('Roll back now');
    expect(await screen.findByText('A run is in progress.')).toBeTruthy();
    await page('Federation with Skype');
  });

  it('turns a check into what the run was for, because a check has no page that applies', async () => {
    const { wizard, aimAt, press, page } = openWizard({ recorded: stoppedRun() });
    await aimAt(/^Check/u);
    await press('Roll back');
    await press('Roll back now');
    await page('Apply');
    expect(wizard.store.getState().form.goal).toBe('set-up');
  });
});

describe('the runs on the Report page', () => {
  it('are listed, and one that stands is taken back after a question with its commands', async () => {
    const { bridge, press, page } = await wizardAt('report', { recorded: finished() });
    const table = within(screen.getByRole('table', { name: 'Runs on this deployment' }));
    expect(table.getByText('Done')).toBeTruthy();
    expect(table.getByText('2 of 4')).toBeTruthy();
    await press(/^Take back the run of 6 May 2024/u);
    const question = await screen.findByRole('alertdialog');
    await waitFor(() =>
      expect([...question.querySelectorAll('code')].map((code) => code.textContent)).toEqual(
        finished().rollback.map(({ command }) => command),
      ),
    );
    await press('Take it back');
    await page('Apply');
    expect(bridge.inputsOf('runs.resume')).toEqual([{ deployment: 'practice', runId: 'run-1', action: 'rollback' }]);
  });

  it('cannot be taken back when nothing of them stands any more', async () => {
    const { bridge, press } = await wizardAt('report', { recorded: { ...finished(), rollback: [] } });
    await press(/^Take back the run of/u);
    expect(await screen.findByText(/Nothing of this run stands any more/u)).toBeTruthy();
    await press('Take it back');
    await press('Not now');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(bridge.inputsOf('runs.resume')).toEqual([]);
  });

  it('lead to Start while one of them waits for a decision', async () => {
    const { wizard, page, press } = await offered();
    wizard.actions.skipTo('report');
    await page('Report');
    expect(screen.queryByRole('button', { name: /^Take back the run/u })).toBeNull();
    await press(/^Decide about the run of/u);
    await page('Federation with Skype');
  });
});
