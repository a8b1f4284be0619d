/** The Contacts page. */
export const contactsText = {
  lead: 'Two people who can be reached about this request. Both are kept with your report and sent nowhere.',
  primary: 'Primary contact',
  alternate: 'Alternate contact',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  optional: 'Optional',
} as const;
