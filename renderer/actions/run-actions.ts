import type { ActionContext } from './action-context.ts';
import type { WizardInput } from '../../core/contract/contract.ts';
import { type Result, failed } from '../../core/failure.ts';
import { type Plan, warningsOf } from '../../core/plan/plan.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import { isAcknowledged } from '../state/page-problems.ts';
import { type WizardState, loaded } from '../state/state.ts';
import type { DeploymentActions } from './deployment-actions.ts';

export interface RunActions {
  /** Makes the plan for what is filled in. */
  makePlan(): Promise<void>;
  /** Asks the deployment what each command of the plan would do. A plan that has changed meanwhile takes the old one's place. */
  rehearsePlan(): Promise<Result<Plan>>;
  /** Applies the plan that was reviewed, and no other. */
  startRun(): Promise<void>;
  /** Says that a warning of the plan was read and accepted, or takes that back. */
  acknowledge(findingId: string, isAccepted: boolean): void;
  /** Asks the run to stop after the command that is being worked on. */
  cancelRun(): Promise<void>;
  /** Reads the deployment and compares it with what was asked for. */
  verify(): Promise<void>;
  /** Verifies again; what is known stays on show until then. */
  verifyAgain(): Promise<void>;
  /** Follows the runs of the main process until the returned function is called. */
  followRuns(): () => void;
}

/** What has to be found out anew when a run has ended. */
const NOT_KNOWN = {
  plan: { status: 'idle' },
  verification: { status: 'idle' },
  settled: { status: 'idle' },
  replication: { status: 'idle' },
} as const;

/** Plan, run and check. */
export function runActions({ store, bridge }: ActionContext, deployment: DeploymentActions): RunActions {
  let isVerifyingAgain = false;
  /** Shows the newest picture of a run. A plan is applied once: when its run has ended, the next one is made afresh. */
  const showRun = (run: RunSnapshot) => {
    store.setState({ run });
    if (isRunning(run)) return;
    store.setState({ ...NOT_KNOWN });
    void deployment.refreshDeployment();
  };

  /** Asks for a run to begin or to go on, and shows it. */
  const begin = async (ask: () => Promise<Result<RunSnapshot>>) => {
    store.setState({ runRequest: { status: 'loading' }, verification: { status: 'idle' } });
    const before = store.getState().run;
    const begun = await ask();
    if (!begun.ok) {
      store.setState({ runRequest: { status: 'failed', failure: begun.failure } });
      return;
    }
    store.setState({ runRequest: { status: 'idle' } });
    // Events may have told more of this run already than the answer does.
    if (store.getState().run === before) showRun(begun.value);
  };

  return {
    makePlan: async () => {
      const input = inputOf(store.getState());
      if (!input || isRunning(store.getState().run)) return;
      // Why the last plan was not applied says nothing about the next one.
      store.setState({ plan: { status: 'loading' }, runRequest: { status: 'idle' } });
      const made = await bridge.request('plan.make', input);
      if (store.getState().form !== input.form) return;
      store.setState({
        plan: made.ok ? { status: 'ready', value: made.value } : { status: 'failed', failure: made.failure },
      });
    },
    rehearsePlan: async () => {
      const input = inputOf(store.getState());
      if (!input) return NOTHING_CHOSEN;
      const rehearsed = await bridge.request('plan.rehearse', input);
      if (rehearsed.ok && store.getState().form === input.form) {
        store.setState({ plan: { status: 'ready', value: rehearsed.value } });
      }
      return rehearsed;
    },
    startRun: async () => {
      const state = store.getState();
      const input = inputOf(state);
      if (!input || state.plan.status !== 'ready' || state.runRequest.status === 'loading') return;
      const { hash: planHash } = state.plan.value;
      const acknowledged = warningsOf(state.plan.value).filter((warning) => isAcknowledged(state, warning));
      await begin(() =>
        bridge.request('run.start', { ...input, planHash, acknowledged: acknowledged.map(({ id }) => id) }),
      );
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
    cancelRun: async () => {
      const cancelled = await bridge.request('run.cancel', null);
      if (!cancelled.ok) store.setState({ runRequest: { status: 'failed', failure: cancelled.failure } });
    },
    verify: async () => {
      const input = inputOf(store.getState());
      if (!input) return;
      store.setState({ verification: { status: 'loading' } });
      const checked = await bridge.request('deployment.verify', input);
      if (store.getState().form !== input.form) return;
      store.setState({
        verification: checked.ok
          ? { status: 'ready', value: checked.value }
          : { status: 'failed', failure: checked.failure },
      });
    },
    verifyAgain: async () => {
      const input = inputOf(store.getState());
      if (!input || isVerifyingAgain) return;
      isVerifyingAgain = true;
      const checked = await bridge.request('deployment.verify', input);
      isVerifyingAgain = false;
      const { form, verification } = store.getState();
      if (form === input.form && verification.status === 'ready') store.setState({ verification: loaded(checked) });
    },
    followRuns: () => bridge.onEvent('run.changed', showRun),
  };
}

/** What is answered when something is asked that needs a deployment, and none is chosen. */
export const NOTHING_CHOSEN = failed({ kind: 'invalid-request', detail: 'No deployment is chosen.' });

/** What a request about the whole set-up carries; null before a deployment is chosen. */
export function inputOf({ mode, preparedProduct, form }: WizardState): WizardInput | null {
  return mode === null ? null : { mode, preparedProduct, form };
}
