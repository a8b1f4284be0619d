import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { Result } from '../../core/failure.ts';
import type { Goal } from '../../core/goal.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import type { WizardMode } from '../../core/steps.ts';
import type { WizardState } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';
import { NOTHING_KNOWN, deploymentConnection } from './deployment-connection.ts';

export interface DeploymentActions {
  /** Chooses what is wanted: a check connects anew, with a shell that may not change anything. */
  chooseGoal(goal: Goal): void;
  /** Chooses what to work on and, unless only a script is prepared, connects to it and reads it. */
  chooseMode(mode: WizardMode): void;
  chooseProduct(product: string): void;
  /** Connects to the chosen deployment and reads it again. */
  readDeployment(): Promise<void>;
  /** Drops what is known, has something changed that decides what answers, and connects to the deployment anew. */
  reconnectAfter(change: () => Promise<Result<null>>): Promise<void>;
  /** Reads the deployment after it was changed; what was known stays on show until then. */
  refreshDeployment(): Promise<void>;
}

/** Choosing what to work on and what for; a deployment that is chosen is connected to and read. */
export function deploymentActions(context: ActionContext): DeploymentActions {
  const { store } = context;
  const connection = deploymentConnection(context);
  const open = async (before?: () => Promise<Result<null>>) => {
    const chosen = chosenDeployment(store.getState());
    if (chosen) await connection.open(chosen, before);
  };
  return {
    chooseGoal: (goal) => {
      const { form, run } = store.getState();
      if (goal === form.goal) return;
      store.setState({
        form: { ...form, goal },
        plan: { status: 'idle' },
        verification: { status: 'idle' },
        run: runOf(run, (one) => one.goal === goal),
      });
      // Only a check connects with a shell that may not change anything.
      if ((form.goal === 'check') !== (goal === 'check')) void open();
    },
    chooseMode: (mode) => {
      const present = store.getState();
      if (present.mode === mode && present.deployment.status !== 'none') return;
      connection.giveUp();
      store.setState({ mode, ...NOTHING_KNOWN, run: runOf(present.run, (one) => one.deployment === mode) });
      void open();
    },
    chooseProduct: (preparedProduct) => store.setState({ preparedProduct, plan: { status: 'idle' } }),
    readDeployment: () => open(),
    reconnectAfter: open,
    refreshDeployment: async () => {
      const chosen = chosenDeployment(store.getState());
      if (chosen) await connection.readAgain(chosen);
    },
  };
}

/** What is connected to; null before a choice, and where only a script is prepared. */
function chosenDeployment({ mode }: Pick<WizardState, 'mode'>): DeploymentKind | null {
  return mode === 'prepare' ? null : mode;
}

/** The run on show, unless it has ended and belongs to something else than what is chosen now. */
function runOf(run: RunSnapshot | null, belongs: (run: RunSnapshot) => boolean): RunSnapshot | null {
  return run && (isRunning(run) || belongs(run)) ? run : null;
}
