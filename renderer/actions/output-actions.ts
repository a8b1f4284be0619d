import type { LinkId } from '../../core/contract/links.ts';
import { type Result, failed } from '../../core/failure.ts';
import type { ActionContext } from './action-context.ts';
import { NOTHING_CHOSEN, inputOf } from './wizard-input.ts';

export interface OutputActions {
  /** Puts a text on the clipboard; false when that was not possible. */
  copy(text: string): Promise<boolean>;
  /** The whole plan as a script. */
  script(): Promise<Result<string>>;
  /** Saves the script where the administrator says; null when the dialog was closed. */
  saveScript(): Promise<Result<string | null>>;
  /** Saves the plan that is shown, for the command line. */
  savePlan(): Promise<Result<string | null>>;
  saveReport(): Promise<Result<string | null>>;
  openLink(link: LinkId): void;
}

/** What leaves the wizard: text on the clipboard, files, pages in the browser. */
export function outputActions({ store, bridge }: ActionContext): OutputActions {
  const withInput = async <T>(
    ask: (input: NonNullable<ReturnType<typeof inputOf>>) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const input = inputOf(store.getState());
    return input ? ask(input) : NOTHING_CHOSEN;
  };
  return {
    copy: async (text) => (await bridge.request('clipboard.write', { text })).ok,
    script: () => withInput((input) => bridge.request('plan.script', input)),
    saveScript: () => withInput((input) => bridge.request('script.save', input)),
    savePlan: async () => {
      const { plan } = store.getState();
      if (plan.status !== 'ready') return failed({ kind: 'plan-out-of-date', differences: [] });
      return bridge.request('plan.save', { planHash: plan.value.hash });
    },
    saveReport: () => withInput((input) => bridge.request('report.save', input)),
    openLink: (link) => void bridge.request('link.open', { link }),
  };
}
