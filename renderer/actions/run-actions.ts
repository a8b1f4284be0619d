import { warningsOf } from '../../core/plan/plan.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import { isAcknowledged } from '../state/page-problems.ts';
import type { WizardState } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';
import type { DeploymentActions } from './deployment-actions.ts';
import { inputOf } from './wizard-input.ts';

export interface RunActions {
  /** Applies the plan that was reviewed, and no other. */
  startRun(): Promise<void>;
  /** Asks the run to stop after the command that is being worked on. */
  cancelRun(): Promise<void>;
  /** Follows the runs of the main process until the returned function is called. */
  followRuns(): () => void;
}

/** What has to be found out anew when a run has ended. */
const NOT_KNOWN = {
  plan: { status: 'idle' },
  verification: { status: 'idle' },
  settled: { status: 'idle' },
  replication: { status: 'idle' },
} as const satisfies Partial<WizardState>;

/** The run. A plan is applied once: when its run has ended, the next one is made afresh. */
export function runActions({ store, bridge }: ActionContext, deployment: DeploymentActions): RunActions {
  const show = (run: RunSnapshot) => {
    store.setState({ run });
    if (isRunning(run)) return;
    store.setState(NOT_KNOWN);
    void deployment.refreshDeployment();
  };
  return {
    startRun: async () => {
      const state = store.getState();
      const input = inputOf(state);
      if (!input || state.plan.status !== 'ready' || state.runRequest.status === 'loading') return;
      const { hash: planHash } = state.plan.value;
      const acknowledged = warningsOf(state.plan.value).filter((warning) => isAcknowledged(state, warning));
      store.setState({ runRequest: { status: 'loading' }, verification: { status: 'idle' } });
      const begun = await bridge.request('run.start', {
        ...input,
        planHash,
        acknowledged: acknowledged.map(({ id }) => id),
      });
      store.setState({ runRequest: begun.ok ? { status: 'idle' } : { status: 'failed', failure: begun.failure } });
      // Events may have told more of this run already than the answer does.
      if (begun.ok && store.getState().run === state.run) show(begun.value);
    },
    cancelRun: async () => {
      const cancelled = await bridge.request('run.cancel', null);
      if (!cancelled.ok) store.setState({ runRequest: { status: 'failed', failure: cancelled.failure } });
    },
    followRuns: () => bridge.onEvent('run.changed', show),
  };
}
