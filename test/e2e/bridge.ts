import type { Page } from '@playwright/test';
import type { RequestInput, RequestName, RequestOutputs } from '../../core/contract/contract.ts';
import type { Result } from '../../core/failure.ts';

/** Sends a request as the page can, with any name and input. */
export function sendRequest(page: Page, name: unknown, input?: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, input]) =>
      (window as unknown as { federation: { request: (...message: unknown[]) => unknown } }).federation.request(
        name,
        input,
      ),
    [name, input],
  );
}

/** What one of the agreed requests is answered; a failure breaks the test off. */
export async function requestOf<Name extends RequestName>(
  page: Page,
  name: Name,
  input?: RequestInput<Name>,
): Promise<RequestOutputs[Name]> {
  const answer = (await sendRequest(page, name, input)) as Result<RequestOutputs[Name]>;
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
  return answer.value;
}
