import type { Direction, HandOutLanguage } from '../../contacts/contact-choices.ts';
import { counted, numberText } from '../../formats/plural.ts';

/** The Add contacts page. */
export const addContactsText = {
  lead: 'Users add a Skype contact by the e-mail of its Microsoft account, never by a Skype name. This page says what to type, for one contact or a whole list, and writes the hand-out that tells users how.',
  source: 'Addresses',
  direction: 'What do you have?',
  directions: {
    'to-address': 'E-mail addresses',
    'to-email': 'Addresses that users type',
  } satisfies Record<Direction, string>,
  input: {
    'to-address': 'E-mail addresses',
    'to-email': 'Addresses that users type',
  } satisfies Record<Direction, string>,
  inputHint: 'Type one, or paste a list: one a line, or separated by commas, semicolons or tabs.',
  openFile: 'Open a CSV file',
  openHint: 'Its other columns stay as they are.',
  file: 'Opened file',
  fileLines: (name: string, lines: number) => `${name}, ${counted(lines, { one: 'line', other: 'lines' })}`,
  closeFile: 'Close the file',
  column: 'Column with the addresses',
  columnOption: (number: number, name: string | null) => (name === null ? `Column ${number}` : `${number}: ${name}`),
  hasHeader: 'The first line names the columns',
  domainsLabel: (domains: readonly string[]) => `Microsoft's own domains: ${domains.join(', ')}`,
  domains: "Microsoft's own domains",
  domainsHint:
    'Addresses at these domains are typed as they are. The list counts for this page and the hand-out only; the exclusion list of the provider stays as it is.',
  domainsRefused: (refused: readonly string[]) => `Not a domain name: ${refused.join(', ')}.`,
  domainsEmpty: "The list is empty, so Microsoft's four usual domains count.",
  domainsReset: "Use the provider's list",
  results: {
    'to-address': 'Addresses to type',
    'to-email': 'E-mail addresses',
  } satisfies Record<Direction, string>,
  columns: {
    'to-address': { given: 'E-mail', result: 'Type this address' },
    'to-email': { given: 'Address', result: 'E-mail' },
  } satisfies Record<Direction, object>,
  reason: 'Why',
  copyColumn: 'Copy',
  none: 'Enter an address to see what to type.',
  copyAll: 'Copy all',
  all: 'All addresses',
  saveList: 'Save as CSV',
  saved: (path: string) => `Saved to ${path}`,
  count: (good: number, bad: number) =>
    bad === 0 ? `${numberText(good)} ready` : `${numberText(good)} ready, ${numberText(bad)} cannot be used`,
  onlyNoted: (count: number) => `Show only the ${numberText(count)} to look at`,
  more: (count: number) => `The first 200 are shown. Copy all and Save as CSV have the other ${numberText(count)} too.`,
  refused: 'none',
  handOut: 'Hand-out for users',
  handOutLead:
    'It tells users how to add a contact, what to expect and which alerts to set. Save it as a web page or as text, or paste it into a message.',
  language: 'Language',
  languages: { en: 'English', de: 'Deutsch' } satisfies Record<HandOutLanguage, string>,
  saveHandOut: 'Save the hand-out',
  copyHandOut: 'Copy as text',
  preview: 'The hand-out',
} as const;
