import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { type FakeOptions } from './fake-bridge.ts';
import { agree, applied, fill, openWizard, reviewed, stepList, wizardAt } from './wizard-harness.tsx';

describe('reviewing', () => {
  it('shows each change as a sentence with its exact command, removals marked', async () => {
    await reviewed();
    expect(
      screen.getByText('Switch on federation and public IM connectivity for the whole organisation.'),
    ).toBeTruthy();
    const commands = [...document.querySelectorAll('code')].map((code) => code.textContent);
    expect(commands[0]).toBe('Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true');
    expect(commands).toContain("Remove-CsPublicProvider -Identity 'Messenger'");
    expect(screen.getByText('Takes something away')).toBeTruthy();
  });

  it('lists what is unfinished with a way to its page instead of making a plan', async () => {
    const { bridge, page, press } = await wizardAt('review');
    expect(await screen.findByText(/so there is no plan yet/u)).toBeTruthy();
    expect(bridge.inputsOf('plan.make')).toEqual([]);
    await press('Agreement type: This is missing.');
    await page('Agreement');
  });

  it('does not go on to Apply while something blocks the plan, but lets one go on without applying', async () => {
    const { wizard, next, page, press } = await reviewed();
    wizard.actions.edit((form) => ({ ...form, removeProviders: [] }));
    wizard.actions.openStep('public-provider');
    await page('Public provider');
    await next();
    await page('Review');
    await screen.findByText('The whole script');
    await next();
    expect(await screen.findByText('This plan cannot be applied yet')).toBeTruthy();
    await press('Go on without applying');
    await page('Verify');
  });

  it('copies and saves the whole script', async () => {
    const { bridge, press } = await reviewed({ savedPath: '/home/admin/setup.ps1' });
    await press('Copy script');
    await waitFor(() => expect(bridge.inputsOf('clipboard.write')).toHaveLength(1));
    expect(bridge.inputsOf('clipboard.write')[0]?.text).toContain('New-CsPublicProvider');
    await press('Save script');
    expect(await screen.findByText('The script was saved at /home/admin/setup.ps1.')).toBeTruthy();
  });
});

