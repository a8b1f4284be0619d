import type {
  AddressFacts,
  CertificateFacts,
  HandshakeFacts,
  NamedFacts,
} from '../../core/readiness/readiness-facts.ts';
import { type ConcurrencyLimit, createConcurrencyLimit } from './concurrency-limit.ts';
import { createOncePerKey } from './once-per-key.ts';
import { retry } from './retry.ts';
import type { TlsAnswer, TlsProbe, TlsQuestion } from './tls-probe.ts';

/** Connections to one address at a time: a server that is slow holds up nobody but itself. */
const AT_ONE_ADDRESS = 4;

/** A name that is served, or said to be, at an address. */
export interface Endpoint {
  readonly name: string;
  readonly address: string;
}

/** What TLS servers show, each address and each name at an address once. */
export interface Endpoints {
  lookAt(endpoint: Endpoint): Promise<void>;
  /** What is known by now of these endpoints, with the certificates that belong to it. */
  seen(endpoints: readonly Endpoint[]): {
    addresses: AddressFacts[];
    names: NamedFacts[];
    certificates: Record<string, CertificateFacts>;
  };
}

/**
 * Creates the keeper of what TLS servers show; nothing is connected to yet.
 * @param limited holds for all addresses together
 */
export function createEndpoints(
  probe: TlsProbe,
  port: number,
  limited: ConcurrencyLimit,
  signal: AbortSignal,
): Endpoints {
  const certificates = new Map<string, CertificateFacts>();
  const ask = retriedProbe(probe, limited, signal);
  const connect = async (question: TlsQuestion): Promise<TlsAnswer> => {
    const answer = await ask(question);
    // Only the first of equal certificates is kept: a thousand names may share one.
    for (const one of answer.certificates)
      if (!certificates.has(one.fingerprint)) certificates.set(one.fingerprint, one);
    return answer;
  };
  const addresses = createOncePerKey<AddressFacts>(async (address) => {
    const answer = await connect({ address, port, name: null });
    return { address, port, connect: answer.connect, withoutName: answer.handshake };
  });
  const names = createOncePerKey<NamedFacts | null>(async (key) => {
    const { name, address } = endpointOf(key);
    // An address that cannot be connected to is not tried again for each of its names.
    if ((await addresses.of(address)).connect.outcome === 'closed') return null;
    const { connect: connected, handshake } = await connect({ address, port, name });
    return { name, address, port, handshake: handshake ?? lost(connected) };
  });
  return {
    lookAt: async (endpoint) => void (await names.of(keyOf(endpoint))),
    seen(endpoints) {
      const ips = [...new Set(endpoints.map(({ address }) => address))];
      const shown = ips.map((ip) => addresses.known(ip)).filter((one) => one !== undefined);
      const keys = [...new Set(endpoints.map(keyOf))];
      const named = keys.map((key) => names.known(key) ?? null).filter((one) => one !== null);
      const handshakes = [...shown.map(({ withoutName }) => withoutName), ...named.map(({ handshake }) => handshake)];
      return { addresses: shown, names: named, certificates: shownBy(handshakes, certificates) };
    },
  };
}

/** The probe within both limits, that of all addresses and that of its own; what had no answer in time is tried again. */
function retriedProbe(probe: TlsProbe, limited: ConcurrencyLimit, signal: AbortSignal): TlsProbe {
  const limits = new Map<string, ConcurrencyLimit>();
  return (question) => {
    const limitedHere = limits.get(question.address) ?? createConcurrencyLimit(AT_ONE_ADDRESS);
    limits.set(question.address, limitedHere);
    return retry(() => limitedHere(() => limited(() => probe(question))), isTimedOut, signal);
  };
}

/** Of all certificates those that the handshakes have shown. */
function shownBy(
  handshakes: readonly (HandshakeFacts | null)[],
  certificates: ReadonlyMap<string, CertificateFacts>,
): Record<string, CertificateFacts> {
  const fingerprints = new Set(handshakes.flatMap(chainOf));
  return Object.fromEntries([...certificates].filter(([fingerprint]) => fingerprints.has(fingerprint)));
}

function chainOf(handshake: HandshakeFacts | null): readonly string[] {
  return handshake?.outcome === 'completed' ? handshake.chain : [];
}

/** An address that could be connected to a moment ago, and could not again. */
function lost(connected: TlsAnswer['connect']): HandshakeFacts {
  const detail = connected.outcome === 'closed' ? connected.detail : '';
  const reason = connected.outcome === 'closed' && connected.reason === 'cancelled' ? 'cancelled' : 'closed';
  return { outcome: 'failed', reason, detail };
}

function isTimedOut({ connect }: TlsAnswer): boolean {
  return connect.outcome === 'closed' && connect.reason === 'timed-out';
}

function keyOf({ name, address }: Endpoint): string {
  return `${address} ${name}`;
}

function endpointOf(key: string): Endpoint {
  const space = key.indexOf(' ');
  return { address: key.slice(0, space), name: key.slice(space + 1) };
}
