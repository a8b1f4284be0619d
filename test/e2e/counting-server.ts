import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface CountingServer {
  /** The paths that were asked for, in order. */
  readonly visits: readonly string[];
  readonly host: string;
  /** Comes by, as a page would: whoever came before stands before this in `visits`. */
  visit(path: string): Promise<void>;
  close(): void;
}

/** A server that only counts who comes. */
export async function countingServer(): Promise<CountingServer> {
  const visits: string[] = [];
  const server = createServer(({ url }, response) => {
    visits.push(url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.loadedFromElsewhere = true;');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    visits,
    host,
    visit: async (path) => void (await (await fetch(`http://${host}${path}`)).text()),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
