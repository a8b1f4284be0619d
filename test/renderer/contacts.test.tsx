import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type FakeOptions } from './fake-bridge.ts';
import { type Harness, fill, wizardAt } from './wizard-harness.tsx';

/** Opens the Add contacts page on a practice deployment. */
const openContacts = (options: FakeOptions = {}) => wizardAt('add-contacts', options);

async function enter({ user }: Harness, text: string, field = 'E-mail addresses'): Promise<void> {
  await user.click(screen.getByRole('textbox', { name: field }));
  await user.paste(text);
}

async function openFile({ user }: Harness, content: BlobPart, name = 'people.csv'): Promise<void> {
  const chooser = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!chooser) throw new Error('There is no way to open a file.');
  await user.upload(chooser, new File([content], name, { type: 'text/csv' }));
}

const table = (name: string) => within(screen.getByRole('table', { name }));
const PEOPLE = 'Name;Mail;Note\nBob;bob@contoso.com;\nAnn;ann@outlook.com;ann@live.fr\n';

describe('the Add contacts page', () => {
  it('turns e-mail addresses into what a user types, and says why another has none', async () => {
    const harness = await openContacts();
    await enter(harness, 'bob@contoso.com\nann@outlook.com; live:bob');
    expect(await screen.findByText('2 ready, 1 cannot be used')).toBeTruthy();
    expect(table('Addresses to type').getByText('bob(contoso.com)@msn.com')).toBeTruthy();
    expect(screen.getByText(/A Skype name cannot be added/u)).toBeTruthy();
  });

  it('turns them back into the e-mail addresses', async () => {
    const harness = await openContacts();
    await harness.user.click(screen.getByRole('radio', { name: 'Addresses that users type' }));
    await enter(harness, 'bob(contoso.com)@msn.com', 'Addresses that users type');
    expect(await table('E-mail addresses').findByText('bob@contoso.com')).toBeTruthy();
  });

  it('copies one address, or all that are ready', async () => {
    const harness = await openContacts();
    await enter(harness, 'bob@contoso.com\neve\n+eve@contoso.com');
    await harness.press('Copy bob(contoso.com)@msn.com');
    await harness.press('Copy all');
    expect(harness.bridge.inputsOf('clipboard.write').map(({ text }) => text)).toEqual([
      'bob(contoso.com)@msn.com',
      'bob(contoso.com)@msn.com\n+eve(contoso.com)@msn.com',
    ]);
  });

  it('shows only what needs a look when asked', async () => {
    const harness = await openContacts();
    await enter(harness, 'bob@contoso.com\neve\nann@live.fr');
    await harness.user.click(await screen.findByRole('checkbox', { name: 'Show only the 2 to look at' }));
    expect(table('Addresses to type').queryByText('bob@contoso.com')).toBeNull();
    expect(table('Addresses to type').getByText(/lists no national variants/u)).toBeTruthy();
  });

  it('shows the first 200 of a long list, and copies all of it', async () => {
    const harness = await openContacts();
    await enter(harness, Array.from({ length: 250 }, (_, index) => `user${index}@contoso.com`).join('\n'));
    expect(await screen.findByText(/The first 200 are shown.*other 50/u)).toBeTruthy();
    expect(table('Addresses to type').getAllByRole('row')).toHaveLength(201);
    await harness.press('Copy all');
    expect(harness.bridge.inputsOf('clipboard.write')[0]?.text.split('\n')).toHaveLength(250);
  });

  it("takes another list of Microsoft's domains, leaves the provider's list alone, and goes back to it", async () => {
    const harness = await openContacts();
    const { wizard, press, user } = harness;
    const { provider } = wizard.store.getState().form;
    await enter(harness, 'ann@live.fr');
    await press(/^Microsoft's own domains: msn\.com/u);
    const list = screen.getByRole('textbox', { name: "Microsoft's own domains" });
    await user.click(list);
    await user.paste(', live.fr, live');
    expect(await screen.findByText('Not a domain name: live.')).toBeTruthy();
    expect(await screen.findByText(/One of Microsoft's own domains: as it is/u)).toBeTruthy();
    await press("Use the provider's list");
    expect(await screen.findByText('ann(live.fr)@msn.com')).toBeTruthy();
    expect(wizard.store.getState().form.provider).toBe(provider);
  });

  it('says that the usual domains count when the list is emptied', async () => {
    const harness = await openContacts();
    await harness.press(/^Microsoft's own domains/u);
    fill(screen.getByRole('textbox', { name: "Microsoft's own domains" }), '');
    expect(await screen.findByText(/four usual domains count/u)).toBeTruthy();
  });
});

describe('a CSV file', () => {
  it('is opened with its column guessed, and another column can be chosen', async () => {
    const harness = await openContacts();
    await openFile(harness, PEOPLE);
    expect(await screen.findByText('people.csv, 2 lines')).toBeTruthy();
    const column = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Column with the addresses' });
    expect(column.selectedOptions[0]?.textContent).toBe('2: Mail');
    expect(await screen.findByText('2 ready')).toBeTruthy();
    await harness.user.selectOptions(column, '3: Note');
    expect(await screen.findByText('1 ready, 1 cannot be used')).toBeTruthy();
    await harness.user.click(screen.getByRole('checkbox', { name: 'The first line names the columns' }));
    expect(await screen.findByText('people.csv, 3 lines')).toBeTruthy();
  });

  it('is saved with what each address became', async () => {
    const harness = await openContacts({ savedPath: '/home/admin/contacts.csv' });
    await openFile(harness, PEOPLE);
    await screen.findByText('2 ready');
    await harness.press('Save as CSV');
    expect(await screen.findByText('Saved to /home/admin/contacts.csv')).toBeTruthy();
    expect(harness.bridge.inputsOf('contacts.save')).toMatchObject([
      { direction: 'to-address', list: { column: 1, hasHeader: true, table: { delimiter: ';' } } },
    ]);
    await harness.user.click(screen.getByRole('checkbox', { name: 'The first line names the columns' }));
    await waitFor(() => expect(screen.queryByText(/^Saved to/u)).toBeNull());
  });

  it('gives way to what was typed before when it is closed', async () => {
    const harness = await openContacts();
    await enter(harness, 'eve@contoso.com');
    await openFile(harness, PEOPLE);
    await screen.findByText('2 ready');
    await harness.press('Close the file');
    expect(await screen.findByText('eve(contoso.com)@msn.com')).toBeTruthy();
  });

  it.each([
    ['is empty', '', 'The file is empty.'],
    ['has an open quotation mark', 'a\n"b', /line 2 is never closed/u],
    ['is too large', 'x'.repeat(5 * 1024 * 1024 + 1), /larger than 5 MB/u],
    ['is no text', 'PK\u0003\u0004\u0000\u0000', /is no text/u],
  ])('that %s is refused, and the reason stands where it was opened', async (_what, content, words) => {
    const harness = await openContacts();
    await openFile(harness, content);
    expect(await screen.findByText(words)).toBeTruthy();
    await openFile(harness, PEOPLE);
    expect(await screen.findByText('people.csv, 2 lines')).toBeTruthy();
  });
});

describe('the hand-out', () => {
  it('is shown in the chosen language, and copied as text', async () => {
    const harness = await openContacts();
    expect(screen.getByRole('article', { name: /Adding a Skype contact/u })).toBeTruthy();
    await harness.user.click(screen.getByRole('radio', { name: 'Deutsch' }));
    const sheet = await screen.findByRole('article', { name: /Einen Skype-Kontakt/u });
    expect(sheet.getAttribute('lang')).toBe('de');
    expect(within(sheet).getByText('anna(contoso.com)@msn.com')).toBeTruthy();
    await harness.press('Copy as text');
    await waitFor(() => expect(harness.bridge.inputsOf('clipboard.write')).toHaveLength(1));
    expect(harness.bridge.inputsOf('clipboard.write')[0]?.text).toMatch(/^Einen Skype-Kontakt/u);
  });

  it('is saved, and nothing is said when the dialog is closed', async () => {
    const saved = await openContacts({ savedPath: '/home/admin/hand-out.html' });
    await saved.press('Save the hand-out');
    expect(await screen.findByText('Saved to /home/admin/hand-out.html')).toBeTruthy();
    expect(saved.bridge.inputsOf('hand-out.save')).toEqual([
      { language: 'en', microsoftDomains: ['msn.com', 'outlook.com', 'live.com', 'hotmail.com'] },
    ]);
    const closed = await openContacts({ savedPath: null });
    await closed.press('Save the hand-out');
    await waitFor(() => expect(closed.bridge.inputsOf('hand-out.save')).toHaveLength(1));
    expect(screen.queryByText(/Saved to/u)).toBeNull();
  });
});
