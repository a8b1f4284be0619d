import type { AgreementType } from '../answers/answers-schema.ts';

export const agreementTypes: Record<AgreementType, string> = {
  'volume-licensing': 'Volume Licensing',
  'partner-network': 'Partner Network',
  'service-provider': 'Service Provider (SPLA)',
  'high-volume': 'High Volume',
};

export const agreementNumbers: Record<AgreementType, string> = {
  'volume-licensing': 'Agreement number',
  'partner-network': 'Headquarters partner ID',
  'service-provider': 'Initial enrolment number',
  'high-volume': 'Product enrolment number',
};
