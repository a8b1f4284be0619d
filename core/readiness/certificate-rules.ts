import { certificateTexts as say } from './certificate-texts.ts';
import { type Judged, type JudgedCertificate, type JudgedDomain, judged } from './judged-domain.ts';
import type { CertificateFacts } from './readiness-facts.ts';
import { type ReadinessWords, readinessTexts } from './readiness-texts.ts';
import { certificateNames } from './remedies.ts';

/** Rules about certificates (facts G: certificate, certificate against topology). */

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';
const ANY_USAGE = '2.5.29.37.0';
const MIN_RSA_BITS = 2048;
const MIN_CURVE_BITS = 224;
const WEAK_SIGNATURE = /md5|sha-?1(?!\d)/iu;
const DAY_MS = 86_400_000;
/** Fewer days than this until the end are a warning. */
const WARN_DAYS = 30;

type CertificateRule = (certificate: JudgedCertificate, domain: JudgedDomain) => readonly Judged[];

/** Applies a rule to each certificate that the targets of a domain show. */
function ofEach(rule: CertificateRule): (domain: JudgedDomain) => readonly Judged[] {
  return (domain) => domain.certificates.flatMap((certificate) => rule(certificate, domain));
}

/** What a new certificate must hold, beside what is wrong with this one. */
function renewal({ servedNames }: JudgedCertificate) {
  return { certificate: certificateNames(servedNames) };
}

function subjectOf({ name, places }: JudgedCertificate): string {
  return readinessTexts.nameAt(name, places);
}

