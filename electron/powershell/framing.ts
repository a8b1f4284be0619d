import { EOL } from 'node:os';
import * as z from 'zod/mini';
import { cmdletErrorSchema } from '../../core/deployment/deployment.ts';

/** What the FederationHost module can be asked to do. */
export type Operation = 'connect' | 'snapshot' | 'execute' | 'whatIf' | 'export' | 'tally' | 'show';

const said = {
  id: z.string(),
  warnings: z.array(z.string()),
  verbose: z.array(z.string()),
  errors: z.array(cmdletErrorSchema),
  durationMs: z.number(),
};

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ...said, ok: z.literal(true), value: z.unknown() }),
  z.object({ ...said, ok: z.literal(false), error: cmdletErrorSchema }),
]);

/** An answer of the FederationHost module, checked but for `value`, whose shape depends on the operation. */
export type AnswerDocument = z.infer<typeof answerSchema>;

/** What one line of standard output is. */
export type OutputLine =
  | { readonly kind: 'answer'; readonly id: string; readonly payload: string }
  /** The shell has finished with the call, answered or not. */
  | { readonly kind: 'end'; readonly id: string }
  | { readonly kind: 'printed' };

const MARKED = /<<FEDERATION(?<end>-END)?:(?<id>[0-9a-f]{0,64})>>>(?<payload>[A-Za-z0-9+/=]*)/u;

/**
 * The text that sends one call: two complete statements, each on its own line, because an incomplete one would swallow
 * all that follows. The call (the module names it a request) is Base64, so no value of it can be script. The second
 * statement says that the shell is past it; without that, a shell that cannot answer would be waited for until the time
 * is up.
 */
export function callText(id: string, operation: string, parameters: Readonly<Record<string, unknown>>): string {
  const call = Buffer.from(JSON.stringify({ id, operation, parameters })).toString('base64');
  return `Invoke-FederationRequest ${call}${EOL}[Console]::Out.WriteLine('<<FEDERATION-END:${id}>>>')${EOL}`;
}

/** Reads a line of standard output. What a module prints without a line end may stand before the marker. */
export function readOutputLine(line: string): OutputLine {
  const groups = MARKED.exec(line)?.groups;
  const id = groups?.['id'];
  if (groups === undefined || id === undefined) return { kind: 'printed' };
  return groups['end'] === undefined ? { kind: 'answer', id, payload: groups['payload'] ?? '' } : { kind: 'end', id };
}

/** The answer inside a payload, or in words why it is none. */
export function readAnswer(payload: string, id: string): AnswerDocument | string {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  } catch (error) {
    return `The answer is not Base64 of JSON: ${String(error)}`;
  }
  const answer = answerSchema.safeParse(content);
  if (!answer.success) return z.prettifyError(answer.error);
  if (answer.data.id !== id) return `The answer names the request ${answer.data.id} instead of ${id}.`;
  return answer.data;
}
