import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { ChainEnd } from '../../core/readiness/readiness-facts.ts';

/** The certification authorities that count as public: those that Node carries, and what is added. */
export interface PublicRoots {
  /** Whether a root of the list issued the certificate. */
  haveIssued(certificate: X509Certificate): boolean;
  has(certificate: X509Certificate): boolean;
}

/**
 * @param extraPem certificates in PEM that count as public too, in one text or empty
 */
export function createPublicRoots(extraPem: string): PublicRoots {
  const extra = extraPem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu) ?? [];
  const pem = [...rootCertificates, ...extra];
  const state: { bySubject: ReadonlyMap<string, readonly X509Certificate[]> | null } = { bySubject: null };
  const named = (subject: string): readonly X509Certificate[] => {
    state.bySubject ??= groupedBySubject(pem);
    return state.bySubject.get(subject) ?? [];
  };
  return {
    haveIssued: (certificate) => named(certificate.issuer).some((root) => isIssuer(root, certificate)),
    has: ({ subject, fingerprint256 }) => named(subject).some((root) => root.fingerprint256 === fingerprint256),
  };
}

function groupedBySubject(pem: readonly string[]): ReadonlyMap<string, readonly X509Certificate[]> {
  const groups = new Map<string, X509Certificate[]>();
  for (const root of pem.map((one) => new X509Certificate(one))) {
    groups.set(root.subject, [...(groups.get(root.subject) ?? []), root]);
  }
  return groups;
}

/** Follows a server's certificate through those that came with it, by issuer and signature, to where that ends. */
export function chainEnd(chain: readonly X509Certificate[], roots: PublicRoots): ChainEnd {
  const [own] = chain;
  if (!own) return 'unknown-issuer';
  if (isIssuer(own, own)) return roots.has(own) ? 'public-root' : 'self-signed';
  let current = own;
  // Each certificate is taken once at most, so a circle ends.
  const left = new Set(chain.slice(1));
  for (;;) {
    const certificate = current;
    if (roots.has(certificate) || roots.haveIssued(certificate)) return 'public-root';
    if (isIssuer(certificate, certificate)) return 'private-root';
    const issuer = [...left].find((one) => one.ca && isIssuer(one, certificate));
    if (!issuer) return 'unknown-issuer';
    left.delete(issuer);
    current = issuer;
  }
}

function isIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that OpenSSL does not know signs nothing that can be checked.
    return false;
  }
}
