import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fill, openWizard, stepList, wizardAt } from './wizard-harness.tsx';

describe('filling in the pages', () => {
  it('says on Start what has changed since the portal and Skype were open', async () => {
    const { page } = openWizard();
    await page('Federation with Skype');
    expect(screen.getByText(/portal closed on 15 August 2019/u)).toBeTruthy();
    expect(screen.getByText(/retired on 5 May 2025/u)).toBeTruthy();
  });

  it('asks the program for nothing but itself before a deployment is chosen', async () => {
    const { bridge, page } = openWizard();
    await page('Federation with Skype');
    await waitFor(() => expect(bridge.asked).toHaveLength(3));
    expect(bridge.asked.map(({ name }) => name)).toEqual(['app.describe', 'run.current', 'draft.load']);
  });

  it('explains at Next that a deployment has to be chosen, and focuses the choice', async () => {
    const { next, page } = openWizard();
    await page('Federation with Skype');
    await next();
    expect(await screen.findByText(/One thing is missing/u)).toBeTruthy();
    expect(screen.getAllByText(/Choose what you want to work on/u).length).toBeGreaterThan(1);
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
  });

  it('names every missing field at Next, marks it, and focuses the first', async () => {
    const { next, press, page, user } = await wizardAt('agreement');
    await user.click(screen.getByRole('radio', { name: /Partner Network/u }));
    fill(screen.getByRole('textbox', { name: 'Headquarters partner ID' }), '4711');
    await user.click(screen.getByRole('checkbox', { name: /I have read and accept/u }));
    await next();
    await page('Contacts');
    const primary = within(screen.getByRole('group', { name: 'Primary contact' }));
    fill(primary.getByRole('textbox', { name: 'Name' }), 'A. Admin');
    await next();
    expect(await screen.findByText('3 things are missing before you can go on')).toBeTruthy();
    const email = primary.getByRole('textbox', { name: 'E-mail' });
    expect(document.activeElement).toBe(email);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    await press('Alternate contact, name: This is empty.');
    expect(document.activeElement?.id).toContain('alternate-name');
  });

  it('says what is wrong with a field when it is left, not while it is typed', async () => {
    const { next, page, user } = await wizardAt('agreement');
    await user.click(screen.getByRole('radio', { name: /Volume Licensing/u }));
    fill(screen.getByRole('textbox', { name: 'Agreement number' }), 'V1');
    await user.click(screen.getByRole('checkbox', { name: /I have read/u }));
    await next();
    await page('Contacts');
    const group = within(screen.getByRole('group', { name: 'Primary contact' }));
    await user.type(group.getByRole('textbox', { name: 'E-mail' }), 'not an e-mail');
    expect(group.queryByText(/Enter an e-mail address/u)).toBeNull();
    await user.tab();
    expect(await group.findByText(/Enter an e-mail address/u)).toBeTruthy();
  });

  it('keeps what was typed when one goes back and on again', async () => {
    const { next, page, press, user } = await wizardAt('agreement');
    await user.click(screen.getByRole('radio', { name: /Service Provider/u }));
    fill(screen.getByRole('textbox', { name: 'Initial enrolment number' }), 'E-42');
    await user.click(screen.getByRole('checkbox', { name: /I have read/u }));
    await next();
    await page('Contacts');
    await press('Back');
    await page('Agreement');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Initial enrolment number' }).value).toBe('E-42');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Service Provider/u }).checked).toBe(true);
  });

  it('fills in the Access Edge and the SIP domains of the deployment, the default domain first', async () => {
    const { wizard, practise } = openWizard();
    await practise();
    const { request } = wizard.store.getState().form;
    expect(request.accessEdgeFqdn).toBe('sip.contoso.com');
    expect(request.sipDomains).toBe('contoso.com\nfabrikam.com');
  });

  it('keeps domains that were typed before the deployment was read', async () => {
    const { wizard, practise } = openWizard();
    wizard.actions.edit((form) => ({ ...form, request: { ...form.request, sipDomains: 'tailspintoys.com' } }));
    await practise();
    expect(wizard.store.getState().form.request.sipDomains).toBe('tailspintoys.com');
  });

  it('says on each page of the request when the request is left out', async () => {
    const { next, page, user } = await wizardAt('agreement');
    await user.click(screen.getByRole('switch', { name: 'Keep a record of the request' }));
    await next();
    await page('Contacts');
    expect(screen.getAllByText(/The request is left out/u).length).toBeGreaterThan(0);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('copies the details of the request, one by one and all at once', async () => {
    const { bridge, press } = await wizardAt('confirmation');
    await press('Copy Access Edge FQDN');
    await press('Copy all as text');
    const [one, all] = bridge.inputsOf('clipboard.write').map(({ text }) => text);
    expect(one).toBe('sip.contoso.com');
    expect(all).toContain('SIP domains:\n  contoso.com\n  fabrikam.com');
  });

  it('lists every policy, and changes only the ticked ones', async () => {
    const { wizard, user } = await wizardAt('external-access');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Change the policy Global' }).checked).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'Change the policy Sales' }));
    await user.click(screen.getByRole('switch', { name: 'Audio and video with public users in Sales' }));
    expect(wizard.store.getState().form.externalAccess).toEqual([
      { identity: 'Global', publicCloudAccess: true, publicCloudAudioVideoAccess: true },
      { identity: 'Sales', publicCloudAccess: true, publicCloudAudioVideoAccess: false },
    ]);
  });

  it('says which providers make way for the new one', async () => {
    await wizardAt('public-provider');
    const row = screen.getByRole('row', { name: /Messenger/u });
    expect(within(row).getByText('Removed first')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /AOL/u })).getByText('Stays')).toBeTruthy();
  });

  it('marks in the step list what is done, and does not open what was not reached', async () => {
    const { practise } = openWizard();
    await practise();
    expect(stepList().getByRole('button', { name: /Start ?, done/u })).toBeTruthy();
    expect(
      stepList()
        .getByRole('button', { name: /Agreement ?, current step/u })
        .getAttribute('aria-current'),
    ).toBe('step');
    expect(stepList().queryByRole('button', { name: /Review/u })).toBeNull();
  });
});
