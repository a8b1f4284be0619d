import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../../core/contract/channels.ts';
import { type Handlers, REQUESTS, type RequestName } from '../../../core/contract/contract.ts';
import { success } from '../../../core/failure.ts';
import { LINKS } from '../../../core/contract/links.ts';
import { DEFAULT_PRACTICE } from '../../../core/deployment/practice.ts';
import type { RunSnapshot } from '../../../core/run/run.ts';
import { type Sender, sendEvent, serveRequests, trustedSender } from '../../../electron/window/ipc.ts';
import { createAnswering } from '../../../electron/handlers/answer-requests.ts';

type Listener = Parameters<IpcMain['handle']>[1];

/** The half of ipcMain that is used, without Electron between: what is sent arrives as a structured clone. */
function channel() {
  const listeners = new Map<string, Listener>();
  const ipcMain = {
    handle: (name, listener) => void listeners.set(name, listener),
    removeHandler: (name) => void listeners.delete(name),
  } satisfies Pick<IpcMain, 'handle' | 'removeHandler'>;
  const send = async (...message: unknown[]): Promise<unknown> => {
    const listener = listeners.get(REQUEST_CHANNEL);
    if (!listener) throw new Error('Nobody listens.');
    const event = {} as Parameters<Listener>[0];
    return structuredClone<unknown>(await listener(event, ...structuredClone(message)));
  };
  return { ipcMain, send, listeners };
}

/** Handlers that write down what reached them. */
function recordingHandlers(reached: [RequestName, unknown][], special: Partial<Handlers> = {}): Handlers {
  const names = Object.keys(REQUESTS) as RequestName[];
  const entries = names.map((name) => [
    name,
    async (input: unknown) => {
      reached.push([name, input]);
      return success(null);
    },
  ]);
  return { ...(Object.fromEntries(entries) as Handlers), ...special };
}

function service(special: Partial<Handlers> = {}, isTrusted = true) {
  const { ipcMain, send, listeners } = channel();
  const reached: [RequestName, unknown][] = [];
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const end = serveRequests({
    ipcMain,
    answer: createAnswering(recordingHandlers(reached, special), log),
    isTrustedSender: () => isTrusted,
    log,
  });
  return { send, reached, logged, end, listeners };
}

