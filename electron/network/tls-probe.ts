import { type Socket, connect } from 'node:net';
import { type SecureContext, TLSSocket, createSecureContext, connect as secure } from 'node:tls';
import * as z from 'zod/mini';
import type { CertificateFacts, ConnectFacts, HandshakeFacts } from '../../core/readiness/readiness-facts.ts';
import type { PublicRoots } from './certificate-chain.ts';
import { type ChainReader, createChainReader } from './chain-reader.ts';

/** One connection: to an address, asking for a name or for none. */
export interface TlsQuestion {
  readonly address: string;
  readonly port: number;
  /** The name to ask for (SNI); null asks for none. */
  readonly name: string | null;
}

/** What one connection showed. Without a connection there is no handshake. */
export interface TlsAnswer {
  readonly connect: ConnectFacts;
  readonly handshake: HandshakeFacts | null;
  /** The certificates of the chain, the server's own first. */
  readonly certificates: readonly CertificateFacts[];
}

/** Looks at one connection. Never rejects. */
export type TlsProbe = (question: TlsQuestion) => Promise<TlsAnswer>;

/**
 * Looks at what an address shows in a TLS handshake, and closes the connection as soon as its certificates are known;
 * nothing of SIP is sent. One time limit holds for the whole connection, however slowly bytes come, and the TLS library
 * refuses a certificate message of more than 100 KB. Certificates are taken as soon as the handshake has brought them: a
 * server that insists on a certificate of ours ends a handshake after that.
 */
export function createTlsProbe(roots: PublicRoots, timeoutMs: number, signal: AbortSignal): TlsProbe {
  const secureContext = permissiveContext();
  const read = createChainReader(roots);
  return async ({ address, port, name }: TlsQuestion): Promise<TlsAnswer> => {
    const startedAt = performance.now();
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort('timed-out'), timeoutMs);
    const cancel = (): void => limit.abort('cancelled');
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    const tcp = connect({ host: address, port });
    try {
      const opened = await connected(tcp, limit.signal, startedAt);
      if (opened.outcome === 'closed') return { connect: opened, handshake: null, certificates: [] };
      return { connect: opened, ...(await handshake(tcp, { name, secureContext, read }, limit.signal)) };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      tcp.destroy();
    }
  };
}

async function connected(socket: Socket, limit: AbortSignal, startedAt: number): Promise<ConnectFacts> {
  const error = await firstOf(socket, 'connect', limit);
  if (error === null) return { outcome: 'open', ms: since(startedAt) };
  return { outcome: 'closed', reason: CONNECT_REASONS[error.code] ?? 'other', detail: error.detail };
}

/** Every version and cipher that the library still has: what a server does is to be seen, not to be refused. */
function permissiveContext(): SecureContext {
  const options = { minVersion: 'TLSv1', maxVersion: 'TLSv1.3' } as const;
  try {
    return createSecureContext({ ...options, ciphers: 'DEFAULT:@SECLEVEL=0' });
  } catch {
    // Electron's TLS library has no security levels.
    return createSecureContext(options);
  }
}

interface SecureOptions {
  readonly name: string | null;
  readonly secureContext: SecureContext;
  readonly read: ChainReader;
}

type Shown = Omit<TlsAnswer, 'connect'>;

async function handshake(tcp: Socket, options: SecureOptions, limit: AbortSignal): Promise<Shown> {
  const startedAt = performance.now();
  const socket = secured(tcp, options);
  if (!(socket instanceof TLSSocket)) return failure(socket);
  const seen: { shown: Shown | null } = { shown: null };
  const look = (): void => {
    try {
      seen.shown ??= shownBy(socket, options.read, startedAt);
      if (seen.shown) socket.emit('seen');
    } catch (error) {
      // A certificate that the library hands on and cannot read.
      socket.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  socket.on('keylog', look);
  socket.on('secureConnect', look);
  const ended = await firstOf(socket, 'seen', limit);
  socket.destroy();
  return seen.shown ?? failure(ended);
}

/** Begins the handshake. A name from DNS may be one that the library refuses to ask for. */
function secured(tcp: Socket, { name, secureContext }: SecureOptions): TLSSocket | Ended {
  // The handshake is looked at, not trusted: nothing is sent over it.
  const options = { socket: tcp, secureContext, rejectUnauthorized: false };
  try {
    return secure(name === null ? options : { ...options, servername: name });
  } catch (error) {
    return { code: '', detail: String(error).slice(0, 300) };
  }
}

function failure(ended: Ended | null): Shown {
  const reason = HANDSHAKE_REASONS[ended?.code ?? ''] ?? 'other';
  return { handshake: { outcome: 'failed', reason, detail: ended?.detail ?? '' }, certificates: [] };
}

/** What the server has shown so far; null while it has sent no certificate. */
function shownBy(socket: TLSSocket, read: ChainReader, startedAt: number): Shown | null {
  const chain = read(socket.getPeerCertificate(true));
  if (!chain) return null;
  const { certificates, end } = chain;
  return {
    handshake: {
      outcome: 'completed',
      protocol: socket.getProtocol() ?? 'unknown',
      chain: certificates.map(({ fingerprint }) => fingerprint),
      chainEnd: end,
      ms: since(startedAt),
    },
    certificates,
  };
}

const CONNECT_REASONS: Readonly<Record<string, Extract<ConnectFacts, { outcome: 'closed' }>['reason']>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  ETIMEDOUT: 'timed-out',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EINVAL: 'unreachable',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
};

const HANDSHAKE_REASONS: Readonly<Record<string, Extract<HandshakeFacts, { outcome: 'failed' }>['reason']>> = {
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  closed: 'closed',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
  ERR_SSL_HTTP_REQUEST: 'not-tls',
  ERR_SSL_UNEXPECTED_MESSAGE: 'not-tls',
  ERR_SSL_BAD_RECORD_TYPE: 'not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
  ERR_SSL_RECORD_TOO_SMALL: 'not-tls',
  ERR_SSL_EXCESSIVE_MESSAGE_SIZE: 'too-large',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'refused-by-server',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'refused-by-server',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'refused-by-server',
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'refused-by-server',
  ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR: 'refused-by-server',
};

interface Ended {
  readonly code: string;
  readonly detail: string;
}

const libraryError = z.object({ code: z.optional(z.string()), reason: z.optional(z.string()) });

/** Waits for an event of a socket: null when it came, else what ended the wait. */
function firstOf(socket: Socket, event: string, limit: AbortSignal): Promise<Ended | null> {
  return new Promise((resolve) => {
    const stop = (): void => resolve({ code: String(limit.reason), detail: '' });
    if (limit.aborted) stop();
    limit.addEventListener('abort', stop, { once: true });
    socket.once(event, () => resolve(null));
    // The listeners stay: an error that comes later is no concern of anybody's, and must not end the program.
    socket.on('error', (error: Error) => resolve(endedBy(error)));
    socket.on('close', () => resolve({ code: 'closed', detail: '' }));
  });
}

/** The TLS library's message has an address in memory and a line of its source; its reason is the part for people. */
function endedBy(error: Error): Ended {
  const { code, reason } = z.parse(libraryError, error);
  return { code: code ?? '', detail: (reason ?? error.message).slice(0, 300) };
}

function since(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
