import { accessEdgesOf } from '../answers/access-edges.ts';
import type { ProvisioningRequest } from '../answers/answers-schema.ts';
import type { WizardForm } from './form.ts';

/** One Access Edge of the form, with its domains one a line. */
export interface EdgeForm {
  readonly fqdn: string;
  readonly sipDomains: string;
}

/** Every Access Edge of the form, the first one first; there always is one. */
export function edgesOfForm({ accessEdgeFqdn, sipDomains, furtherEdges }: WizardForm['request']): readonly EdgeForm[] {
  return [{ fqdn: accessEdgeFqdn, sipDomains }, ...furtherEdges];
}

/** The form with these Access Edges. */
export function withEdges(form: WizardForm, edges: readonly EdgeForm[]): WizardForm {
  const [first = { fqdn: '', sipDomains: '' }, ...furtherEdges] = edges;
  const { fqdn: accessEdgeFqdn, sipDomains } = first;
  return { ...form, request: { ...form.request, accessEdgeFqdn, sipDomains, furtherEdges } };
}

/** The Access Edges of a request as the form holds them. */
export function edgesOfProvisioning(
  request: ProvisioningRequest,
): Pick<WizardForm['request'], 'accessEdgeFqdn' | 'sipDomains' | 'furtherEdges'> {
  const [first, ...furtherEdges] = accessEdgesOf(request).map(({ fqdn, sipDomains }) => ({
    fqdn,
    sipDomains: sipDomains.join('\n'),
  }));
  return { accessEdgeFqdn: first?.fqdn ?? '', sipDomains: first?.sipDomains ?? '', furtherEdges };
}
