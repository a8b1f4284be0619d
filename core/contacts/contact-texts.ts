import type { ContactAddress, ContactCaution, ContactReason } from './contact-address.ts';

/** Why an address is what it is, or why there is none. */
const contactReasons: Record<ContactReason, string> = {
  'microsoft-domain': "One of Microsoft's own domains: as it is.",
  'other-domain': 'Another domain: it goes in brackets.',
  'already-decorated': 'In the form that is needed already.',
  decorated: "The domain in the brackets is the account's own.",
  'skype-id':
    'This form stands for a Skype name without a Microsoft account, so it is left as it is. It is known from practice only.',
  empty: 'This is empty. Enter the e-mail address of a Microsoft account.',
  'skype-name':
    "There is no @ in this. A Skype name cannot be added; ask for the e-mail address of the person's Microsoft account.",
  'too-many-at': 'There is more than one @ in this. Enter one e-mail address.',
  'no-name': 'The part before the @ is missing.',
  'bad-name': 'The part before the @ has a character that an e-mail address cannot have there.',
  'too-long': 'This is longer than an e-mail address can be: 64 characters before the @, 254 in all.',
  'bad-domain': 'The part after the @ is not a domain name.',
  'sip-prefix': 'Leave out "sip:". Enter the e-mail address alone.',
  'no-email-behind': 'This stands for a Skype name, so there is no e-mail address behind it.',
  'not-decorated':
    "This is no address to type: the domain is not in brackets, and it is none of Microsoft's own domains.",
};

/** What an administrator should know about an address that follows the rule. */
const contactCautions: Record<ContactCaution, string> = {
  'national-domain':
    'Microsoft lists no national variants of its domains. If the contact stays offline, try the e-mail as it is.',
  'microsoft-in-brackets':
    "One of Microsoft's own domains stands in the brackets. Such an account is usually typed as its e-mail.",
  'quoted-name': 'Quotation marks are valid but rare. Ask the person whether it is right.',
  'non-ascii': 'It has letters outside plain ASCII. Ask the person whether it is right.',
};

/** The reason and everything that is not certain, as one text. */
export function contactWords({ reason, cautions }: Pick<ContactAddress, 'reason' | 'cautions'>): string {
  return [contactReasons[reason], ...cautions.map((caution) => contactCautions[caution])].join(' ');
}

/** Headings of the columns that a converted list has beside its own. */
export const contactColumns = {
  email: 'E-mail',
  address: 'Address to type',
  why: 'Why',
} as const;

/** Said of a cell that was made safe for spreadsheets. */
export const guardedCell = 'An apostrophe before = + - or @ keeps spreadsheets from reading a formula; do not type it.';
