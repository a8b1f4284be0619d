import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WizardForm } from '../../core/wizard/form.ts';
import type { ProvisioningRecord } from '../../core/provisioning/provisioning.ts';
import type { FakeOptions } from './fake-bridge.ts';
import { type Harness, fill, wizardAt } from './wizard-harness.tsx';

const contact = { name: 'A. Admin', email: 'admin@contoso.com', phone: '' };

/** The page itself: what is announced to screen readers stands outside of it, and says the same. */
const main = () => within(screen.getByRole('main'));

/** The wizard at Confirmation, with everything filled in that the request needs. */
async function atConfirmation(options: FakeOptions = {}): Promise<Harness> {
  const edit = (form: WizardForm) => ({ ...form, request: filled(form.request) });
  const harness = await wizardAt('confirmation', options, { edit });
  await screen.findByRole('button', { name: 'Add a note' });
  return harness;
}

function filled(request: WizardForm['request']): WizardForm['request'] {
  return {
    ...request,
    agreement: {
      type: 'volume-licensing',
      number: 'V1',
      termsAccepted: true,
      termsAcceptedAt: '2024-05-01T10:00:00.000Z',
    },
    contacts: { primary: contact, alternate: contact },
  };
}

const dialog = () => within(screen.getByRole('alertdialog'));

function recordSentAt(at: string): ProvisioningRecord {
  const entry = { kind: 'sent' as const, at, recordedAt: at, who: 'admin', seen: '' };
  return { version: 1, id: 'record', request: null, log: [entry] };
}

describe('the record of the request', () => {
  it('shows the details in the order of the portal, with the date on which the terms were accepted', async () => {
    await atConfirmation();
    const terms = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(terms.slice(0, 8)).toEqual([
      'Agreement type',
      'Agreement number',
      'Terms',
      'Access Edge FQDN',
      'SIP domains',
      'Public IM provider',
      'Primary contact',
      'Alternate contact',
    ]);
    expect(main().getByText(/Accepted on 1 May 2024/u)).toBeTruthy();
    expect(main().getByText(/The number of your Volume Licensing agreement/u)).toBeTruthy();
  });

  it('is followed from draft to activated, with what was seen in the log', async () => {
    const harness = await atConfirmation();
    expect(main().getByText('Nothing has been recorded as sent.')).toBeTruthy();
    await harness.press('Record as sent');
    fill(dialog().getByRole('textbox', { name: 'What was seen or done' }), 'page 5 of the portal');
    await harness.user.click(dialog().getByRole('button', { name: 'Record' }));
    expect(await main().findByText(/An answer usually comes by 8 May 2024/u)).toBeTruthy();
    expect(harness.bridge.inputsOf('provisioning.record')[0]?.form?.request.agreement.number).toBe('V1');
    const log = () => within(screen.getByRole('table', { name: 'Log of the request' }));
    expect(log().getByText('page 5 of the portal')).toBeTruthy();
    await harness.press('Record as activated');
    await harness.user.click(dialog().getByRole('button', { name: 'Record' }));
    expect(await main().findByText(/Seen activated on 6 May 2024/u)).toBeTruthy();
    expect(log().getAllByRole('row')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Record as sent' })).toBeNull();
  });

  it('says when the details have changed since they were sent, until an adjustment is recorded', async () => {
    const harness = await atConfirmation();
    const record = async (button: string) => {
      await harness.press(button);
      await harness.user.click(dialog().getByRole('button', { name: 'Record' }));
    };
    await record('Record as sent');
    await main().findByText(/An answer usually comes by/u);
    expect(main().queryByText(/have changed since they were sent/u)).toBeNull();
    harness.wizard.actions.edit((form) => ({ ...form, request: { ...form.request, sipDomains: 'contoso.com' } }));
    expect(await main().findByText(/have changed since they were sent/u)).toBeTruthy();
    await record('Record an adjustment');
    await main().findByText('Adjusted and sent again');
    expect(main().queryByText(/have changed since they were sent/u)).toBeNull();
  });

  it('says that it is overdue, and offers reminders and a text that asks', async () => {
    const harness = await atConfirmation({ provisioning: recordSentAt('2024-05-03T10:00:00.000Z') });
    expect(main().getByText('Overdue')).toBeTruthy();
    await harness.press('Save reminders for the calendar');
    expect(await main().findByText('The reminders were saved at /home/admin/saved.txt')).toBeTruthy();
    await harness.press('Copy a text that asks what keeps it');
    expect(harness.bridge.inputsOf('clipboard.write')[0]?.text).toContain('72 hours ago');
  });

  it('refuses a day in the future in the dialog, and records nothing', async () => {
    const harness = await atConfirmation();
    await harness.press('Record as sent');
    fireEvent.change(dialog().getByLabelText('Day'), { target: { value: '2031-01-01' } });
    await harness.user.click(dialog().getByRole('button', { name: 'Record' }));
    expect(await dialog().findByText(/The date lies in the future/u)).toBeTruthy();
    await harness.user.click(dialog().getByRole('button', { name: 'Not yet' }));
    expect(main().getByText('Nothing has been recorded.')).toBeTruthy();
  });

  it('takes no empty note', async () => {
    const harness = await atConfirmation();
    await harness.press('Add a note');
    await harness.user.click(dialog().getByRole('button', { name: 'Record' }));
    expect(harness.bridge.inputsOf('provisioning.record')).toEqual([]);
    expect(dialog().getByText('Enter the note first.')).toBeTruthy();
  });
});
