import { success } from '../../core/failure.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import type { HandlersOf } from './handlers-of.ts';
import type { ShownPlan } from './shown-plan.ts';
import { deploymentAndAnswers } from './wizard-input.ts';

/** The run that goes on, and those that are recorded. */
export function runHandlers({ runs }: FederationSetup, shownPlan: ShownPlan) {
  return {
    'run.start': async ({ planHash, acknowledged, ...input }) => {
      const wanted = deploymentAndAnswers(input);
      if (!wanted.ok) return wanted;
      const { deployment, answers } = wanted.value;
      const fingerprint = shownPlan.withHash(planHash)?.plan.fingerprint ?? null;
      const reviewed = { hash: planHash, fingerprint };
      const started = await runs.start(deployment, answers, { reviewed, acknowledged, onFailure: 'stop' });
      return started.ok ? success(started.value.run) : started;
    },
    'run.current': async () => success(runs.current()),
    'run.cancel': async () => {
      runs.cancel();
      return success(null);
    },
    'runs.list': async ({ deployment }) => success(await runs.list(deployment)),
    'runs.settle': ({ deployment, runId }) => runs.settle(deployment, runId),
    'runs.resume': async ({ deployment, runId, action }) => {
      const resumed = await runs.resume(deployment, runId, action);
      return resumed.ok ? success(resumed.value.run) : resumed;
    },
  } satisfies HandlersOf<'run' | 'runs'>;
}
