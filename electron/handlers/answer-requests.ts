import type * as z from 'zod/mini';
import {
  type Handlers,
  REQUESTS,
  type RequestInput,
  type RequestName,
  type RequestOutputs,
  isRequestName,
} from '../../core/contract/contract.ts';
import type { Result } from '../../core/failure.ts';
import { type AnswerRequest, breakdown, refusal } from '../window/ipc.ts';

/**
 * Makes the function that answers requests: name, then input, and only then the handler. Every answer is a `Result`: a
 * refusal and an error that was thrown are replies too, and both are logged.
 */
export function createAnswering(handlers: Handlers, log: (line: string) => void): AnswerRequest {
  return async (name, input) => {
    if (!isRequestName(name)) return refusal('There is no request of that name.', log);
    try {
      return await checkedAnswer(handlers, name, input, log);
    } catch (error) {
      return breakdown(`Request ${name}`, error, log);
    }
  };
}

const schemas: { readonly [Name in RequestName]: z.ZodMiniType<RequestInput<Name>> } = REQUESTS;

async function checkedAnswer<Name extends RequestName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  log: (line: string) => void,
): Promise<Result<RequestOutputs[Name]>> {
  const parsed = schemas[name].safeParse(input);
  return parsed.success ? handlers[name](parsed.data) : refusal(`${name}: ${placesOf(parsed.error.issues)}`, log);
}

/** Where the input is not as it should be; never what it holds, since it may hold anything. */
function placesOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${['input', ...path.map(String)].join('.')}: ${message}`)
    .join('; ');
}