describe('a request', () => {
  it('reaches its handler with the input that was checked, and its answer comes back', async () => {
    const description = { version: '1', deployment: null, dataFolder: '/d', practice: DEFAULT_PRACTICE };
    const { send, reached } = service({ 'app.describe': async () => success(description) });
    expect(await send('app.describe')).toEqual({ ok: true, value: description });
    expect(await send('link.open', { link: 'management-shell' })).toEqual({ ok: true, value: null });
    expect(reached).toEqual([['link.open', { link: 'management-shell' }]]);
  });

  it('carries a failure as data', async () => {
    const { send } = service({ 'run.cancel': async () => ({ ok: false, failure: { kind: 'busy' } }) });
    expect(await send('run.cancel')).toEqual({ ok: false, failure: { kind: 'busy' } });
  });

  it('whose handler throws is answered with an unexpected failure, and logged', async () => {
    const { send, logged } = service({
      'run.current': () => {
        throw new TypeError('broken');
      },
    });
    expect(await send('run.current')).toEqual({ ok: false, failure: { kind: 'unexpected', detail: 'broken' } });
    expect(logged.join()).toContain('Request run.current failed: TypeError: broken');
  });

  it('for which nothing could be loaded is answered with an unexpected failure, and logged', async () => {
    const { ipcMain, send } = channel();
    const logged: string[] = [];
    serveRequests({
      ipcMain,
      answer: () => Promise.reject(new Error('not there')),
      isTrustedSender: () => true,
      log: (line) => void logged.push(line),
    });
    expect(await send('app.describe')).toEqual({ ok: false, failure: { kind: 'unexpected', detail: 'not there' } });
    expect(logged.join()).toContain('Answering a request failed: Error: not there');
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString', '', 7, null, undefined, ['app.describe'], { name: 'x' }])(
    'named %j is refused and logged',
    async (name) => {
      const { send, reached, logged } = service();
      expect(await send(name)).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
      expect(reached).toEqual([]);
      expect(logged).toHaveLength(1);
    },
  );

  it.each<[RequestName, unknown]>([
    ['app.describe', { extra: true }],
    ['link.open', undefined],
    ['link.open', { link: LINKS['management-shell'] }],
    ['link.open', { link: 'constructor' }],
    ['deployment.connect', { deployment: 'production' }],
    ['clipboard.write', { text: 'x'.repeat(1_000_001) }],
    ['clipboard.write', { text: 5 }],
    ['run.start', { planHash: 'x' }],
    ['draft.save', '{"version":1}'],
  ])('%s with input that is not as agreed is refused, and the handler never runs', async (name, input) => {
    const { send, reached, logged } = service();
    expect(await send(name, input)).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    expect(reached).toEqual([]);
    expect(logged[0]).toContain(`Request refused: ${name}: input`);
  });

  it('that is refused does not repeat what was sent', async () => {
    const { send, logged } = service();
    await send('link.open', { link: 'a-secret' });
    expect(logged.join()).not.toContain('a-secret');
  });

  it('of a foreign sender is refused before anything else is looked at', async () => {
    const { send, reached, logged } = service({}, false);
    expect(await send('app.describe')).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    expect(reached).toEqual([]);
    expect(logged).toEqual(["Request refused: It did not come from the program's own page."]);
  });

  it('is no longer served after the service has ended', () => {
    const { end, listeners } = service();
    end();
    expect(listeners.size).toBe(0);
  });
});

describe('the sender', () => {
  const frame = (origin: string, url = `${origin}/index.html`) => ({ origin, url }) as WebFrameMain;
  const mainFrame = frame('app://wizard');
  const contents = { mainFrame } as WebContents;
  const isTrusted = trustedSender(contents, 'app://wizard');

  it('is trusted when it is the main frame of our window on our origin', () => {
    expect(isTrusted({ sender: contents, senderFrame: mainFrame })).toBe(true);
  });

  it.each<[string, Sender]>([
    ['another window', { sender: { mainFrame } as WebContents, senderFrame: mainFrame }],
    ['a frame inside of our page', { sender: contents, senderFrame: frame('app://wizard') }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
  ])('is not trusted when it is %s', (_title, sender) => {
    expect(isTrusted(sender)).toBe(false);
  });

  it.each(['https://wizard', 'app://elsewhere', 'null', 'app://wizard.example'])('is not trusted on %s', (origin) => {
    const page = frame(origin);
    const window = { mainFrame: page } as WebContents;
    expect(trustedSender(window, 'app://wizard')({ sender: window, senderFrame: page })).toBe(false);
  });
});

describe('a blank page', () => {
  it('is not trusted, although it has the origin of the page before it', () => {
    const page = { origin: 'app://wizard', url: 'about:blank' } as WebFrameMain;
    const window = { mainFrame: page } as WebContents;
    expect(trustedSender(window, 'app://wizard')({ sender: window, senderFrame: page })).toBe(false);
  });
});

describe('an event', () => {
  const run = { runId: '1' } as unknown as RunSnapshot;

  it('goes to our window under its name', () => {
    const sent: unknown[][] = [];
    sendEvent({ send: (...message) => void sent.push(message), isDestroyed: () => false }, 'run.changed', run);
    expect(sent).toEqual([[EVENT_CHANNEL, 'run.changed', run]]);
  });

  it('is dropped when the window is gone', () => {
    const sent: unknown[][] = [];
    sendEvent({ send: (...message) => void sent.push(message), isDestroyed: () => true }, 'run.changed', run);
    expect(sent).toEqual([]);
  });
});
