import { STEP_IDS, type StepId } from '../../core/steps.ts';
import type { WizardState } from './state.ts';

/** What changes when a page is opened: it is the present one, and reached on the way to the goal. */
export function arrivalAt({ form, furthest }: WizardState, step: StepId): Pick<WizardState, 'step' | 'furthest'> {
  return { step, furthest: { ...furthest, [form.goal]: laterOf(furthest[form.goal], step) } };
}

/** The later of two pages in the wizard's order. */
function laterOf(one: StepId, other: StepId): StepId {
  return STEP_IDS.indexOf(one) > STEP_IDS.indexOf(other) ? one : other;
}
