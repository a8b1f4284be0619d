import type { Snapshot } from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import type { ProvisioningRequest } from './answers-schema.ts';

/** One Access Edge of the request, and the SIP domains that are reached through it. */
export interface AccessEdge {
  readonly fqdn: string;
  readonly sipDomains: readonly string[];
}

/** The Access Edges of a request, in whichever form it names them. */
export function accessEdgesOf(request: ProvisioningRequest): readonly AccessEdge[] {
  return 'accessEdges' in request
    ? request.accessEdges
    : [{ fqdn: request.accessEdgeFqdn, sipDomains: request.sipDomains }];
}

/** The external names of the topology's Access Edges (`AccessEdgeExternalFqdn` of Get-CsService), each once. */
export function topologyEdges({ edgeServices }: Pick<Snapshot, 'edgeServices'>): readonly string[] {
  const names = edgeServices.flatMap(({ AccessEdgeExternalFqdn: fqdn }) => (fqdn ? [fqdn] : []));
  return names.filter((name, index) => names.findIndex((one) => isSameDomain(one, name)) === index);
}

/** How the request's Access Edges differ from those of the topology; both empty: they agree. */
export interface EdgeDifference {
  /** Named by the request, unknown to the topology. */
  readonly notInTopology: readonly string[];
  /** In the topology, left out of the request. */
  readonly notInRequest: readonly string[];
}

/** Compares the names; a topology that names none cannot be compared, and then nothing differs. */
export function compareEdges(fqdns: readonly string[], topology: readonly string[]): EdgeDifference {
  if (topology.length === 0) return { notInTopology: [], notInRequest: [] };
  const lacks = (list: readonly string[], name: string) => !list.some((one) => isSameDomain(one, name));
  return {
    notInTopology: fqdns.filter((fqdn) => fqdn !== '' && lacks(topology, fqdn)),
    notInRequest: topology.filter((fqdn) => lacks(fqdns, fqdn)),
  };
}
