import type { AgreementType } from '../answers/answers-schema.ts';

/** What a licensing agreement is called, what its number is called, and where that is found. */
interface AgreementWords {
  readonly label: string;
  readonly number: string;
  readonly hint: string;
}

/** The agreements to which a request was tied (facts F); page, report and reminders speak of them alike. */
export const agreementTexts = {
  'volume-licensing': {
    label: 'Volume Licensing',
    number: 'Agreement number',
    hint: 'The number of your Volume Licensing agreement, as on the signature form or in the licensing centre.',
  },
  'partner-network': {
    label: 'Partner Network',
    number: 'Headquarters partner ID',
    hint: 'The partner ID of your headquarters, not that of a branch.',
  },
  'service-provider': {
    label: 'Service Provider (SPLA)',
    number: 'Initial enrolment number',
    hint: 'The number of the first enrolment under your Services Provider License Agreement.',
  },
  'high-volume': {
    label: 'High Volume',
    number: 'Product enrolment number',
    hint: 'The enrolment number of the product, as in your high volume contract.',
  },
} as const satisfies Record<AgreementType, AgreementWords>;
