/** The Confirmation page. */
export const confirmationText = {
  lead: 'These are the details of the request, ready to be copied wherever a record of them is kept.',
  closedTitle: 'The portal is closed, so there is nothing to send',
  closedBody:
    'Since 15 August 2019 a deployment is found by its federation DNS record, _sipfederationtls._tcp on port 5061 for every SIP domain, and by the certificate of its Access Edge. The configuration does not wait for a request.',
  fields: 'Details of the request',
  copyAll: 'Copy all as text',
  all: 'All details',
  type: 'Agreement type',
  number: 'Number',
  terms: 'Terms',
  accepted: 'Accepted',
  acceptedAt: (when: string) => `Accepted on ${when}`,
  notAccepted: 'Not accepted',
  primary: 'Primary contact',
  alternate: 'Alternate contact',
  fqdn: (position: number | null) => (position === null ? 'Access Edge FQDN' : `Access Edge FQDN ${position}`),
  domains: (position: number | null) => (position === null ? 'SIP domains' : `SIP domains of Access Edge ${position}`),
  provider: 'Public IM provider',
  skype: 'Skype',
  notFilled: 'not filled in',
  more: (count: number) => `and ${count.toLocaleString('en')} more`,
  timeTitle: 'How long it took while the portal was open',
  time: 'Up to 30 days by the book, rarely over 48 hours. A confirmation mail was promised, and seldom arrived.',
  counts:
    'The landing page of the portal counted requests as In progress and as Activated, 0 and 0 at first. When a request was done, In progress went back to 0 and Activated grew.',
} as const;
