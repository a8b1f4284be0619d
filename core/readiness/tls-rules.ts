import { type Judged, type JudgedDomain, type JudgedEndpoint, judged, placeOf } from './judged-domain.ts';
import type { HandshakeFacts } from './readiness-facts.ts';
import { readinessTexts } from './readiness-texts.ts';
import { tlsTexts as say } from './tls-texts.ts';

/** Rules about connections and handshakes (facts G: TCP/TLS 5061, same certificate on all Edges of a pool). */

/** Each address once, however many names lead to it. */
function differentAddresses(endpoints: readonly JudgedEndpoint[]): readonly JudgedEndpoint[] {
  return [...new Map(endpoints.map((one) => [one.facts.address, one])).values()];
}

/** The port can be connected to. No answer may be the work of a firewall on the way, so it is no proof. */
export function reachFindings({ endpoints }: JudgedDomain): readonly Judged[] {
  return differentAddresses(endpoints).map(({ facts }) => {
    const { connect } = facts;
    const place = placeOf(facts);
    const seen = { address: facts.address, port: facts.port, connect };
    if (connect.outcome === 'open') return judged('good', place, say.reachable(place, connect.ms), seen);
    switch (connect.reason) {
      case 'refused':
        return judged('blocking', place, say.refused(place), seen);
      case 'timed-out':
        return judged('cannot-tell', place, say.connectTimedOut(place), seen);
      case 'unreachable':
        return judged('cannot-tell', place, say.unreachable(place), seen);
      case 'cancelled':
      case 'other':
        return judged('cannot-tell', place, say.connectFailed(place, connect.detail), seen);
    }
  });
}

/** A TLS server answers there, and shows a certificate. */
export function handshakeFindings({ endpoints }: JudgedDomain): readonly Judged[] {
  return endpoints.flatMap(({ name, facts, handshake }) => {
    if (handshake === null) return [];
    const subject = readinessTexts.nameAt(name, placeOf(facts));
    const seen = { address: facts.address, port: facts.port, name, handshake };
    if (handshake.outcome === 'completed') return [judged('good', subject, say.handshake(handshake.ms), seen)];
    const status = handshake.reason === 'cancelled' ? 'cannot-tell' : 'blocking';
    return [judged(status, subject, say.handshakeFailed(handshake.reason, handshake.detail), seen)];
  });
}

const OLD_PROTOCOLS = ['SSLv3', 'TLSv1', 'TLSv1.1'];

/** TLS 1.2 or newer. The version that was agreed on is the newest of the server, since this side offers all. */
export function versionFindings({ endpoints }: JudgedDomain): readonly Judged[] {
  return endpoints.flatMap(({ name, facts, handshake }) => {
    if (handshake?.outcome !== 'completed') return [];
    const { protocol } = handshake;
    const subject = readinessTexts.nameAt(name, placeOf(facts));
    if (!OLD_PROTOCOLS.includes(protocol)) return [judged('good', subject, say.protocol(protocol), { protocol })];
    return [judged('blocking', subject, say.oldProtocol(protocol), { protocol })];
  });
}

function ownFingerprint(handshake: HandshakeFacts | null): string | null {
  return handshake?.outcome === 'completed' ? (handshake.chain[0] ?? null) : null;
}

/** Every address of a target shows the same certificate. */
export function poolFindings({ endpoints }: JudgedDomain): readonly Judged[] {
  const names = [...new Set(endpoints.map(({ name }) => name))];
  return names.flatMap((name) => {
    const shown = endpoints
      .filter((one) => one.name === name)
      .map(({ facts, handshake }) => ({ place: placeOf(facts), fingerprint: ownFingerprint(handshake) }))
      .filter(({ fingerprint }) => fingerprint !== null);
    if (shown.length < 2) return [];
    const isSame = new Set(shown.map(({ fingerprint }) => fingerprint)).size === 1;
    const words = isSame ? say.samePool(shown.length) : say.differentPool(shown.map(({ place }) => place));
    return [judged(isSame ? 'good' : 'warning', name, words, { shown })];
  });
}

/** Who asks for no name is shown the same: older partners ask for none. */
export function namelessFindings({ endpoints }: JudgedDomain): readonly Judged[] {
  return endpoints.flatMap(({ name, facts, handshake }) => {
    const withName = ownFingerprint(handshake);
    if (withName === null) return [];
    const subject = readinessTexts.nameAt(name, placeOf(facts));
    const withoutName = ownFingerprint(facts.withoutName);
    const seen = { withName, withoutName };
    if (withoutName === null) return [judged('warning', subject, say.nothingWithoutName, seen)];
    if (withoutName !== withName) return [judged('warning', subject, say.otherWithoutName(name), seen)];
    return [judged('good', subject, say.sameWithoutName, seen)];
  });
}
