/** The Add contacts page. */
export const addContactsText = {
  lead: 'Users add a Skype contact by the e-mail of its Microsoft account, never by a Skype name. This page says what to type.',
  input: 'E-mail addresses',
  inputHint: 'One address a line, or a pasted list.',
  excluded: (domains: readonly string[]) => `Used as they are: addresses at ${domains.join(', ')}.`,
  table: 'Addresses to type',
  email: 'E-mail',
  address: 'Type this address',
  reason: 'Why',
  copyColumn: 'Copy',
  none: 'Enter an address to see what to type.',
  copyAll: 'Copy all addresses',
  all: 'All addresses',
  count: (good: number, bad: number) => (bad === 0 ? `${good} ready` : `${good} ready, ${bad} cannot be used`),
  more: (count: number) =>
    `The first 200 are shown. Copy all addresses has the other ${count.toLocaleString('en')} too.`,
  refused: 'no address',
  howTitle: 'How a user adds the contact',
  how: [
    'Sign out and in again once after the change, so that the client sees the new provider.',
    'Choose Add a contact, then Add a contact not in my organization, then Skype.',
    'Type the address from the table and pick a group and a privacy relationship.',
    'The contact accepts the request in Skype. Presence and messages work when both sides have accepted.',
  ],
  note: 'The client does not check addresses: a wrong one is added too, and stays offline.',
  alertsTitle: 'Alerts that are worth setting',
  alerts: [
    'Tools, Options, Alerts: tell me when someone adds me to his or her contact list.',
    'Contacts not using Lync: allow invites but block all other communications.',
  ],
} as const;
