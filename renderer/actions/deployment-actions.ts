import type { DeploymentKind } from '../../core/deployment.ts';
import type { Goal } from '../../core/answers-schema.ts';
import type { WizardForm, WizardMode } from '../../core/wizard.ts';
import { knownOfRequest, prefill } from '../prefill.ts';
import type { DeploymentState, WizardState } from '../state.ts';
import type { ActionContext } from '../store.ts';

export interface DeploymentActions {
  /** Chooses what is wanted: a check connects anew, with a shell that may not change anything. */
  chooseGoal(goal: Goal): void;
  /** Chooses what to work on and, unless only a script is prepared, connects to it and reads it. */
  chooseMode(mode: WizardMode): void;
  chooseProduct(product: string): void;
  /** Connects to the chosen deployment and reads it again. */
  readDeployment(): Promise<void>;
  /** Reads the deployment after it was changed; what was known stays on show until then. */
  refreshDeployment(): Promise<void>;
}

/** Connecting to a deployment and reading it. An answer for a deployment that is no longer chosen is dropped. */
export function deploymentActions({ store, bridge }: ActionContext): DeploymentActions {
  let attempt = 0;

  const connectAndRead = async (deployment: DeploymentKind): Promise<void> => {
    attempt += 1;
    const own = attempt;
    const readOnly = isReadOnly(store.getState().form);
    const show = (state: Partial<WizardState>) => {
      if (own === attempt) store.setState(state);
    };
    show({ deployment: { status: 'connecting' } });
    const connected = await bridge.request('deployment.connect', { deployment, readOnly });
    if (own !== attempt) return;
    if (!connected.ok) {
      show({ deployment: { status: 'failed', connected: null, failure: connected.failure } });
      return;
    }
    show({ deployment: { status: 'reading', connected: connected.value } });
    const read = await bridge.request('deployment.read', { deployment, readOnly });
    if (own !== attempt) return;
    store.setState((state) =>
      read.ok
        ? withSnapshot(state, { status: 'ready', connected: connected.value, snapshot: read.value })
        : { deployment: { status: 'failed', connected: connected.value, failure: read.failure } },
    );
  };

  return {
    chooseGoal: (goal) => {
      const { form, mode } = store.getState();
      const isReconnecting = isReadOnly(form) !== (goal === 'check');
      store.setState({ form: { ...form, goal }, plan: { status: 'idle' }, verification: { status: 'idle' } });
      if (isReconnecting && mode !== null && mode !== 'prepare') void connectAndRead(mode);
    },
    chooseMode: (mode) => {
      const present = store.getState();
      if (present.mode === mode && present.deployment.status !== 'none') return;
      attempt += 1;
      store.setState({ mode, ...nothingKnown });
      if (mode !== 'prepare') void connectAndRead(mode);
    },
    chooseProduct: (preparedProduct) => {
      store.setState({ preparedProduct, plan: { status: 'idle' } });
    },
    readDeployment: async () => {
      const { mode } = store.getState();
      if (mode !== null && mode !== 'prepare') await connectAndRead(mode);
    },
    refreshDeployment: async () => {
      const { mode, form } = store.getState();
      if (mode === null || mode === 'prepare') return;
      const own = attempt;
      const read = await bridge.request('deployment.read', { deployment: mode, readOnly: isReadOnly(form) });
      if (!read.ok || own !== attempt) return;
      store.setState(({ deployment }) =>
        deployment.status === 'ready' ? { deployment: { ...deployment, snapshot: read.value } } : {},
      );
    },
  };
}

/** A check works with a shell that refuses to change anything. */
function isReadOnly({ goal }: WizardForm): boolean {
  return goal === 'check';
}

const nothingKnown = {
  deployment: { status: 'none' },
  plan: { status: 'idle' },
  acknowledged: new Map(),
  verification: { status: 'idle' },
} as const satisfies Partial<WizardState>;

function withSnapshot(
  { form, prefilled }: WizardState,
  deployment: Extract<DeploymentState, { status: 'ready' }>,
): Partial<WizardState> {
  const known = knownOfRequest(deployment.snapshot);
  return {
    deployment,
    form: prefill(form, prefilled, known),
    prefilled: known,
    plan: { status: 'idle' },
    verification: { status: 'idle' },
  };
}
