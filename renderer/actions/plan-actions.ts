import type { Result } from '../../core/failure.ts';
import { type Plan, warningsOf } from '../../core/plan/plan.ts';
import { isRunning } from '../../core/run/run.ts';
import { loaded } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';
import { NOTHING_CHOSEN, inputOf } from './wizard-input.ts';

export interface PlanActions {
  /** Makes the plan for what is filled in. */
  makePlan(): Promise<void>;
  /** Asks the deployment what each command of the plan would do. A plan that has changed meanwhile takes the old one's place. */
  rehearsePlan(): Promise<Result<Plan>>;
  /** Says that a warning of the plan was read and accepted, or takes that back. */
  acknowledge(findingId: string, isAccepted: boolean): void;
}

/** The plan. An answer for a form that has changed since is dropped. */
export function planActions({ store, bridge }: ActionContext): PlanActions {
  return {
    makePlan: async () => {
      const input = inputOf(store.getState());
      if (!input || isRunning(store.getState().run)) return;
      // Why the last plan was not applied says nothing about the next one.
      store.setState({ plan: { status: 'loading' }, runRequest: { status: 'idle' } });
      const made = await bridge.request('plan.make', input);
      if (store.getState().form === input.form) store.setState({ plan: loaded(made) });
    },
    rehearsePlan: async () => {
      const input = inputOf(store.getState());
      if (!input) return NOTHING_CHOSEN;
      const rehearsed = await bridge.request('plan.rehearse', input);
      if (rehearsed.ok && store.getState().form === input.form) store.setState({ plan: loaded(rehearsed) });
      return rehearsed;
    },
    acknowledge: (findingId, isAccepted) => {
      store.setState(({ acknowledged, plan }) => {
        const warning = plan.status === 'ready' ? warningsOf(plan.value).find(({ id }) => id === findingId) : undefined;
        const known = new Map(acknowledged);
        if (isAccepted && warning) known.set(findingId, warning.message);
        else known.delete(findingId);
        return { acknowledged: known };
      });
    },
  };
}
