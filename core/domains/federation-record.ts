/** The DNS record by which federation partners find a deployment (facts G), in the parts that a form asks for. */
export const FEDERATION_SERVICE = '_sipfederationtls';
export const FEDERATION_PROTOCOL = '_tcp';

/** Federation with a public provider uses this port alone (facts G). */
export const FEDERATION_PORT = 5061;

/** The name of a domain's federation record. */
export function recordName(domain: string): string {
  return `${FEDERATION_SERVICE}.${FEDERATION_PROTOCOL}.${domain}`;
}
