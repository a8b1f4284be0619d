import * as z from 'zod/mini';
import { jsonOrNothing } from '../../../core/formats/strict-json.ts';
import { checkAnswers } from '../../../core/answers/answers.ts';
import type { Answers } from '../../../core/answers/answers-schema.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { problems as say } from '../../../core/answers/problem-texts.ts';
import { checkedOutside } from '../../../core/formats/outside-value.ts';
import { sha256 } from '../../plan/digest.ts';
import type { ReviewedPlan } from '../../plan/planning.ts';
import { readNamedFile } from './named-file.ts';

/**
 * What is needed of a plan that `plan --out` saved. Its commands are not taken from the file: the plan is made again from
 * the answers in it, and applied only if it is the same to the last character.
 */
const savedPlanSchema = z.object({
  version: z.literal(1),
  hash: z.string(),
  answers: z.unknown(),
  answersHash: z.string(),
  fingerprint: z.object({
    hash: z.string(),
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

/** Reads a saved plan. Failures: `invalid-plan` when it is none, or when somebody has changed it. */
export async function readSavedPlan(path: string): Promise<Result<{ answers: Answers; saved: ReviewedPlan }>> {
  const text = await readNamedFile(path);
  if (!text.ok) return text;
  const parsed = checkedOutside(savedPlanSchema, jsonOrNothing(text.value));
  if (parsed === null) return failed({ kind: 'invalid-plan', path, detail: say.tooManyProblems });
  if (!parsed.success) return failed({ kind: 'invalid-plan', path, detail: z.prettifyError(parsed.error) });
  const { hash, answers, answersHash, fingerprint } = parsed.data;
  const checked = checkAnswers(answers);
  if (!checked.ok) return checked;
  if (sha256(JSON.stringify(checked.value)) !== answersHash) return failed(changed(path, 'answers'));
  if (sha256(JSON.stringify(fingerprint.properties)) !== fingerprint.hash) return failed(changed(path, 'fingerprint'));
  return success({ answers: checked.value, saved: { hash, fingerprint } });
}

function changed(path: string, part: string): { kind: 'invalid-plan'; path: string; detail: string } {
  return { kind: 'invalid-plan', path, detail: `Its ${part} was changed after it was saved.` };
}
