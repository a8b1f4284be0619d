import * as z from 'zod/mini';
import { isHostName } from '../domains/domain-names.ts';
import type { Problem } from '../failure.ts';
import type { AccessEdge } from './access-edges.ts';
import { problems as say } from './problem-texts.ts';

/** What is needed of answers that are not right yet to compare the domains with each other and with the Access Edges. */
const requestShape = z.object({
  request: z.union([
    z.object({
      accessEdges: z.array(z.object({ fqdn: z.prefault(z.string(), ''), sipDomains: z.array(z.string()) })),
    }),
    z.object({ accessEdgeFqdn: z.prefault(z.string(), ''), sipDomains: z.array(z.string()) }),
  ]),
});

/** An Access Edge with the places of its answers. */
interface PlacedEdge extends AccessEdge {
  readonly fqdnPath: string;
  readonly domainsPath: string;
}

/**
 * The problems between the domains and the Access Edges of a request: what is named twice, stands under two Access Edges,
 * or names a server (facts F: one FQDN per domain, never the FQDN of a host). Takes answers that are not right yet, and
 * thousands of domains in one pass.
 */
export function provisioningProblems(answers: unknown): readonly Problem[] {
  const edges = placedEdges(answers);
  const hosts = new Set(edges.map(({ fqdn }) => fqdn.toLowerCase()));
  const seen = new Map<string, { readonly edge: PlacedEdge; readonly index: number }>();
  return edges.flatMap((edge, position) => [
    ...repeatedEdge(edges, position),
    ...edge.sipDomains.flatMap((domain, index) => {
      const key = domain.toLowerCase();
      const first = seen.get(key);
      if (!first) seen.set(key, { edge, index });
      const message = first ? repeatedDomain(domain, edge, first) : hostProblem(domain, hosts.has(key));
      return message === null ? [] : [{ path: `${edge.domainsPath}[${index}]`, message }];
    }),
  ]);
}

function placedEdges(answers: unknown): readonly PlacedEdge[] {
  const shape = z.safeParse(requestShape, answers);
  if (!shape.success) return [];
  const { request } = shape.data;
  if (!('accessEdges' in request)) {
    const { accessEdgeFqdn, sipDomains } = request;
    const [fqdnPath, domainsPath] = [edgeFqdnPath(null), edgeDomainsPath(null)];
    return [{ fqdn: accessEdgeFqdn, sipDomains, fqdnPath, domainsPath }];
  }
  return request.accessEdges.map((edge, index) => ({
    ...edge,
    fqdnPath: edgeFqdnPath(index),
    domainsPath: edgeDomainsPath(index),
  }));
}

/** The place of an Access Edge's name in the answers; null: of the only one. */
export function edgeFqdnPath(index: number | null): string {
  return index === null ? '$.request.accessEdgeFqdn' : `$.request.accessEdges[${index}].fqdn`;
}

/** The place of an Access Edge's domains in the answers; null: of the only one. */
export function edgeDomainsPath(index: number | null): string {
  return index === null ? '$.request.sipDomains' : `$.request.accessEdges[${index}].sipDomains`;
}

function repeatedEdge(edges: readonly PlacedEdge[], position: number): Problem[] {
  const edge = edges[position];
  if (!edge || edge.fqdn === '') return [];
  const first = edges.findIndex(({ fqdn }) => fqdn.toLowerCase() === edge.fqdn.toLowerCase());
  return first < position ? [{ path: edge.fqdnPath, message: say.duplicateEdge(edge.fqdn, first + 1) }] : [];
}

function repeatedDomain(domain: string, edge: PlacedEdge, first: { edge: PlacedEdge; index: number }): string {
  return first.edge === edge
    ? say.duplicateDomain(domain, first.index + 1)
    : say.domainOfOtherEdge(domain, first.edge.fqdn);
}

function hostProblem(domain: string, isEdge: boolean): string | null {
  if (isEdge) return say.domainIsEdge(domain);
  return isHostName(domain) ? say.domainIsHost(domain) : null;
}
