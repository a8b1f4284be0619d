import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../../core/answers/answers.ts';
import { checkedOutside } from '../../../core/formats/outside-value.ts';
import { readPastedFacts } from '../../../core/readiness/pasted-facts.ts';
import { isWholeSet } from '../../fakes/scope.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';

const MANY = Array.from({ length: isWholeSet ? 1_000_000 : 200_000 }, () => 'a');

describe('a value from outside that is wrong in as many places as nobody lists', () => {
  it('is refused as a list of another kind', () => {
    const schema = z.union([z.object({ list: z.array(z.number()) }), z.array(z.number())]);
    expect(checkedOutside(schema, { list: MANY })?.success ?? false).toBe(false);
    expect(checkedOutside(schema, [1])?.success).toBe(true);
  });

  it('is no result of a check', () => {
    expect(readPastedFacts(JSON.stringify({ domains: MANY }))).toMatchObject({ failure: { kind: 'invalid-request' } });
  });

  it('is refused as answers', () => {
    const checked = checkAnswers({ ...SAMPLE_ANSWERS, externalAccess: MANY });
    expect(checked.ok ? null : checked.failure.kind).toBe('invalid-answers');
  });
});
