import { FEDERATION_PORT, FEDERATION_PROTOCOL, FEDERATION_SERVICE, recordName } from '../domains/federation-record.ts';

/** What mends a finding, in the forms in which it is typed in elsewhere. */

/** A DNS record in zone-file form, and as the fields of a provider's form. */
export interface DnsRecord {
  readonly zoneFile: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The names that a certificate must hold, and the same as the value of a request's `subjectAltName`. */
export interface CertificateNames {
  readonly names: readonly string[];
  readonly subjectAltName: string;
}

const TTL_SECONDS = 3600;

/** The federation record of a domain (facts G: port 5061; the target one label and the domain). */
export function federationRecord(domain: string, target: string): DnsRecord {
  return {
    zoneFile: `${recordName(domain)}. ${TTL_SECONDS} IN SRV 0 0 ${FEDERATION_PORT} ${target}.`,
    fields: {
      service: FEDERATION_SERVICE,
      protocol: FEDERATION_PROTOCOL,
      name: domain,
      type: 'SRV',
      priority: '0',
      weight: '0',
      port: String(FEDERATION_PORT),
      target,
      ttl: String(TTL_SECONDS),
    },
  };
}

/** The address record of a target. `<...>` stands where only the administrator knows the address. */
export function addressRecord(name: string): DnsRecord {
  const value = '<public address of the Access Edge>';
  return {
    zoneFile: `${name}. ${TTL_SECONDS} IN A ${value}`,
    fields: { name, type: 'A', value, ttl: String(TTL_SECONDS) },
  };
}

/** The names as a list for a certificate request. */
export function certificateNames(names: readonly string[]): CertificateNames {
  return { names, subjectAltName: names.map((name) => `DNS:${name}`).join(',') };
}

/** True when a name is exactly one label and the domain: `sip.contoso.com` for contoso.com (facts G). */
export function isDirectlyBeneath(name: string, domain: string): boolean {
  const [label = '', ...rest] = name.toLowerCase().split('.');
  return label !== '' && rest.join('.') === domain.toLowerCase();
}

/** A target that fits the domain: one that is there already, the Access Edge where it fits, else `sip` and the domain. */
export function fittingTarget(domain: string, targets: readonly string[], edge: string | null): string {
  const known = [...targets, ...(edge === null ? [] : [edge])];
  return known.find((name) => isDirectlyBeneath(name, domain))?.toLowerCase() ?? `sip.${domain.toLowerCase()}`;
}
