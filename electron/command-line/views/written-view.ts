import { cliTexts as say } from '../../../core/texts/cli.ts';
import type { Printable } from '../output.ts';

/** What a command prints that has written a file; `json` is what programs are told of it. */
export function writtenView(path: string, json: object = { path }): Printable {
  return { json, words: say.written(path) };
}
