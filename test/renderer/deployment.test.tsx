import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { knownForProvisioning } from '../../renderer/state/prefill.ts';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import { openWizard, stepList } from './wizard-harness.tsx';

const draft: Draft = {
  version: 1,
  savedAt: '2024-05-06T09:00:00.000Z',
  step: 'contacts',
  mode: 'practice',
  preparedProduct: '',
  form: {
    ...EMPTY_FORM,
    request: {
      ...EMPTY_FORM.request,
      contacts: { ...EMPTY_FORM.request.contacts, primary: { name: 'A. Admin', email: '', phone: '' } },
    },
  },
};

describe('choosing a deployment', () => {
  it('offers practice and prepare only when the module is missing', async () => {
    const { user, page } = openWizard({
      connectFailure: { local: { kind: 'module-missing', detail: 'Looked for: Lync, SkypeForBusiness.' } },
    });
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /management shell/u }));
    expect(await screen.findByText('The management shell was not found.')).toBeTruthy();
    expect(screen.getAllByText(/Looked for: Lync, SkypeForBusiness/u).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'Use the practice deployment' }));
    expect(await screen.findByText('The deployment has been read')).toBeTruthy();
  });

  it('offers only prepare when there is no PowerShell at all', async () => {
    const { user, page } = openWizard({
      connectFailure: { local: { kind: 'powershell-missing', searched: ['System32', 'PATH'] } },
    });
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /management shell/u }));
    expect(await screen.findByText(/Looked for: System32, PATH/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use the practice deployment' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Prepare only' })).toBeTruthy();
  });

  it('does not go on while the deployment could not be read, and says so', async () => {
    const { user, next, page } = openWizard({
      connectFailure: { practice: { kind: 'powershell-missing', searched: ['PATH'] } },
    });
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /Practice deployment/u }));
    await screen.findByText('PowerShell was not found.');
    await next();
    expect(await screen.findByText(/Deployment: It could not be read/u)).toBeTruthy();
  });

  it('names a part that could not be read, says why and what to do, and counts nothing in it', async () => {
    const error = { message: 'Access denied.', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    const unreadable = [{ part: 'publicProviders', error }];
    openWizard({ app: { deployment: 'practice' }, snapshot: { ...SAMPLE_SNAPSHOT, publicProviders: [], unreadable } });
    expect(await screen.findByText('Some parts of the deployment could not be read')).toBeTruthy();
    expect(screen.getByText('Could not be read (publicProviders): Access denied.')).toBeTruthy();
    expect(screen.getByText(/^Check that your account is in RTCUniversalServerAdmins/u)).toBeTruthy();
    expect(screen.getByText(/^public providers not read, \d+ external access polic/u)).toBeTruthy();
  });

  it('connects at once when the deployment was named on the command line', async () => {
    const { bridge } = openWizard({ app: { deployment: 'practice' } });
    await screen.findByText('The deployment has been read');
    expect(bridge.inputsOf('deployment.connect')).toEqual([{ deployment: 'practice', readOnly: false }]);
  });

  it('shows product, module, path and PowerShell of what was found', async () => {
    const { press } = openWizard({ app: { deployment: 'local' } });
    await screen.findByText('The deployment has been read');
    expect(screen.getByText('Lync Server 2013, 5.0.8308.738')).toBeTruthy();
    await press('Details');
    expect(screen.getByText('Lync 5.0.8308.0')).toBeTruthy();
    expect(screen.getByText('5.1.17763.1, Desktop, 64-bit')).toBeTruthy();
  });

  it('has no Apply and no Verify in prepare only, and asks for the product', async () => {
    const { user, next, page, press } = openWizard();
    await page('Federation with Skype');
    await user.click(screen.getByRole('radio', { name: /Prepare only/u }));
    await next();
    expect((await screen.findAllByText(/Choose the product that the script is for/u)).length).toBeGreaterThan(0);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Product' }), 'lync2010');
    expect(stepList().queryByText(/^Apply/u)).toBeNull();
    expect(stepList().queryByText(/^Verify/u)).toBeNull();
    await next();
    await page('Agreement');
    await user.click(screen.getByRole('switch', { name: 'Keep a record of the request' }));
    for (const title of [
      'Contacts',
      'Edge and domains',
      'Network readiness',
      'Confirmation',
      'External access policy',
      'Access Edge',
      'Public provider',
      'Review',
    ]) {
      await next();
      await page(title);
    }
    await press('Show script');
    expect(await screen.findByText(/for Lync Server 2010/u)).toBeTruthy();
    await next();
    await page('Add contacts');
  });
});

describe('the draft', () => {
  it('is saved a moment after typing, with the page and the deployment', async () => {
    const { bridge, practise, user } = openWizard();
    await practise();
    await user.click(screen.getByRole('radio', { name: /High Volume/u }));
    await waitFor(() => expect(bridge.inputsOf('draft.save').at(-1)?.form.request.agreement.type).toBe('high-volume'));
    expect(bridge.inputsOf('draft.save').at(-1)).toMatchObject({ version: 1, step: 'agreement', mode: 'practice' });
  });

  it('is offered at the next start, and continues at the same page with what was typed', async () => {
    const { page, press } = openWizard({ draft });
    await press('Continue where you left');
    await page('Contacts');
    expect(screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Name' })[0]?.value).toBe('A. Admin');
  });

  it('continues at Review, where the plan stays when the deployment has been read only after it', async () => {
    const { sipDomains, accessEdgeFqdn } = knownForProvisioning(SAMPLE_SNAPSHOT);
    const form = { ...draft.form, keepsRequest: false, request: { ...draft.form.request, sipDomains, accessEdgeFqdn } };
    const { press, wizard } = openWizard({
      draft: { ...draft, step: 'review', form },
      beforeReading: () => screen.findByText('The whole script'),
    });
    await press('Continue where you left');
    await waitFor(() => expect(wizard.store.getState().deployment.status).toBe('ready'));
    expect(screen.getByText('The whole script')).toBeTruthy();
  });

  it('is not saved over before it was decided on', async () => {
    const { bridge, next } = openWizard({ draft });
    await screen.findByText('You have a saved draft');
    await next();
    expect(await screen.findByText(/Continue with the saved draft, or start new/u)).toBeTruthy();
    expect(bridge.inputsOf('draft.save')).toEqual([]);
  });

  it('is deleted when one starts new', async () => {
    const { bridge, press } = openWizard({ draft });
    await press('Start new');
    expect(await screen.findByRole('radio', { name: /Practice deployment/u })).toBeTruthy();
    expect(bridge.inputsOf('draft.discard')).toHaveLength(1);
  });

  it('is said to be kept when it could not be read', async () => {
    openWizard({ draftMovedAside: '/home/admin/draft.broken.json' });
    expect(await screen.findByText(/kept at \/home\/admin\/draft.broken.json/u)).toBeTruthy();
  });
});
