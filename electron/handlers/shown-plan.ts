import type { Answers } from '../../core/answers/answers-schema.ts';
import { type Result, success } from '../../core/failure.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** A plan with the answers that it was made from. */
export interface PlanWithAnswers {
  readonly plan: Plan;
  readonly answers: Answers;
}

/** The plan that the page shows: a refusal can name what has moved since, and exactly this one is saved. */
export class ShownPlan {
  #shown: PlanWithAnswers | null = null;

  /** Remembers a plan as the one that is shown, and answers with it. What could not be made leaves the earlier one. */
  show(made: Result<PlanWithAnswers>): Result<Plan> {
    if (!made.ok) return made;
    this.#shown = made.value;
    return success(made.value.plan);
  }

  /** The plan that is shown, when it has that hash; null when it is another one. */
  withHash(hash: string): PlanWithAnswers | null {
    return this.#shown?.plan.hash === hash ? this.#shown : null;
  }
}