function holds({ names }: CertificateFacts, wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

/** True when not every name is known, so that one that is not found may be there all the same. */
function hasMoreNames({ names, nameCount }: CertificateFacts): boolean {
  return nameCount > names.length;
}

/** The wildcard that stands for the name, if the certificate has it: `*.contoso.com` for sip.contoso.com. */
function wildcardFor({ names }: CertificateFacts, wanted: string): string | null {
  const pattern = `*.${wanted.toLowerCase().split('.').slice(1).join('.')}`;
  return names.find((name) => name.toLowerCase() === pattern) ?? null;
}

/** The exact name of the target, in the subject or among the alternative names. A wildcard is not it. */
export const coverFindings = ofEach((certificate) => {
  const { own, name } = certificate;
  const subject = subjectOf(certificate);
  const seen = { target: name, commonName: own.commonName, names: own.names, nameCount: own.nameCount };
  if (holds(own, name)) return [judged('good', subject, say.covered(name), { ...seen, by: 'alternative-name' })];
  if (own.commonName?.toLowerCase() === name)
    return [judged('good', subject, say.coveredBySubject(name), { ...seen, by: 'subject' })];
  const wildcard = wildcardFor(own, name);
  const remedies = renewal(certificate);
  const list = remedies.certificate.subjectAltName;
  if (wildcard !== null)
    return [judged('blocking', subject, say.wildcard(name, wildcard, list), { ...seen, by: 'wildcard' }, remedies)];
  if (hasMoreNames(own))
    return [
      judged('cannot-tell', subject, say.tooManyNames(name, own.nameCount, list), { ...seen, by: null }, remedies),
    ];
  return [judged('blocking', subject, say.notCovered(name, own.names, list), { ...seen, by: null }, remedies)];
});

/** The common name stands among the alternative names too. */
export const commonNameFindings = ofEach((certificate) => {
  const { own } = certificate;
  const { commonName } = own;
  if (commonName === null) return [];
  const subject = subjectOf(certificate);
  const seen = { commonName };
  if (holds(own, commonName)) return [judged('good', subject, say.commonNameRepeated(commonName), seen)];
  const remedies = renewal(certificate);
  const list = remedies.certificate.subjectAltName;
  if (hasMoreNames(own))
    return [judged('cannot-tell', subject, say.tooManyNames(commonName, own.nameCount, list), seen, remedies)];
  const words = say.commonNameAlone(commonName, list);
  return [judged('warning', subject, words, seen, remedies)];
});

/** The Access Edge's own name, as the topology has it. */
export const edgeFindings = ofEach((certificate, { edge }) => {
  if (edge === null) return [];
  const subject = subjectOf(certificate);
  if (holds(certificate.own, edge)) return [judged('good', subject, say.edgeCovered(edge), { edge })];
  const remedies = renewal(certificate);
  const list = remedies.certificate.subjectAltName;
  const { names, nameCount } = certificate.own;
  if (hasMoreNames(certificate.own))
    return [judged('cannot-tell', subject, say.tooManyNames(edge, nameCount, list), { edge, nameCount }, remedies)];
  return [judged('blocking', subject, say.edgeNotCovered(edge, list), { edge, names }, remedies)];
});

/** A public certification authority issued it. */
export const issuerFindings = ofEach((certificate) => {
  const { own, handshake, chain } = certificate;
  const subject = subjectOf(certificate);
  const { issuer } = own;
  const root = chain.at(-1)?.subject ?? issuer;
  const seen = { issuer, chainEnd: handshake.chainEnd, root };
  switch (handshake.chainEnd) {
    case 'public-root':
      return [judged('good', subject, say.publicIssuer(issuer), seen)];
    case 'private-root':
      return [judged('blocking', subject, say.privateIssuer(root), seen, renewal(certificate))];
    case 'self-signed':
      return [judged('blocking', subject, say.selfSigned, seen, renewal(certificate))];
    case 'unknown-issuer':
      return [judged('cannot-tell', subject, say.unknownIssuer(chain.at(-1)?.issuer ?? issuer), seen)];
  }
});

/** The server sends its intermediate certificates. */
export const chainFindings = ofEach((certificate) => {
  const { handshake, chain } = certificate;
  const subject = subjectOf(certificate);
  const seen = { chainEnd: handshake.chainEnd, chain: chain.map((one) => one.subject) };
  if (handshake.chainEnd === 'unknown-issuer') {
    const last = chain.at(-1);
    return [judged('blocking', subject, say.chainIncomplete(last?.subject ?? '', last?.issuer ?? ''), seen)];
  }
  return handshake.chainEnd === 'self-signed' ? [] : [judged('good', subject, say.chainComplete(chain.length), seen)];
});

/** The certificate, and every intermediate one, is valid now and for a while. */
export const validityFindings = ofEach((certificate, { at }) => {
  const now = Date.parse(at);
  const subject = subjectOf(certificate);
  return certificate.chain.flatMap((one, place) => {
    const from = Date.parse(one.validFrom);
    const to = Date.parse(one.validTo);
    const seen = { certificate: one.subject, validFrom: one.validFrom, validTo: one.validTo };
    const verdict = (status: Judged['status'], words: ReadinessWords, days: number | null): Judged =>
      judged(
        status,
        subject,
        words,
        { ...seen, daysLeft: days },
        status === 'good' || place > 0 ? {} : renewal(certificate),
      );
    if (Number.isNaN(from) || Number.isNaN(to)) return [verdict('cannot-tell', say.unreadableDates(one.subject), null)];
    const daysLeft = Math.floor((to - now) / DAY_MS);
    if (now < from) return [verdict('blocking', say.notYetValid(one.subject, one.validFrom), daysLeft)];
    if (now > to) return [verdict('blocking', say.expired(one.subject, one.validTo), daysLeft)];
    if (daysLeft < WARN_DAYS) return [verdict('warning', say.endsSoon(one.subject, daysLeft, one.validTo), daysLeft)];
    return place === 0 ? [verdict('good', say.valid(daysLeft, one.validTo), daysLeft)] : [];
  });
});

/** The certificate may be used by a server. Client authentication was for AOL only, and is told without judgement. */
export const usageFindings = ofEach((certificate) => {
  const subject = subjectOf(certificate);
  const usages = certificate.own.extendedKeyUsage;
  const hasClient = usages?.includes(CLIENT_AUTHENTICATION) ?? false;
  const seen = { extendedKeyUsage: usages, clientAuthentication: hasClient };
  if (usages === null) return [judged('good', subject, say.usageUnlimited, seen)];
  const isServer = usages.includes(SERVER_AUTHENTICATION) || usages.includes(ANY_USAGE);
  if (isServer) return [judged('good', subject, say.usageServer(hasClient), seen)];
  return [judged('blocking', subject, say.usageOther, seen, renewal(certificate))];
});

/** The key is strong enough. */
export const keyFindings = ofEach((certificate) => {
  const { keyType, keySize } = certificate.own;
  const subject = subjectOf(certificate);
  const seen = { keyType, keySize };
  if (keySize === null) return [judged('cannot-tell', subject, say.keyUnknown(keyType), seen)];
  const least = keyType.startsWith('rsa') || keyType === 'dsa' ? MIN_RSA_BITS : MIN_CURVE_BITS;
  if (keySize >= least) return [judged('good', subject, say.keyStrong(keyType, keySize), seen)];
  return [judged('blocking', subject, say.keyWeak(keyType, keySize, least), seen, renewal(certificate))];
});

/** No signature of MD5 or SHA-1; that of a root counts for nothing and is not looked at. */
export const signatureFindings = ofEach((certificate) => {
  const subject = subjectOf(certificate);
  const signed = certificate.chain.filter(({ isSelfIssued }, place) => place === 0 || !isSelfIssued);
  const seen = { algorithms: signed.map(({ subject, signatureAlgorithm }) => ({ subject, signatureAlgorithm })) };
  const weak = signed.find(({ signatureAlgorithm }) => WEAK_SIGNATURE.test(signatureAlgorithm));
  if (weak) {
    const words = say.signatureWeak(weak.subject, weak.signatureAlgorithm);
    return [judged('blocking', subject, words, seen, renewal(certificate))];
  }
  const unnamed = signed.find(({ signatureAlgorithm }) => /^[\d.]+$|unknown/u.test(signatureAlgorithm));
  if (unnamed) return [judged('cannot-tell', subject, say.signatureUnknown(unnamed.signatureAlgorithm), seen)];
  return [judged('good', subject, say.signatureStrong(certificate.own.signatureAlgorithm), seen)];
});
