import { type WizardForm, listedNames } from '../../../core/wizard/form.ts';
import { edgesOfForm } from '../../../core/wizard/edge-form.ts';
import { agreementText } from '../../../core/texts/pages/agreement.ts';
import { confirmationText as text } from '../../../core/texts/pages/confirmation.ts';
import { whenText } from '../../components/when-text.ts';

/** One detail of the request, as it is shown and copied. */
export interface ProvisioningFact {
  readonly label: string;
  readonly value: string;
  /** Which value is meant, where it is not plain. */
  readonly hint?: string;
}

/** Every detail of the request in the order in which the portal asked for it (facts F). */
export function provisioningFacts({ request }: WizardForm): readonly ProvisioningFact[] {
  const { agreement, contacts } = request;
  const type = agreement.type === '' ? null : agreementText.types[agreement.type];
  const filled = (value: string) => (value.trim() === '' ? text.notFilled : value.trim());
  const person = ({ name, email, phone }: typeof contacts.primary) =>
    filled(
      [name, email, phone]
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n'),
    );
  const edges = edgesOfForm(request).flatMap(({ fqdn, sipDomains }, index, { length }) => [
    { label: text.fqdn(length === 1 ? null : index + 1), value: filled(fqdn) },
    { label: text.domains(length === 1 ? null : index + 1), value: filled(listedNames(sipDomains).join('\n')) },
  ]);
  return [
    { label: text.type, value: type?.label ?? text.notFilled },
    {
      label: type?.number ?? text.number,
      value: filled(agreement.number),
      hint: type?.hint ?? agreementText.numberHint,
    },
    { label: text.terms, value: termsText(agreement) },
    ...edges,
    { label: text.provider, value: text.skype },
    { label: text.primary, value: person(contacts.primary) },
    { label: text.alternate, value: person(contacts.alternate) },
  ];
}

function termsText({ termsAccepted, termsAcceptedAt }: WizardForm['request']['agreement']): string {
  if (!termsAccepted) return text.notAccepted;
  return termsAcceptedAt === undefined ? text.accepted : text.acceptedAt(whenText(termsAcceptedAt));
}

/** The details as plain text, one a line; values of more than one line are indented below their name. */
export function textOfFacts(facts: readonly ProvisioningFact[]): string {
  return facts
    .map(({ label, value }) =>
      value.includes('\n') ? `${label}:\n  ${value.replaceAll('\n', '\n  ')}` : `${label}: ${value}`,
    )
    .join('\n');
}
