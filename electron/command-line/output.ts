import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import { failureWords } from '../../core/texts/failures.ts';
import { compareProvider } from '../../core/run/verification.ts';
import { writeTextFile } from '../storage/json-file.ts';

/** Where a command writes: standard output carries the result alone, everything else goes to standard error. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A command's result in both forms: the value for programs, the words for people. */
export interface Printable {
  readonly json: unknown;
  readonly words: string;
}

/** Prints a result in the form that was asked for, and saves the JSON form when a file is named. */
export async function printResult(
  streams: Streams,
  { json, words }: Printable,
  options: { readonly json: boolean; readonly out: string | null },
): Promise<Result<null>> {
  const document = `${JSON.stringify(json, null, 2)}\n`;
  const saved = options.out === null ? success(null) : await writeTextFile(options.out, document);
  if (!saved.ok) return saved;
  streams.out(options.json ? document : `${words}\n`);
  return success(null);
}

/** Prints a failure: as the one JSON document, or in words on standard error. */
export function printFailure(streams: Streams, failure: Failure, isJson: boolean): void {
  const { title, detail, action } = failureWords(failure);
  if (isJson) streams.out(`${JSON.stringify({ error: { ...failure, title, message: detail, action } }, null, 2)}\n`);
  streams.err(`${[title, detail, action].filter((line) => line !== '').join('\n')}\n`);
}

/** The published form of a run. `wantedIdentity` names the provider whose properties are compared. */
export function runJson(run: RunSnapshot, wantedIdentity: string | null): object {
  const { id: runId, provider } = run;
  const wanted = run.changes.find((change) => change.id === `provider:${wantedIdentity ?? ''}`)?.after ?? {};
  const properties = wantedIdentity === null ? [] : compareProvider({ Identity: wantedIdentity, ...wanted }, provider);
  return { runId, ...run, properties };
}

/** Reads a text file that the administrator named. */
export async function readNamedFile(path: string): Promise<Result<string>> {
  const { readFile } = await import('node:fs/promises');
  try {
    return success(await readFile(path, 'utf8'));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed({ kind: 'invalid-answers', problems: [{ path, message: detail }] });
  }
}
