import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** Listens with the shortest queue there is, and is then too busy to take a connection from it. */
const BUSY = `
  const [port, address] = process.argv.slice(1);
  require('node:net').createServer().listen({ port: Number(port), host: address, backlog: 1 }, () => {
    require('node:fs').writeSync(1, 'listening');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

/** More connections than such a queue takes. */
const FILLING = 8;

/** A place whose queue of connections is full: whoever connects gets no answer at all. Returns what ends it. */
export async function startFullListener(address: string, port: number): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['-e', BUSY, String(port), address], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const sockets = Array.from({ length: FILLING }, () => connect(port, address).on('error', () => undefined));
  // Connections of the loopback are made at once or not at all.
  await Promise.race([Promise.all(sockets.slice(0, 2).map(connected)), once(child, 'exit')]);
  return async () => {
    for (const socket of sockets) socket.destroy();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
}

async function connected(socket: Socket): Promise<void> {
  await once(socket, 'connect');
}
