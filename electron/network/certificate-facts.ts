import type { X509Certificate } from 'node:crypto';
import { type CertificateFacts, MAX_NAMES } from '../../core/readiness/readiness-facts.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

/** Bits of the curves by the names that Node gives them. */
const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
};
const MAX_TEXT = 1_000;

/** What a certificate says of itself. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const names = dnsNames(certificate.subjectAltName ?? '');
  const { subject, issuer, fingerprint256 } = certificate;
  return {
    fingerprint: fingerprint256,
    subject: oneLine(subject),
    commonName: /^CN=(.*)$/mu.exec(subject)?.[1]?.slice(0, MAX_TEXT) ?? null,
    issuer: oneLine(issuer),
    names: names.slice(0, MAX_NAMES).map((name) => name.slice(0, MAX_TEXT)),
    nameCount: names.length,
    validFrom: isoOf(certificate.validFrom),
    validTo: isoOf(certificate.validTo),
    // Node names it after the wrong extension: these are the OIDs of the extended key usage.
    extendedKeyUsage: certificate.keyUsage ? [...certificate.keyUsage] : null,
    ...keyFacts(certificate),
    signatureAlgorithm: signatureAlgorithm(certificate.raw),
    isSelfIssued: subject === issuer,
  };
}

function keyFacts(certificate: X509Certificate): Pick<CertificateFacts, 'keyType' | 'keySize'> {
  try {
    const { asymmetricKeyType = 'unknown', asymmetricKeyDetails: details = {} } = certificate.publicKey;
    const keySize = details.modulusLength ?? CURVE_BITS[details.namedCurve ?? ''] ?? null;
    return { keyType: asymmetricKeyType, keySize };
  } catch {
    // A key of a kind that OpenSSL does not know.
    return { keyType: 'unknown', keySize: null };
  }
}

/** `C=DE\nO=Contoso` as `C=DE, O=Contoso`. */
function oneLine(name: string): string {
  return name.replaceAll('\n', ', ').slice(0, MAX_TEXT);
}

/** Node writes `Nov 25 18:00:00 2026 GMT`. A date that cannot be read stays as it is written. */
function isoOf(written: string): string {
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? written : at.toISOString();
}

/**
 * The DNS names in what Node writes for the extension: `DNS:a, IP Address:1.2.3.4, DNS:"..."`. A value that holds a comma
 * or a quote is a JSON string there, so it cannot be taken for a name of its own.
 */
function dnsNames(written: string): string[] {
  const names: string[] = [];
  for (const [, kind, value = ''] of written.matchAll(/(?:^|, )([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)/gu)) {
    if (kind === 'DNS') names.push(value);
  }
  return names;
}
