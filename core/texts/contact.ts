import type { ContactAddress } from '../contact-address.ts';

/** Why an address is what it is, or why there is none. */
export const contactReasons: Record<ContactAddress['reason'], string> = {
  'microsoft-domain': "This is one of Microsoft's own domains, so the address is used as it is.",
  'other-domain': "The account is outside Microsoft's own domains, so its domain goes in brackets.",
  'already-decorated': 'This address is in the form that is needed already.',
  empty: 'This is empty. Enter the e-mail address of a Microsoft account.',
  'skype-name':
    "There is no @ in this. A Skype name cannot be added; ask for the e-mail address of the person's Microsoft account.",
  'too-many-at': 'There is more than one @ in this. Enter one e-mail address.',
  'no-name': 'The part before the @ is missing.',
  'bad-name': 'The part before the @ has a character that a Microsoft account cannot have.',
  'too-long': 'The part before the @ is longer than 64 characters.',
  'bad-domain': 'The part after the @ is not a domain name.',
  'sip-prefix': 'Leave out "sip:". Enter the e-mail address alone.',
};
