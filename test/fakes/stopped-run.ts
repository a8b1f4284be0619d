import { checkAnswers } from '../../core/answers/answers.ts';
import type { SettledRun } from '../../core/contract/contract.ts';
import { publicChange } from '../../core/plan/change.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { makePlan } from '../../core/plan/plan.ts';
import { rollbackPlan } from '../../core/run/rollback.ts';
import type { RunEvent } from '../../core/run/run-events.ts';
import { foldRun } from '../../core/run/run.ts';
import { SAMPLE_ANSWERS } from './sample-answers.ts';
import { facts } from './sample-deployment.ts';

const AT = '2024-05-06T10:00:00.000Z';
const OWNER = { user: 'admin', host: 'ADMINPC', processId: 4711 };

/**
 * A run that stopped after federation and the Global policy, as reading the deployment shows it; `live` changes what is
 * read there since.
 */
export function stoppedRun(live: Partial<Snapshot> = {}): SettledRun {
  const checked = checkAnswers(SAMPLE_ANSWERS);
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
  const answers = checked.value;
  const { snapshot: before, ...known } = facts();
  const { changes } = makePlan(answers, { ...known, snapshot: before }, (text) => text);
  const made = changes.filter(({ id }) => ['access-edge', 'policy:global'].includes(id));
  const run = foldRun([
    {
      type: 'run-started',
      runId: 'run-1',
      at: AT,
      deployment: 'practice',
      place: '/home/admin/data/practice/state.json',
      product: known.product,
      module: { name: 'Lync', version: '5.0.8308.0', path: 'Lync.psd1' },
      powershell: { edition: 'Desktop', version: '5.1', is64Bit: true, processId: 4242 },
      planHash: 'hash',
      answers,
      before,
      changes: [...changes],
      acknowledged: [],
      owner: OWNER,
      takenOver: null,
      shell: null,
    },
    ...made.flatMap(({ id, after }): RunEvent[] => [
      { type: 'change-started', id, at: AT },
      { type: 'change-ran', id, at: AT, durationMs: 12, warnings: [], failure: null },
      { type: 'change-verified', id, at: AT, result: 'done', readBack: after, failure: null },
    ]),
  ]);
  if (!run) throw new Error('A run begins with its start.');
  const after: Snapshot = {
    ...before,
    accessEdgeConfiguration: { Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' },
    externalAccessPolicies: before.externalAccessPolicies.map((policy) =>
      policy.Identity === 'Global' ? { ...policy, ...made.find(({ id }) => id === 'policy:global')?.after } : policy,
    ),
    ...live,
  };
  return {
    run,
    remaining: changes
      .filter(({ call }) => call !== null)
      .filter((change) => !made.includes(change))
      .map(publicChange),
    rollback: rollbackPlan({ changes, run, before, live: after }),
    canContinue: true,
  };
}
