import * as z from 'zod/mini';
import { type Result, failed, success } from '../failure.ts';
import { checkedOutside } from '../formats/outside-value.ts';
import { jsonOrNothing } from '../formats/strict-json.ts';
import { type ReadinessFacts, readinessFactsSchema } from './readiness-facts.ts';
import { readinessTexts as say } from './readiness-texts.ts';

const resultSchema = z.union([readinessFactsSchema, z.object({ facts: readinessFactsSchema })]);

/**
 * Reads the result of a check that was made elsewhere, or earlier: what the command line printed with `--json`, or its
 * `facts` alone. Only facts are taken: they are judged again here, and count as seen from elsewhere.
 */
export function readPastedFacts(text: string): Result<ReadinessFacts> {
  const parsed = checkedOutside(resultSchema, jsonOrNothing(text));
  if (parsed?.success !== true) return failed({ kind: 'invalid-request', detail: say.notAResult });
  const facts = 'facts' in parsed.data ? parsed.data.facts : parsed.data;
  return success({ ...facts, seenFrom: 'elsewhere' });
}
