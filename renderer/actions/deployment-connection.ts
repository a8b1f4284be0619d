import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Result, success } from '../../core/failure.ts';
import { knownForProvisioning, prefill } from '../state/prefill.ts';
import { type DeploymentState, type WizardState, loaded } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';

/** The way to the chosen deployment. Only the newest attempt to reach one counts: an older answer is dropped. */
export interface DeploymentConnection {
  /** Forgets what is known, has something done first that decides what answers, connects anew and reads. */
  open(deployment: DeploymentKind, before?: () => Promise<Result<null>>): Promise<void>;
  /** Reads once more over the present connection; what was known stays on show until then. */
  readAgain(deployment: DeploymentKind): Promise<void>;
  /** Drops every answer that is still on its way. */
  giveUp(): void;
}

/** What no longer holds once another deployment answers. */
export const NOTHING_KNOWN = {
  deployment: { status: 'none' },
  plan: { status: 'idle' },
  acknowledged: new Map(),
  verification: { status: 'idle' },
  runs: { status: 'idle' },
  settled: { status: 'idle' },
} as const satisfies Partial<WizardState>;

/** Connecting to a deployment, and reading it with the runs that are recorded on it. */
export function deploymentConnection({ store, bridge }: ActionContext): DeploymentConnection {
  const attempts = newestOnly();
  const isReadOnly = (): boolean => store.getState().form.goal === 'check';
  const read = (deployment: DeploymentKind) =>
    Promise.all([
      bridge.request('deployment.read', { deployment, readOnly: isReadOnly() }),
      bridge.request('runs.list', { deployment }),
    ]);
  return {
    open: async (deployment, before = nothingBefore) => {
      const isNewest = attempts.begin();
      store.setState({ ...NOTHING_KNOWN, deployment: { status: 'connecting' } });
      const prepared = await before();
      const connected = prepared.ok
        ? await bridge.request('deployment.connect', { deployment, readOnly: isReadOnly() })
        : prepared;
      if (!isNewest()) return;
      if (!connected.ok) {
        store.setState({ deployment: { status: 'failed', connected: null, failure: connected.failure } });
        return;
      }
      store.setState({ deployment: { status: 'reading', connected: connected.value } });
      const [snapshot, runs] = await read(deployment);
      if (!isNewest()) return;
      store.setState((state) =>
        snapshot.ok
          ? withSnapshot(state, { status: 'ready', connected: connected.value, snapshot: snapshot.value }, loaded(runs))
          : { deployment: { status: 'failed', connected: connected.value, failure: snapshot.failure } },
      );
    },
    readAgain: async (deployment) => {
      const isNewest = attempts.present();
      const [snapshot, runs] = await read(deployment);
      if (!isNewest()) return;
      store.setState(({ deployment: known }) => ({
        runs: loaded(runs),
        ...(known.status === 'ready' && snapshot.ok ? { deployment: { ...known, snapshot: snapshot.value } } : {}),
      }));
    },
    giveUp: () => void attempts.begin(),
  };
}

/** Counts attempts. Each is told by a function whether a newer one has begun since. */
function newestOnly() {
  const attempts = { count: 0 };
  const present = (): (() => boolean) => {
    const own = attempts.count;
    return () => own === attempts.count;
  };
  const begin = (): (() => boolean) => {
    attempts.count += 1;
    return present();
  };
  return { begin, present };
}

const nothingBefore = async (): Promise<Result<null>> => success(null);

function withSnapshot(
  { form, prefilled }: WizardState,
  deployment: Extract<DeploymentState, { status: 'ready' }>,
  runs: WizardState['runs'],
): Partial<WizardState> {
  const known = knownForProvisioning(deployment.snapshot);
  const filled = prefill(form, prefilled, known);
  return {
    deployment,
    runs,
    form: filled,
    prefilled: known,
    // A page that is open already may have planned or checked meanwhile, on the same deployment: this stays with the form.
    ...(filled === form ? {} : { plan: { status: 'idle' }, verification: { status: 'idle' } }),
  };
}
