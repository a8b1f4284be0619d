/**
 * The signature algorithm of a certificate, which Node 20's X509Certificate does not tell. A certificate is a sequence of
 * three: what is signed, the algorithm, the signature (RFC 5280, 4.1); the algorithm is a sequence that begins with its
 * OID. Only lengths and that one OID are read, and every length is checked against the bytes that are there.
 */

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const CONTEXT_0 = 0xa0;

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.2.840.10040.4.3': 'dsa-with-SHA1',
  '1.3.101.112': 'ed25519',
  '1.3.101.113': 'ed448',
};

const PSS = '1.2.840.113549.1.1.10';
/** The hash of an RSASSA-PSS signature stands in its parameters; SHA-1 when it is left out (RFC 8017, A.2.3). */
const PSS_HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly rest: Uint8Array;
}

/** The algorithm's name, its OID where it has none here, or `unknown` when the bytes are not a certificate. */
export function signatureAlgorithm(der: Uint8Array): string {
  const certificate = elementOf(der, SEQUENCE);
  const signed = certificate && elementOf(certificate.content, SEQUENCE);
  const algorithm = signed && elementOf(signed.rest, SEQUENCE);
  const identifier = algorithm && elementOf(algorithm.content, OBJECT_IDENTIFIER);
  if (!identifier) return 'unknown';
  const oid = oidOf(identifier.content);
  return oid === PSS ? `rsassaPss-${pssHash(identifier.rest)}` : (NAMES[oid] ?? oid);
}

function pssHash(parameters: Uint8Array): string {
  const sequence = elementOf(parameters, SEQUENCE);
  const hash = sequence && elementOf(sequence.content, CONTEXT_0);
  if (!hash) return 'sha1';
  const algorithm = elementOf(hash.content, SEQUENCE);
  const identifier = algorithm && elementOf(algorithm.content, OBJECT_IDENTIFIER);
  const oid = identifier ? oidOf(identifier.content) : 'unknown';
  return PSS_HASHES[oid] ?? oid;
}

/** The first element of the bytes when it has the tag and all its bytes are there, else null. */
function elementOf(bytes: Uint8Array, tag: number): Element | null {
  const [first, short] = bytes;
  if (first !== tag || short === undefined) return null;
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
  if (lengthBytes > 4 || short === 0x80) return null;
  const start = 2 + lengthBytes;
  const length = lengthBytes === 0 ? short : bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  if (start + length > bytes.length) return null;
  return { tag, content: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

function oidOf(bytes: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...others].join('.');
}
