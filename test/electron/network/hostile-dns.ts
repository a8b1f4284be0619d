import { type RemoteInfo, createSocket } from 'node:dgram';
import { type Socket, createServer } from 'node:net';

/**
 * A DNS server that misbehaves. The first label of a domain says how; what is asked about `sip.<domain>` is answered with
 * an address. Written by hand, byte by byte: no library sends such answers.
 */

const SRV = 33;
const A = 1;
const HEADER = 12;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly type: number;
  /** The question's own bytes, to be sent back. */
  readonly bytes: Buffer;
}

function questionIn(message: Buffer): Question {
  const labels: string[] = [];
  let at = HEADER;
  while (message.readUInt8(at) > 0) {
    const length = message.readUInt8(at);
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return {
    id: message.readUInt16BE(0),
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(HEADER, at + 5),
  };
}

function header(id: number, flags: number, answers: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  [id, flags, 1, answers].forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}

function encodedName(labels: readonly string[]): Buffer {
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);
}

/** A record for the name of the question (a pointer to it). */
function record(type: number, data: Buffer): Buffer {
  const fixed = Buffer.from([0xc0, HEADER, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  fixed.writeUInt16BE(data.length, 10);
  return Buffer.concat([fixed, data]);
}

function srv(labels: readonly string[]): Buffer {
  return record(SRV, Buffer.concat([Buffer.from([0, 0, 0, 0, 0x13, 0xc5]), encodedName(labels)]));
}

const ANSWER = 0x8180;
const TRUNCATED = 0x8380;

function answer(
  question: Question,
  records: readonly Buffer[],
  { id = question.id, flags = ANSWER, count = records.length } = {},
): Buffer {
  return Buffer.concat([header(id, flags, count), question.bytes, ...records]);
}

/** What goes wrong with the federation record, by the first label of the domain; null sends nothing. */
const BY_UDP: Readonly<Record<string, (question: Question, target: readonly string[]) => Buffer | null>> = {
  silent: () => null,
  garbage: () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'.repeat(5)),
  empty: () => Buffer.alloc(0),
  'wrong-id': (question, target) => answer(question, [srv(target)], { id: question.id ^ 0x5555 }),
  'no-body': (question) => answer(question, [], { count: 1 }),
  'cut-off': (question, target) => answer(question, [srv(target)]).subarray(0, -4),
  'pointer-loop': (question) =>
    answer(question, [record(SRV, Buffer.from([0, 0, 0, 0, 0x13, 0xc5, 0xc0, HEADER + question.bytes.length + 18]))]),
  'closed-tcp': (question) => answer(question, [], { flags: TRUNCATED }),
  'slow-tcp': (question) => answer(question, [], { flags: TRUNCATED }),
  'garbage-tcp': (question) => answer(question, [], { flags: TRUNCATED }),
  many: (question) => answer(question, [], { flags: TRUNCATED }),
  'odd-target': (question) => answer(question, [srv(['a b;\u0000$(id)', 'x'])]),
};

const BY_TCP: Readonly<Record<string, (socket: Socket, question: Question) => void>> = {
  'closed-tcp': (socket) => socket.destroy(),
  'slow-tcp': (socket) => {
    socket.write(Buffer.from([0xff, 0xff]));
    const drip = setInterval(() => socket.write(Buffer.from([0])), 20);
    socket.on('close', () => clearInterval(drip));
  },
  'garbage-tcp': (socket) => socket.write(Buffer.alloc(65_537, 0xff)),
  many: (socket, question) => {
    const records = Array.from({ length: 1200 }, (_, number) => srv([`sip${number}`, 'many', 'hostile', 'test']));
    socket.write(framed(answer(question, records)));
  },
};

function framed(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

export const DNS_BEHAVIOURS = Object.keys(BY_UDP);

export interface HostileDns {
  readonly address: string;
  stop(): Promise<void>;
}

/** @param addresses of `sip.<label>.hostile.test`, by label; a target without one does not exist */
export async function startHostileDns(addresses: Readonly<Record<string, readonly string[]>>): Promise<HostileDns> {
  const udp = createSocket('udp4');
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.once('data', (data) => {
      const question = questionIn(data.subarray(2));
      BY_TCP[labelOf(question)]?.(socket, question);
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const bound = tcp.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  await new Promise<void>((resolve) => udp.bind(bound.port, '127.0.0.1', resolve));
  udp.on('message', (message: Buffer, from: RemoteInfo) => {
    const reply = replyTo(questionIn(message), addresses);
    if (reply) udp.send(reply, from.port, from.address);
  });
  return {
    address: `127.0.0.1:${bound.port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise((resolve) => tcp.close(resolve)),
      ]);
    },
  };
}

function labelOf({ name }: Question): string {
  return name.split('.').at(-3) ?? '';
}

function replyTo(question: Question, addresses: Readonly<Record<string, readonly string[]>>): Buffer | null {
  const label = labelOf(question);
  if (question.type === SRV) {
    const target = ['sip', label, 'hostile', 'test'];
    const misbehave = BY_UDP[label];
    return misbehave ? misbehave(question, target) : answer(question, [srv(target)]);
  }
  const found = question.type === A ? (addresses[label] ?? []) : [];
  return answer(
    question,
    found.map((address) => record(A, Buffer.from(address.split('.').map(Number)))),
  );
}
