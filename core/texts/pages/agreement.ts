import { agreementTexts } from '../../provisioning/agreement-texts.ts';

/** The Agreement page. */
export const agreementText = {
  lead: 'The provisioning request was tied to a Microsoft licensing agreement. The details are kept with your report.',
  recordTitle: 'This part is a record',
  recordBody:
    'The portal that took these requests closed on 15 August 2019, so nothing is sent. You can leave the record out.',
  keeps: 'Keep a record of the request',
  keepsHint: 'Off: the pages of the request ask for nothing, and the report has no request.',
  leftOut: 'The request is left out. Switch it on at Agreement to fill in this page.',
  type: 'Agreement type',
  types: agreementTexts,
  number: 'Number',
  numberHint: 'Choose the agreement type to see which number is meant.',
  terms: 'Terms',
  accept: 'I have read and accept the terms and conditions of public IM connectivity in our licensing agreement',
  acceptedAt: (when: string) => `Accepted on ${when}. The date is kept with the request.`,
} as const;
