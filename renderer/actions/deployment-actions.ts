import type { ActionContext } from './action-context.ts';
import type { Goal } from '../../core/goal.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Result, success } from '../../core/failure.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import type { WizardMode } from '../../core/steps.ts';
import { knownOfRequest, prefill } from '../state/prefill.ts';
import { type DeploymentState, type WizardState, loaded } from '../state/state.ts';

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

/** Connecting to a deployment and reading it. An answer for a deployment that is no longer chosen is dropped. */
export function deploymentActions({ store, bridge }: ActionContext): DeploymentActions {
  let attempt = 0;

  const isReadOnly = (): boolean => store.getState().form.goal === 'check';

  /** The deployment, and the runs that are recorded on it. */
  const read = (deployment: DeploymentKind) =>
    Promise.all([
      bridge.request('deployment.read', { deployment, readOnly: isReadOnly() }),
      bridge.request('runs.list', { deployment }),
    ]);

  const connectAndRead = async (
    deployment: DeploymentKind,
    before: () => Promise<Result<null>> = nothingBefore,
  ): Promise<void> => {
    attempt += 1;
    const own = attempt;
    store.setState({ ...nothingKnown, deployment: { status: 'connecting' } });
    const prepared = await before();
    const connected = prepared.ok
      ? await bridge.request('deployment.connect', { deployment, readOnly: isReadOnly() })
      : prepared;
    if (own !== attempt) return;
    if (!connected.ok) {
      store.setState({ deployment: { status: 'failed', connected: null, failure: connected.failure } });
      return;
    }
    store.setState({ deployment: { status: 'reading', connected: connected.value } });
    const [snapshot, runs] = await read(deployment);
    if (own !== attempt) return;
    store.setState((state) =>
      snapshot.ok
        ? withSnapshot(state, { status: 'ready', connected: connected.value, snapshot: snapshot.value }, loaded(runs))
        : { deployment: { status: 'failed', connected: connected.value, failure: snapshot.failure } },
    );
  };

  return {
    chooseGoal: (goal) => {
      const { form, mode, run } = store.getState();
      if (goal === form.goal) return;
      const isReconnecting = isReadOnly() !== (goal === 'check');
      store.setState({
        form: { ...form, goal },
        plan: { status: 'idle' },
        verification: { status: 'idle' },
        run: runOf(run, (one) => one.goal === goal),
      });
      if (isReconnecting && mode !== null && mode !== 'prepare') void connectAndRead(mode);
    },
    chooseMode: (mode) => {
      const present = store.getState();
      if (present.mode === mode && present.deployment.status !== 'none') return;
      attempt += 1;
      store.setState({ mode, ...nothingKnown, run: runOf(present.run, (one) => one.deployment === mode) });
      if (mode !== 'prepare') void connectAndRead(mode);
    },
    chooseProduct: (preparedProduct) => {
      store.setState({ preparedProduct, plan: { status: 'idle' } });
    },
    readDeployment: async () => {
      const { mode } = store.getState();
      if (mode !== null && mode !== 'prepare') await connectAndRead(mode);
    },
    reconnectAfter: async (change) => {
      const { mode } = store.getState();
      if (mode !== null && mode !== 'prepare') await connectAndRead(mode, change);
    },
    refreshDeployment: async () => {
      const { mode } = store.getState();
      if (mode === null || mode === 'prepare') return;
      const own = attempt;
      const [snapshot, runs] = await read(mode);
      if (own !== attempt) return;
      store.setState(({ deployment }) => ({
        runs: loaded(runs),
        ...(deployment.status === 'ready' && snapshot.ok
          ? { deployment: { ...deployment, snapshot: snapshot.value } }
          : {}),
      }));
    },
  };
}

const nothingBefore = async (): Promise<Result<null>> => success(null);

const nothingKnown = {
  deployment: { status: 'none' },
  plan: { status: 'idle' },
  acknowledged: new Map(),
  verification: { status: 'idle' },
  runs: { status: 'idle' },
  settled: { status: 'idle' },
} as const satisfies Partial<WizardState>;

/** The run on show, unless it has ended and belongs to something else than what is chosen now. */
function runOf(run: RunSnapshot | null, belongs: (run: RunSnapshot) => boolean): RunSnapshot | null {
  return run && (isRunning(run) || belongs(run)) ? run : null;
}

function withSnapshot(
  { form, prefilled }: WizardState,
  deployment: Extract<DeploymentState, { status: 'ready' }>,
  runs: WizardState['runs'],
): Partial<WizardState> {
  const known = knownOfRequest(deployment.snapshot);
  return {
    deployment,
    runs,
    form: prefill(form, prefilled, known),
    prefilled: known,
    plan: { status: 'idle' },
    verification: { status: 'idle' },
  };
}
