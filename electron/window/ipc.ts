import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../core/contract/channels.ts';
import type { EventName, Events } from '../../core/contract/contract.ts';
import { type Result, failed } from '../../core/failure.ts';

/** Who sent a message, as far as trust depends on it. */
export type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/** Answers one request of our own page. Neither its name nor its input has been checked. */
export type AnswerRequest = (name: unknown, input: unknown) => Promise<Result<unknown>>;

export interface RequestService {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
  readonly answer: AnswerRequest;
  readonly isTrustedSender: (event: Sender) => boolean;
  readonly log: (line: string) => void;
}

/**
 * Takes the window's requests: the sender is looked at here, before anything else; `answer` looks at the rest. Every answer
 * is a `Result`, also when what answers could not be loaded.
 * @returns the function that ends the service
 */
export function serveRequests({ ipcMain, answer, isTrustedSender, log }: RequestService): () => void {
  ipcMain.handle(REQUEST_CHANNEL, async (event: Sender, name: unknown, input: unknown) => {
    if (!isTrustedSender(event)) return refusal("It did not come from the program's own page.", log);
    try {
      return await answer(name, input);
    } catch (error) {
      return breakdown('Answering a request', error, log);
    }
  });
  return () => ipcMain.removeHandler(REQUEST_CHANNEL);
}

/** Says no to a request, in its answer and in the log. `detail` never repeats what was sent. */
export function refusal(detail: string, log: (line: string) => void): Result<never> {
  log(`Request refused: ${detail}`);
  return failed({ kind: 'invalid-request', detail });
}

/** Turns an error that was thrown into an answer; the log keeps where it came from. */
export function breakdown(what: string, error: unknown, log: (line: string) => void): Result<never> {
  log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return failed({ kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) });
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
