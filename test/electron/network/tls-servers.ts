import { type Server as TcpServer, type Socket, createServer as createTcpServer } from 'node:net';
import { type TlsOptions, createSecureContext, createServer } from 'node:tls';
import type { Credentials } from './authority.ts';

/** Servers on different addresses of the loopback and one port, as SIP servers have one. */
export interface Servers {
  readonly port: number;
  /** Serves TLS at an address; `byName` has other credentials for those who ask for a name. */
  tls(
    address: string,
    credentials: Credentials,
    options?: TlsOptions & { byName?: Readonly<Record<string, Credentials>> },
  ): Promise<void>;
  /** Takes connections, and does with them what it likes. */
  tcp(address: string, onConnection: (socket: Socket) => void): Promise<void>;
  /** How many connections an address has had. */
  connections(address: string): number;
  stop(): Promise<void>;
}

/** @param wanted the port; 0 takes one that is free */
export async function createServers(wanted = 0): Promise<Servers> {
  const started: { server: TcpServer; sockets: Set<Socket> }[] = [];
  const counts = new Map<string, number>();
  const listen = async (server: TcpServer, address: string, port: number): Promise<TcpServer> => {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      counts.set(address, (counts.get(address) ?? 0) + 1);
      sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, address, resolve);
    });
    started.push({ server, sockets });
    return server;
  };
  // An address that no case uses holds the port for the others.
  const first = (await listen(createTcpServer(), '127.0.0.1', wanted)).address();
  if (first === null || typeof first === 'string') throw new Error('no port');
  const { port } = first;
  return {
    port,
    async tls(address, credentials, { byName = {}, ...options } = {}) {
      // Whatever a case asks for is served, however old or weak.
      const weak = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
      const contexts = Object.entries(byName).map(
        ([name, one]) => [name, createSecureContext({ ...weak, ...one })] as const,
      );
      const server = createServer({
        ...weak,
        ...credentials,
        ...options,
        SNICallback: (name, answer) => answer(null, contexts.find(([one]) => one === name)?.[1]),
      });
      server.on('tlsClientError', () => undefined);
      server.on('secureConnection', (socket) => socket.on('error', () => undefined));
      await listen(server, address, port);
    },
    async tcp(address, onConnection) {
      await listen(createTcpServer(onConnection), address, port);
    },
    connections: (address) => counts.get(address) ?? 0,
    async stop() {
      await Promise.all(
        started.map(async ({ server, sockets }) => {
          const closed = new Promise((resolve) => server.close(resolve));
          for (const socket of sockets) socket.destroy();
          await closed;
        }),
      );
    },
  };
}