describe('applying', () => {
  it('asks first, and names what will be removed', async () => {
    const { bridge, next, page, press, user } = await reviewed();
    await next();
    await page('Apply');
    await press('Apply 4 changes');
    const question = await screen.findByRole('alertdialog');
    expect(within(question).getByText(/Remove the public provider "Messenger"/u)).toBeTruthy();
    await user.click(within(question).getByRole('button', { name: 'Not yet' }));
    expect(bridge.inputsOf('run.start')).toEqual([]);
  });

  it('does not apply before the name of each provider that is removed was typed', async () => {
    const { bridge, next, page, press, user } = await reviewed();
    await next();
    await page('Apply');
    await press('Apply 4 changes');
    const question = within(await screen.findByRole('alertdialog'));
    const name = question.getByRole('textbox', { name: 'Type the name Messenger' });
    const apply = question.getByRole('button', { name: 'Apply' });
    expect(question.getByText('Not ready: type the name Messenger.')).toBeTruthy();
    await user.click(apply);
    fill(name, 'messenger');
    await user.click(apply);
    expect(question.getByText('This is not the name yet.')).toBeTruthy();
    expect(bridge.inputsOf('run.start')).toEqual([]);
    fill(name, 'Messenger');
    expect(question.queryByText(/^Not ready/u)).toBeNull();
    await user.click(apply);
    await waitFor(() => expect(bridge.inputsOf('run.start')).toHaveLength(1));
  });

  it('forgets a name that was typed when one does not go on', async () => {
    const { next, page, press } = await reviewed();
    await next();
    await page('Apply');
    await press('Apply 4 changes');
    fill(await screen.findByRole('textbox', { name: 'Type the name Messenger' }), 'Messenger');
    await press('Not yet');
    await press('Apply 4 changes');
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Type the name Messenger' });
    expect(name.value).toBe('');
  });

  it('lists in the question the warnings that were read', async () => {
    const blockedDomains = [{ Identity: 'live.com', Domain: 'live.com' }];
    const { next, page, press, user } = await reviewed({ snapshot: { ...SAMPLE_SNAPSHOT, blockedDomains } });
    await user.click(screen.getByRole('checkbox', { name: /^I have read this/u }));
    await next();
    await page('Apply');
    await press('Apply 4 changes');
    const question = within(await screen.findByRole('alertdialog'));
    expect(question.getByText('You have read these warnings:')).toBeTruthy();
    expect(question.getByText(/live.com is on the list of blocked domains/u)).toBeTruthy();
  });

  it('does not ask while a warning is unread, and leads to Review', async () => {
    const blockedDomains = [{ Identity: 'live.com', Domain: 'live.com' }];
    const { wizard, page, press } = await reviewed({ snapshot: { ...SAMPLE_SNAPSHOT, blockedDomains } });
    wizard.actions.skipTo('apply');
    await page('Apply');
    await press('Apply 4 changes');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getAllByText(/Warnings are still to be read/u).length).toBeGreaterThan(0);
    await press('Go to Review');
    await page('Review');
  });

  it('applies exactly the reviewed plan, shows how it went, and verifies it', async () => {
    const harness = await reviewed();
    const { bridge, wizard, next, page } = harness;
    await next();
    await page('Apply');
    await agree(harness);
    expect(await screen.findByText('Everything was applied')).toBeTruthy();
    const run = wizard.store.getState().run;
    expect(bridge.inputsOf('run.start')).toMatchObject([{ mode: 'practice', planHash: run?.planHash }]);
    expect(screen.getAllByText(/^Done/u)).toHaveLength(4);
    await waitFor(() => expect(document.activeElement?.id).toBe('page-heading'));
    await next();
    await page('Verify');
    expect(await screen.findByText('Everything is as you asked for')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Output' }).textContent).toContain('Identity');
    expect(stepList().getByRole('button', { name: /Apply ?, done/u })).toBeTruthy();
  });

  it('locks the other pages during a run, and says why', async () => {
    const { bridge, wizard, user } = await applied({ isRunHeld: true });
    expect(await screen.findByText(/The other pages open again when the run has ended/u)).toBeTruthy();
    await user.click(stepList().getByRole('button', { name: /Start ?, done/u }));
    wizard.actions.goBack();
    expect(wizard.store.getState().step).toBe('apply');
    bridge.letRunGoOn();
    expect(await screen.findByText('Everything was applied')).toBeTruthy();
  });

  it('stops after the current command when one asks for it', async () => {
    const { bridge, press } = await applied({ isRunHeld: true });
    await press('Stop after this command');
    bridge.letRunGoOn();
    expect(await screen.findByText(/It did not finish|Stopped before anything was changed/u)).toBeTruthy();
    expect(bridge.inputsOf('run.cancel')).toHaveLength(1);
  });

  it('shows what failed in the words of PowerShell, what stands, and what was put back', async () => {
    await applied({ failingChange: 'provider:Skype' });
    expect(await screen.findByText('It did not finish, and the deployment is changed')).toBeTruthy();
    const failed = within(screen.getByRole('region', { name: 'What failed' }));
    expect(
      failed.getByText(/^The proxy FQDN is in use by another provider\.\s+Error id: DuplicateProxyFqdn,/u),
    ).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'What stands' })).getAllByText(/^Done/u)).toHaveLength(2);
    expect(
      within(screen.getByRole('region', { name: 'Put back' })).getByText('Put back', { selector: 'span' }),
    ).toBeTruthy();
    expect(stepList().getByText('Apply')).toBeTruthy();
  });

  it('shows what has moved when the deployment changed since Review, and leads back there', async () => {
    const differences = [
      { path: 'publicProviders/Messenger/Enabled', planned: false, live: true },
      { path: 'externalAccessPolicies/site:Dub%2Flin/EnablePublicCloudAccess', planned: true, live: null },
    ];
    const { page, press, next } = await applied({ runStartFailure: { kind: 'plan-out-of-date', differences } });
    expect(await screen.findByText('The deployment has changed since you reviewed the plan')).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'What has moved' })).getAllByRole('row');
    const cells = rows.map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map(({ lastChild }) => lastChild?.textContent),
    );
    expect(cells.slice(1)).toEqual([
      ['Public provider Messenger, Enabled', 'False', 'True'],
      ['External access policy site:Dub/lin, EnablePublicCloudAccess', 'True', 'not there'],
    ]);
    expect(screen.queryByRole('button', { name: /^Apply \d/u })).toBeNull();
    await press('Review again');
    await page('Review');
    await screen.findByText('The whole script');
    await next();
    await page('Apply');
    expect(await screen.findByRole('button', { name: 'Apply 4 changes' })).toBeTruthy();
  });

  it('has nothing to apply when everything is right already', async () => {
    const { next, page, press } = await applied();
    await screen.findByText('Everything was applied');
    await press(/^Review/u);
    await page('Review');
    expect(await screen.findByText('Everything is right already')).toBeTruthy();
    await next();
    await page('Apply');
    expect(screen.queryByRole('button', { name: /^Apply \d/u })).toBeNull();
  });

  it('shows the run that is going on after the window was loaded again', async () => {
    const first = await applied({ isRunHeld: true });
    await waitFor(() => expect(first.wizard.store.getState().run).not.toBeNull());
    const run = first.wizard.store.getState().run;
    if (!run) throw new Error('The run has not begun.');
    const { page } = openWizard({ run });
    await page('Apply');
    expect(await screen.findByRole('progressbar', { name: 'Applying' })).toBeTruthy();
  });
});

