import { type Failure, type Result, success } from '../../core/failure.ts';
import { jsonText } from '../../core/formats/visible-text.ts';
import { failureWords } from '../../core/texts/failures.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { type ExitCode, exitCodeOfFailure } from './exit-codes.ts';

/** Where a command writes: standard output carries the result alone, everything else goes to standard error. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Where and in which form a command prints its result. */
export interface Output {
  readonly streams: Streams;
  readonly options: {
    /** As one JSON document. */
    readonly json: boolean;
    /** A file that the JSON form is saved in as well. */
    readonly out: string | null;
  };
}

/** A command's result in both forms: the value for programs, the words for people. */
export interface Printable {
  readonly json: unknown;
  readonly words: string;
}

/** Prints the result and returns the exit code; where it cannot be saved, says so, which then decides about the code. */
export async function print(output: Output, printable: Printable, code: ExitCode): Promise<ExitCode> {
  const printed = await printResult(output, printable);
  return printed.ok ? code : refuse(output, printed.failure);
}

/** Prints the result where `--out` names another file than its JSON form. */
export function printOnly({ streams, options }: Output, printable: Printable, code: ExitCode): Promise<ExitCode> {
  return print({ streams, options: { ...options, out: null } }, printable, code);
}

/** Prints why nothing was done and returns the exit code for it. */
export function refuse({ streams, options }: Output, failure: Failure): ExitCode {
  printFailure(streams, failure, options.json);
  return exitCodeOfFailure(failure);
}

/** Prints a failure: as the one JSON document, or in words on standard error. */
export function printFailure(streams: Streams, failure: Failure, isJson: boolean): void {
  const { title, detail, action } = failureWords(failure);
  if (isJson) streams.out(jsonText({ error: { ...failure, title, message: detail, action } }));
  streams.err(`${[title, detail, action].filter((line) => line !== '').join('\n')}\n`);
}

async function printResult({ streams, options }: Output, { json, words }: Printable): Promise<Result<null>> {
  const document = jsonText(json);
  const saved = options.out === null ? success(null) : await writeTextFile(options.out, document);
  // What was done is told also where it could not be saved; with `--json` the one document says why.
  if (saved.ok || !options.json) streams.out(options.json ? document : `${words}\n`);
  return saved;
}
