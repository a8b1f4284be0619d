import { readFile } from 'node:fs/promises';
import { parseAnswers } from '../../../core/answers/answers.ts';
import type { Answers } from '../../../core/answers/answers-schema.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { cliTexts as say } from '../../../core/texts/cli.ts';

/** Reads a text file that an option names. */
export async function readNamedFile(path: string): Promise<Result<string>> {
  try {
    return success(await readFile(path, 'utf8'));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed({ kind: 'invalid-answers', problems: [{ path, message: detail }] });
  }
}

/** Reads and checks the file of `--answers`; without one, `invalid-request` asks for it. */
export async function readAnswers(path: string | null): Promise<Result<Answers>> {
  if (path === null) return failed({ kind: 'invalid-request', detail: say.answersNeeded });
  const text = await readNamedFile(path);
  return text.ok ? parseAnswers(text.value) : text;
}
