import type { ReadinessProgress } from '../../core/readiness/readiness-progress.ts';
import { READINESS_DEFAULTS } from '../../core/readiness/readiness-question.ts';
import type { Result } from '../../core/failure.ts';
import type { ActionContext } from './action-context.ts';
import { readinessTargets } from '../state/readiness-targets.ts';

export interface ReadinessActions {
  editDnsServers(text: string): void;
  /** Looks at DNS and TLS of the domains that are filled in. Nothing is sent before this. */
  checkReadiness(): Promise<void>;
  /** Ends the check; what is known by then is kept. */
  cancelReadiness(): Promise<void>;
  /** Takes the result of a check that was made elsewhere; false when it is none. */
  pasteReadiness(text: string): Promise<boolean>;
  /** After the page was loaded again: finds the check that went on meanwhile, or its result. */
  recallReadiness(): Promise<void>;
  /** Follows the checks of the main process until the returned function is called. */
  followReadiness(): () => void;
}

/** The network check. */
export function readinessActions({ store, bridge }: ActionContext): ReadinessActions {
  const show = (readiness: ReadinessProgress | null) => store.setState({ readiness });
  const begin = async (request: () => Promise<Result<ReadinessProgress>>): Promise<void> => {
    store.setState({ readinessRequest: { status: 'loading' } });
    const before = store.getState().readiness;
    const answer = await request();
    store.setState({
      readinessRequest: answer.ok ? { status: 'idle' } : { status: 'failed', failure: answer.failure },
    });
    // Events may have told more of this check already than the answer does.
    if (answer.ok && store.getState().readiness === before) show(answer.value);
  };
  return {
    editDnsServers: (dnsServers) => store.setState({ dnsServers }),
    checkReadiness: async () => {
      const { unusable: _, ...targets } = readinessTargets(store.getState());
      if (targets.domains.length === 0) return;
      await begin(() => bridge.request('readiness.run', { ...READINESS_DEFAULTS, ...targets }));
    },
    cancelReadiness: async () => void (await bridge.request('readiness.cancel', null)),
    pasteReadiness: async (text) => {
      const taken = await bridge.request('readiness.paste', { text });
      if (taken.ok) show(taken.value);
      return taken.ok;
    },
    recallReadiness: async () => {
      const current = await bridge.request('readiness.current', null);
      if (current.ok && store.getState().readiness === null) show(current.value);
    },
    followReadiness: () => bridge.onEvent('readiness.changed', show),
  };
}
