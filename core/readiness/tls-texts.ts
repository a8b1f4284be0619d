import { listed } from '../formats/lists.ts';
import type { HandshakeFacts } from './readiness-facts.ts';
import type { ReadinessWords } from './readiness-texts.ts';

const HANDSHAKE_FAILURES: Readonly<
  Record<Extract<HandshakeFacts, { outcome: 'failed' }>['reason'], (detail: string) => ReadinessWords>
> = {
  'timed-out': () => [
    'The connection was accepted, but the server did not finish the TLS handshake in time.',
    'Check that the Access Edge service runs and that nothing in between holds the connection.',
  ],
  closed: () => [
    'The connection was accepted and then closed before the server showed a certificate.',
    'Check that the Access Edge service runs and that a certificate is assigned to its external side.',
  ],
  'not-tls': () => [
    'What answers at this port does not speak TLS.',
    'Check that the port leads to the external side of the Access Edge service.',
  ],
  'too-large': () => [
    'The server sent more certificate data than a TLS handshake may hold, and was refused.',
    'Assign a certificate with fewer names to the external side of the Access Edge.',
  ],
  'refused-by-server': (detail) => [
    `The server ended the TLS handshake before it showed a certificate (${detail}).`,
    'Check the TLS versions and the certificate of the external side of the Access Edge.',
  ],
  cancelled: () => ['The check was cancelled before the handshake ended.', 'Check again.'],
  other: (detail) => [`The TLS handshake failed: ${detail || 'no reason was given'}.`, 'Check again, or from outside.'],
};

/** What is so of connections and handshakes, and what to do. */
export const tlsTexts = {
  reachable: (place: string, ms: number): ReadinessWords => [`${place} accepted a connection in ${ms} ms.`, ''],
  refused: (place: string): ReadinessWords => [
    `${place} refused the connection: nothing listens at this port, or a firewall rejects it.`,
    'Start the Access Edge service, and open TCP 5061 in both directions between it and the internet.',
  ],
  connectTimedOut: (place: string): ReadinessWords => [
    `${place} did not answer. A firewall in front of this computer, or in front of the server, may drop the connection.`,
    'Check from outside. If it fails there too, open TCP 5061 in both directions.',
  ],
  unreachable: (place: string): ReadinessWords => [
    `This computer has no way to ${place}.`,
    'Check from a computer that has one, for example from outside.',
  ],
  connectFailed: (place: string, detail: string): ReadinessWords => [
    `${place} could not be connected to${detail === '' ? '' : ` (${detail})`}.`,
    'Check again, or from outside.',
  ],
  handshake: (ms: number): ReadinessWords => [`The server showed its certificate in ${ms} ms.`, ''],
  handshakeFailed: (reason: keyof typeof HANDSHAKE_FAILURES, detail: string): ReadinessWords =>
    HANDSHAKE_FAILURES[reason](detail),
  protocol: (protocol: string): ReadinessWords => [`The server speaks ${protocol}.`, ''],
  oldProtocol: (protocol: string): ReadinessWords => [
    `The newest version that the server speaks is ${protocol}. Partners ask for TLS 1.2 or newer.`,
    'Enable TLS 1.2 on the Edge Server, in Windows and in .NET.',
  ],
  samePool: (count: number): ReadinessWords => [`All ${count} addresses show the same certificate.`, ''],
  differentPool: (places: readonly string[]): ReadinessWords => [
    `The addresses ${listed(places)} show different certificates. Every Edge Server of a pool has to have the same one.`,
    'Export the certificate with its private key, and assign it to every Edge Server of the pool.',
  ],
  sameWithoutName: ['Who asks for no server name (SNI) is shown the same certificate.', ''] as ReadinessWords,
  nothingWithoutName: [
    'Who asks for no server name (SNI) is shown no certificate. Older partners ask for none.',
    'Let whatever stands in front of the Access Edge pass TLS through unchanged.',
  ] as ReadinessWords,
  otherWithoutName: (name: string): ReadinessWords => [
    `Who does not ask for ${name} (SNI) is shown another certificate. Older partners ask for no name.`,
    'Let whatever stands in front of the Access Edge pass TLS through unchanged, or make this certificate its default.',
  ],
} as const;
