import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SettledRun } from '../../core/contract/contract.ts';
import type { ResumeAction } from '../../core/run/run-events.ts';
import { RollbackPlan } from '../../renderer/components/rollback-plan.tsx';
import { stoppedRun } from '../fakes/stopped-run.ts';

// As in the wizard's harness: without animations, dialogs open and close at once.
Reflect.deleteProperty(Element.prototype, 'animate');
configure({ defaultHidden: true, asyncUtilTimeout: 8000 });

function show(settled: SettledRun, isBusy = false) {
  cleanup();
  const asked: ResumeAction[] = [];
  render(
    <FluentProvider theme={webLightTheme}>
      <RollbackPlan settled={settled} isBusy={isBusy} onResume={(action) => asked.push(action)} />
    </FluentProvider>,
  );
  const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
  return { asked, press };
}

describe('the plan for a run that stopped', () => {
  it('lists what would be taken back, last change first, each with its command', () => {
    show(stoppedRun());
    const steps = within(screen.getByRole('list', { name: 'Rolling back' })).getAllByRole('listitem');
    expect(steps.map((step) => step.querySelector('code')?.textContent)).toEqual([
      "Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $false -EnablePublicCloudAudioVideoAccess $false",
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false',
    ]);
    expect(screen.getAllByText('Would be taken back')).toHaveLength(2);
  });

  it('explains why the organisation-wide switch may be taken back', () => {
    show(stoppedRun());
    expect(screen.getByText(/nobody else has come to rely on the switch/u)).toBeTruthy();
  });

  it('explains why the switch stays when others may rely on it by now', () => {
    show(stoppedRun({ allowedDomains: [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com' }] }));
    expect(screen.getByText(/Others may rely on federation by now, so the switch stays/u)).toBeTruthy();
    expect(screen.getByText('Stays')).toBeTruthy();
  });

  it('rolls back only after it has been asked once more', async () => {
    const { asked, press } = show(stoppedRun());
    await press('Roll back');
    expect(within(await screen.findByRole('alertdialog')).getByText('Roll back 2 changes?')).toBeTruthy();
    expect(asked).toEqual([]);
    await press('Not yet');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(asked).toEqual([]);
    await press('Roll back');
    await press('Roll back now');
    await waitFor(() => expect(asked).toEqual(['rollback']));
  });

  it('shows what continuing would make, and continues or leaves the run at once', async () => {
    const { asked, press } = show(stoppedRun());
    await press('Continuing makes 2 changes');
    expect(screen.getByText(/^Remove the public provider "Messenger"/u)).toBeTruthy();
    await press('Continue');
    await press('Leave it');
    expect(asked).toEqual(['continue', 'leave']);
  });

  it('does not offer to continue when what became of a change cannot be told', () => {
    show({ ...stoppedRun(), canContinue: false });
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    expect(screen.getByText(/what became of a change cannot be told/u)).toBeTruthy();
  });

  it('has nothing to roll back when nothing of the run stands', () => {
    show({ ...stoppedRun(), rollback: [] });
    expect(screen.queryByRole('button', { name: 'Roll back' })).toBeNull();
    expect(screen.getByText(/Nothing of this run stands/u)).toBeTruthy();
  });

  it('takes no second answer while the first is being carried out', () => {
    show(stoppedRun(), true);
    expect(screen.queryAllByRole('button', { name: /Roll back|^Continue$|Leave it/u })).toEqual([]);
    expect(screen.getByText('Going on with the run')).toBeTruthy();
  });
});
