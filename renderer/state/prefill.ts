import type { WizardForm } from '../../core/wizard/form.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';

/** The values that were filled in from the deployment; a field that still has one has not been touched. */
export interface Prefilled {
  readonly accessEdgeFqdn: string;
  readonly sipDomains: string;
}

export const NOT_PREFILLED: Prefilled = { accessEdgeFqdn: '', sipDomains: '' };

/** What the deployment knows of the request: its Access Edge and its SIP domains, the default domain first. */
export function knownForProvisioning(snapshot: Snapshot): Prefilled {
  const domains = [...snapshot.sipDomains].sort((one, other) => Number(other.IsDefault) - Number(one.IsDefault));
  return {
    accessEdgeFqdn: snapshot.edgeServices.find((edge) => edge.AccessEdgeExternalFqdn)?.AccessEdgeExternalFqdn ?? '',
    sipDomains: domains.map((domain) => domain.Name ?? domain.Identity).join('\n'),
  };
}

/**
 * Fills in what the deployment knows where the administrator has typed nothing; what was typed stays. A form in which
 * nothing is to be filled in is given back itself: whatever was planned for it still holds.
 */
export function prefill(form: WizardForm, previous: Prefilled, known: Prefilled): WizardForm {
  const { request } = form;
  const value = (name: keyof Prefilled) =>
    request[name] === '' || request[name] === previous[name] ? known[name] : request[name];
  const accessEdgeFqdn = value('accessEdgeFqdn');
  const sipDomains = value('sipDomains');
  if (accessEdgeFqdn === request.accessEdgeFqdn && sipDomains === request.sipDomains) return form;
  return { ...form, request: { ...request, accessEdgeFqdn, sipDomains } };
}