describe('a run that has stopped', () => {
  const stopped = async (options: FakeOptions = {}) => {
    const harness = await applied({ failingChange: 'provider:Skype', ...options });
    await screen.findByRole('list', { name: 'Rolling back' });
    return harness;
  };

  it('is rolled back when one says so, and the deployment is as it was', async () => {
    const { bridge, press, wizard } = await stopped();
    await press('Roll back');
    await press('Roll back now');
    expect(await screen.findByText('The run was rolled back')).toBeTruthy();
    const { run } = wizard.store.getState();
    expect(bridge.inputsOf('runs.resume')).toEqual([{ deployment: 'practice', runId: run?.id, action: 'rollback' }]);
    const steps = within(screen.getByRole('list', { name: 'Rolled back' }));
    expect(steps.getAllByText('Taken back')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Roll back' })).toBeNull();
  });

  it('names the commands to run by hand when something could not be taken back', async () => {
    const { bridge, press } = await stopped({ failingRestore: 'policy:global' });
    await press('Roll back');
    await press('Roll back now');
    expect(await screen.findByText('The run could not be rolled back completely')).toBeTruthy();
    expect(screen.getByText('Could not be taken back')).toBeTruthy();
    await press('Copy the commands');
    await waitFor(() => expect(bridge.inputsOf('clipboard.write')).toHaveLength(1));
    expect(bridge.inputsOf('clipboard.write')[0]?.text.split('\n')).toEqual([
      "Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $false -EnablePublicCloudAudioVideoAccess $false",
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false',
    ]);
    expect(await screen.findByRole('button', { name: 'Roll back' })).toBeTruthy();
  });

  it('continues with what remains when one says so', async () => {
    const { press } = await stopped();
    await press('Continue');
    expect(await screen.findByText('Everything was applied')).toBeTruthy();
  });

  it('is left as it is when one says so, and is not asked about again', async () => {
    const { press } = await stopped();
    await press('Leave it');
    expect(await screen.findByText('The run was left as it is')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Leave it' })).toBeNull();
    expect(await screen.findByRole('button', { name: 'Copy the commands' })).toBeTruthy();
  });

  it('says why it cannot be told what to do, and tries again', async () => {
    const { bridge, press } = await applied({
      failingChange: 'provider:Skype',
      settleFailure: { kind: 'powershell-missing', searched: ['PATH'] },
    });
    expect(await screen.findByText('PowerShell was not found.')).toBeTruthy();
    await press('Try again');
    await waitFor(() => expect(bridge.inputsOf('runs.settle')).toHaveLength(2));
  });

  it('leaves the keyboard on the page when the button that was pressed goes away', async () => {
    const { press } = await applied({
      failingChange: 'provider:Skype',
      settleFailure: { kind: 'powershell-missing', searched: ['PATH'] },
    });
    await press('Try again');
    await waitFor(() => expect(document.activeElement?.id).toBe('page-heading'));
  });
});

describe('the report', () => {
  it('is saved, and its path is shown', async () => {
    const { wizard, page, press } = await reviewed({ savedPath: '/home/admin/report.html' });
    wizard.actions.skipTo('report');
    await page('Report');
    await press('Save report');
    expect(await screen.findByText('The report was saved at /home/admin/report.html.')).toBeTruthy();
  });
});
