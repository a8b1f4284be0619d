import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type * as z from 'zod/mini';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../core/channels.ts';
import {
  type EventName,
  type Events,
  type Handlers,
  REQUESTS,
  type RequestInput,
  type RequestName,
  type RequestOutputs,
  isRequestName,
} from '../core/contract.ts';
import { type Result, failed } from '../core/failure.ts';

/** Who sent a message, as far as trust depends on it. */
export type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

export interface RequestService {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
  /** Asked for at each request, so that the work behind them may be loaded after the first page is shown. */
  readonly handlers: () => Promise<Handlers>;
  readonly isTrustedSender: (event: Sender) => boolean;
  readonly log: (line: string) => void;
}

/**
 * Answers the window's requests: sender, then name, then input, and only then the handler. Every answer is a `Result`:
 * a refusal and an error that was thrown are replies too, and both are logged.
 * @returns the function that ends the service
 */
export function serveRequests(service: RequestService): () => void {
  const { ipcMain, isTrustedSender, log } = service;
  const refuse = (detail: string): Result<never> => {
    log(`Request refused: ${detail}`);
    return failed({ kind: 'invalid-request', detail });
  };
  ipcMain.handle(REQUEST_CHANNEL, async (event: Sender, name: unknown, input: unknown) => {
    if (!isTrustedSender(event)) return refuse("It did not come from the program's own page.");
    if (!isRequestName(name)) return refuse('There is no request of that name.');
    try {
      return await answer(service, name, input, refuse);
    } catch (error) {
      log(`Request ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return failed({ kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) });
    }
  });
  return () => ipcMain.removeHandler(REQUEST_CHANNEL);
}

const schemas: { readonly [Name in RequestName]: z.ZodMiniType<RequestInput<Name>> } = REQUESTS;

async function answer<Name extends RequestName>(
  service: RequestService,
  name: Name,
  input: unknown,
  refuse: (detail: string) => Result<never>,
): Promise<Result<RequestOutputs[Name]>> {
  const parsed = schemas[name].safeParse(input);
  if (!parsed.success) return refuse(`${name}: ${placesOf(parsed.error.issues)}`);
  const handlers = await service.handlers();
  return handlers[name](parsed.data);
}

/** Where the input is not as it should be; never what it holds, since it may hold anything. */
function placesOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${['input', ...path.map(String)].join('.')}: ${message}`)
    .join('; ');
}

/**
 * The only sender that is trusted: the main frame of our own window, while it shows a page of our own origin. The address
 * is looked at too, since `about:blank` has the origin of the page that opened it.
 * @param origin as `WebFrameMain.origin` prints it
 */
export function trustedSender(
  contents: { readonly mainFrame: Pick<WebFrameMain, 'origin' | 'url'> },
  origin: string,
): (event: Sender) => boolean {
  return ({ sender, senderFrame }) =>
    sender === contents &&
    senderFrame !== null &&
    senderFrame === contents.mainFrame &&
    senderFrame.origin === origin &&
    senderFrame.url.startsWith(`${origin}/`);
}

/** Sends an event to our own window, if it is still there. */
export function sendEvent<Name extends EventName>(
  contents: Pick<WebContents, 'send' | 'isDestroyed'>,
  name: Name,
  payload: Events[Name],
): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, name, payload);
}
