import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate } from 'node:tls';
import type { CertificateFacts, ChainEnd } from '../../core/readiness/readiness-facts.ts';
import { type PublicRoots, chainEnd } from './certificate-chain.ts';
import { certificateFacts } from './certificate-facts.ts';

/** A chain as it was shown, the server's own certificate first, and where it ends. */
interface ReadChain {
  readonly certificates: readonly CertificateFacts[];
  readonly end: ChainEnd;
}

/** Reads the chain of a handshake; null while the server has sent no certificate. Throws for one that cannot be read. */
export type ChainReader = (shown: DetailedPeerCertificate | undefined) => ReadChain | null;

/** At most this many certificates of a chain are looked at. */
const MAX_CHAIN = 10;

/** A chain that many names and addresses show is read, and its signatures are checked, once. */
export function createChainReader(roots: PublicRoots): ChainReader {
  const known = new Map<string, ReadChain>();
  return (shown) => {
    const ders = chainOf(shown);
    if (ders.size === 0) return null;
    const key = [...ders.keys()].join(' ');
    const before = known.get(key);
    if (before) return before;
    const chain = [...ders.values()].map((der) => new X509Certificate(der));
    const read = { certificates: chain.map(certificateFacts), end: chainEnd(chain, roots) };
    known.set(key, read);
    return read;
  };
}

/** The certificates by fingerprint, in order. Node closes its list of issuers with a root that points to itself. */
function chainOf(shown: DetailedPeerCertificate | undefined): ReadonlyMap<string, Buffer> {
  const ders = new Map<string, Buffer>();
  let next = shown;
  while (next?.raw && ders.size < MAX_CHAIN && !ders.has(next.fingerprint256)) {
    ders.set(next.fingerprint256, next.raw);
    next = next.issuerCertificate;
  }
  return ders;
}
