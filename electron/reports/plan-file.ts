import type { Answers } from '../../core/answers/answers-schema.ts';
import { jsonText } from '../../core/formats/visible-text.ts';
import { publicChange } from '../../core/plan/change.ts';
import type { Plan } from '../../core/plan/plan.ts';

/**
 * The published form of a plan: what `plan --json` prints, what the window and `plan --out` save, and what `apply --plan`
 * takes. The answers are in it, because the plan is made again from them before it is applied.
 */
export function planJson(plan: Plan, answers: Answers): unknown {
  const { version, goal, product, changes, totals, findings, hash, answersHash, fingerprint, evidence } = plan;
  return {
    version,
    goal,
    product,
    changes: changes.map(publicChange),
    totals,
    findings,
    hash,
    answersHash,
    fingerprint,
    evidence,
    answers,
  };
}

/** The same as the text of a file. */
export function planFile(plan: Plan, answers: Answers): string {
  return jsonText(planJson(plan, answers));
}
