import type { PracticeChoice } from '../../core/deployment/practice.ts';
import type { ActionContext } from './action-context.ts';
import type { DeploymentActions } from './deployment-actions.ts';

export interface PracticeActions {
  /** Has the practice deployment behave as another product, or make other faults, and connects to it anew. */
  choosePractice(choice: PracticeChoice): Promise<void>;
  /** Has what the practice deployment has become deleted, and connects to it as it was at first. */
  resetPractice(): Promise<void>;
}

/** Setting up the practice deployment. What went wrong is shown where the deployment is. */
export function practiceActions({ store, bridge }: ActionContext, deployment: DeploymentActions): PracticeActions {
  return {
    choosePractice: async (practice) => {
      const before = store.getState().practice;
      store.setState({ practice });
      await deployment.reconnectAfter(async () => {
        const chosen = await bridge.request('practice.choose', practice);
        if (!chosen.ok) store.setState({ practice: before });
        return chosen;
      });
    },
    resetPractice: () => deployment.reconnectAfter(() => bridge.request('practice.reset', null)),
  };
}
