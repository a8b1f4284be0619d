import { RETIRE_DEFAULTS, type Answers } from '../../core/answers/answers-schema.ts';
import type { PlannedChange } from '../../core/plan/change.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { makePlan } from '../../core/plan/plan.ts';
import type { RunEvent, RunStarted } from '../../core/run/run-events.ts';
import { type ChangeResult, type RunSnapshot, foldRun } from '../../core/run/run.ts';
import { SAMPLE_ANSWERS } from './sample-answers.ts';
import { SKYPE, facts, provider } from './sample-deployment.ts';
import { afterCommand } from './simulated-deployment.ts';

export const AT = '2026-01-02T03:04:05.000Z';

/** A plan with the deployment that it was made for. */
export interface PlannedRun {
  readonly answers: Answers;
  readonly before: Snapshot;
  readonly changes: readonly PlannedChange[];
}

/** The plan for that deployment, with the given differences from the sample site. */
export function planned(answers: Answers, differences: Partial<Snapshot> = {}): PlannedRun {
  const known = facts(differences);
  return { answers, before: known.snapshot, changes: makePlan(answers, known, (text) => text).changes };
}

/** A policy that is created for a pilot; without its users. */
export const PILOT = {
  identity: 'SkypePilot',
  publicCloudAccess: true,
  publicCloudAudioVideoAccess: false,
  create: true,
};
const OLD_SKYPE = provider({ Identity: 'Skype', ProxyFqdn: 'old.example.com', Enabled: true });
const RETIRED = {
  publicProviders: [SKYPE, provider({ Identity: 'AOL', ProxyFqdn: 'sip.oscar.aol.com', Enabled: true })],
};
const retirement = (action: 'disable' | 'remove'): Answers => ({
  ...SAMPLE_ANSWERS,
  goal: 'retire',
  retire: { ...RETIRE_DEFAULTS, action, federation: 'switch-off' },
});
/** The Access Edge with federation switched on. */
export const FEDERATED = { Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' };

/** Every kind of plan, by what it is about. */
export const CASES: readonly (readonly [name: string, value: PlannedRun])[] = [
  ['a provider in the place of another', planned(SAMPLE_ANSWERS)],
  ['a provider in the place of one with its name', planned(SAMPLE_ANSWERS, { publicProviders: [OLD_SKYPE] })],
  [
    'a provider of which one property is set',
    planned(SAMPLE_ANSWERS, { publicProviders: [{ ...SKYPE, Enabled: false }] }),
  ],
  [
    'a policy that is created and granted',
    planned({ ...SAMPLE_ANSWERS, externalAccess: [{ ...PILOT, users: ['CN=Ann', 'CN=Bob'] }] }),
  ],
  ['providers that are disabled', planned(retirement('disable'), { ...RETIRED, accessEdgeConfiguration: FEDERATED })],
  ['providers that are removed', planned(retirement('remove'), { ...RETIRED, accessEdgeConfiguration: FEDERATED })],
];

/** The deployment after the first so many changes. */
export function afterChanges({ before, changes }: PlannedRun, count: number): Snapshot {
  return pending(changes)
    .slice(0, count)
    .reduce((live, { call }) => (call ? afterCommand(live, call) : live), before);
}

/** The changes that send a command. */
export function pending(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return changes.filter((change) => change.call !== null);
}

/** The first line of the journal of a run of that plan. */
export function startOf({ answers, before, changes }: PlannedRun): RunStarted {
  return {
    type: 'run-started',
    runId: 'run',
    at: AT,
    deployment: 'practice',
    place: '',
    product: before.product,
    module: { name: 'Lync', version: '5.0', path: '' },
    powershell: { edition: 'Core', version: '7.6', is64Bit: true, processId: 1 },
    planHash: '',
    answers,
    before,
    changes: [...changes],
    acknowledged: [],
    owner: { user: 'admin', host: 'ADMINPC', processId: 1 },
    takenOver: null,
    shell: null,
  };
}

/** The picture of a run whose changes have come to these results. */
export function runWith(
  value: PlannedRun,
  results: readonly ChangeResult[],
  more: readonly RunEvent[] = [],
): RunSnapshot {
  const events = pending(value.changes).flatMap(({ id }, index) => eventsFor(id, results[index] ?? 'waiting'));
  const run = foldRun([startOf(value), ...events, ...more]);
  if (!run) throw new Error('A run begins with its start.');
  return run;
}

function eventsFor(id: string, result: ChangeResult): RunEvent[] {
  const begun: RunEvent = { type: 'change-started', id, at: AT };
  switch (result) {
    case 'waiting':
      return [];
    case 'running':
      return [begun];
    case 'done':
    case 'failed':
    case 'not-as-wanted':
    case 'unknown':
      return [begun, { type: 'change-verified', id, at: AT, result, readBack: null, failure: null }];
    case 'skipped':
      return [begun, { type: 'change-settled', id, at: AT, result, readBack: null }];
    case 'restored':
      return [
        ...eventsFor(id, 'done'),
        { type: 'restore-started', id, at: AT, command: '' },
        { type: 'restore-ended', id, at: AT, isRestored: true, failure: null },
      ];
    case 'already-right':
      throw new Error('Nothing is sent for what is right already.');
  }
}

/** The same result so many times. */
export const repeated = (result: ChangeResult, count: number): ChangeResult[] =>
  Array.from({ length: count }, () => result);

/** Every point at which a run can end: how many changes are made, and what is known of the last one that was sent. */
export const ENDS = CASES.flatMap(([name, value]) =>
  pending(value.changes).flatMap((_, index) =>
    (['done', 'failed', 'unknown', 'running'] as const).flatMap((result) =>
      (result === 'done' ? [index + 1] : [index, index + 1]).map((made) => ({ name, value, index, result, made })),
    ),
  ),
);
