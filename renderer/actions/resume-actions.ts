import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { ResumeAction } from '../../core/run/run-events.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import { stepsOf } from '../../core/steps.ts';
import type { ActionContext } from './action-context.ts';
import { arrivalAt } from '../state/arrival.ts';
import { type WizardState, loaded } from '../state/state.ts';

export interface ResumeActions {
  /** Reads the deployment to find out what became of a run, and what can be done with it; null: the newest run. */
  settleRun(deployment: DeploymentKind, runId: string | null): Promise<void>;
  /** Does with the settled run what was decided: goes on, takes it back, or leaves it as it is. */
  resumeRun(action: ResumeAction): Promise<void>;
  /** The same from another page than Apply, which is opened to show how it goes. False when it could not begin. */
  decide(action: ResumeAction): Promise<boolean>;
  /** Forgets the run that was looked at. */
  forgetSettled(): void;
}

/** Deciding about a run that was made before. */
export function resumeActions({ store, bridge }: ActionContext): ResumeActions {
  const resumeRun = async (action: ResumeAction) => {
    const { settled, runRequest } = store.getState();
    if (settled.status !== 'ready' || runRequest.status === 'loading') return;
    const { id: runId, deployment } = settled.value.run;
    store.setState({ runRequest: { status: 'loading' }, verification: { status: 'idle' } });
    const before = store.getState().run;
    const resumed = await bridge.request('runs.resume', { deployment, runId, action });
    store.setState(({ run }) => ({
      runRequest: resumed.ok ? { status: 'idle' } : { status: 'failed', failure: resumed.failure },
      // Events may have told more of this run already than the answer does.
      run: resumed.ok && run === before ? resumed.value : run,
    }));
  };
  return {
    settleRun: async (deployment, runId) => {
      const { run } = store.getState();
      if (isRunning(run)) return;
      store.setState({ settled: { status: 'loading' } });
      const settled = await bridge.request('runs.settle', { deployment, runId });
      // A run that has begun or gone on meanwhile is another one by now.
      if (store.getState().run === run) store.setState({ settled: loaded(settled) });
    },
    resumeRun,
    decide: async (action) => {
      await resumeRun(action);
      const { runRequest, run } = store.getState();
      if (runRequest.status !== 'idle' || run === null) return false;
      if (action !== 'leave') store.setState((state) => arrivalAtApply(state, run));
      return true;
    },
    forgetSettled: () => store.setState({ settled: { status: 'idle' } }),
  };
}

/** A check has no page on which a run is shown; a run is shown among the pages of its own goal. */
function arrivalAtApply(state: WizardState, { goal, deployment }: RunSnapshot): Partial<WizardState> {
  const isShown = stepsOf(deployment, state.form.goal).includes('apply');
  const form = isShown ? state.form : { ...state.form, goal };
  return { form, ...arrivalAt({ ...state, form }, 'apply') };
}
