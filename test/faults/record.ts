import type { Answers } from '../../core/answers/answers-schema.ts';
import { type PreparedProductId } from '../../core/deployment/products.ts';
import { readFile } from 'node:fs/promises';
import type { PlannedChange } from '../../core/plan/change.ts';
import { recordOf } from '../fakes/practice-setup.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { journalPath } from '../../electron/run/journal.ts';
import { type Action, newestRecord, perform } from './actions.ts';
import { type Recording, type Scenario, type ScenarioName, isWrite } from './cases.ts';
import type { State } from './deployment-state.ts';
import type { Ground } from './ground.ts';
import { type Call, type Site, type SiteOptions, openSite } from './site.ts';
import type { Sites, Track } from './tracks.ts';

const START: Action = { type: 'start', onFailure: 'stop' };

/** The sites of a product that tracks begin with. */
export async function recordSites(profile: PreparedProductId, ground: Ground): Promise<Sites> {
  const site = await openSite({ profile, before: null, faults: [], ground });
  valueOf(await site.setup.connect('practice', 'read-write'));
  const fresh = withoutLag(await site.state());
  await site.remove();
  const { after } = await play({ profile, before: fresh, faults: [], ground }, [START], SAMPLE_ANSWERS);
  return { fresh, setUp: after };
}

/** Replication is another matter: here every replica follows at once. */
function withoutLag(state: State): State {
  return { ...state, replicationLagSeconds: 0 };
}

/** The scenarios of a track, each played once with no other fault than its own. */
export async function recordTrack(
  { profile, sites, ground }: { profile: PreparedProductId; sites: Sites; ground: Ground },
  track: Track,
  scenarios: readonly ScenarioName[],
): Promise<readonly Recording[]> {
  const answers = track.answers(sites);
  const before = track.before(sites);
  const common = { profile, before, ground };
  const healthy = await play({ ...common, faults: [] }, [START], answers);
  const lastWrite = healthy.steps.findLast(isWrite);
  if (!lastWrite) throw new Error(`The track ${track.name} changes nothing.`);
  const { after: wanted, changes } = healthy;
  const recordings: Recording[] = [];
  for (const name of scenarios) {
    const scenario = SCENARIOS[name](lastWrite);
    const { base, actions } = scenario;
    const played = base ? await play({ ...common, faults: [base] }, actions, answers) : healthy;
    const since = played.steps.findIndex(({ cmdlet, call }) => cmdlet === base?.cmdlet && call === base.call) + 1;
    const steps = played.steps.slice(since);
    const lines = lineNumbers(played.events, since === 0);
    recordings.push({
      profile,
      track: track.name,
      answers,
      before,
      wanted,
      changes,
      scenario,
      steps,
      lines,
    });
  }
  return recordings;
}

/** The scenarios by name, for the last change of a track. */
const SCENARIOS = {
  /** A run that stops where it fails. */
  stop: () => ({ name: 'stop', base: null, actions: [START] }),
  /** A run that takes everything back when it fails. */
  'take-back': () => ({ name: 'take-back', base: null, actions: [{ type: 'start', onFailure: 'rollback' }] }),
  /** The taking back itself is hit: the last change fails after it was made, so that everything stands. */
  'taking-back': (last) => ({
    name: 'taking-back',
    base: { ...last, kind: 'partial' },
    actions: [{ type: 'start', onFailure: 'rollback' }],
  }),
  /** A run that had failed is hit again while it is taken back, or continued. */
  'resumed-rollback': (last) => ({
    name: 'resumed-rollback',
    base: { ...last, kind: 'error' },
    actions: [START, { type: 'rollback' }],
  }),
  'resumed-continue': (last) => ({
    name: 'resumed-continue',
    base: { ...last, kind: 'error' },
    actions: [START, { type: 'continue' }],
  }),
} as const satisfies Readonly<Record<ScenarioName, (lastWrite: Call) => Scenario>>;

interface Played {
  readonly after: State;
  readonly changes: readonly PlannedChange[];
  /** The calls of the last action. */
  readonly steps: readonly Call[];
  /** The types of the events that it wrote into the journal. */
  readonly events: readonly string[];
}

async function play(options: SiteOptions, actions: readonly Action[], answers: Answers): Promise<Played> {
  const site = await openSite(options);
  let steps: readonly Call[] = [];
  let events: readonly string[] = [];
  for (const action of actions) {
    const earlier = { calls: (await site.calls()).length, events: (await journalEvents(site)).length };
    valueOf(await perform(site, action, answers));
    steps = (await site.calls()).slice(earlier.calls);
    events = (await journalEvents(site)).slice(earlier.events);
  }
  const after = await site.state();
  const changes = (await newestRecord(site))?.started.changes ?? [];
  await site.remove();
  return { after, changes, steps, events };
}

/** The types of the events in the newest run's journal. */
async function journalEvents(site: Site): Promise<readonly string[]> {
  const record = await newestRecord(site);
  if (record === null) return [];
  const text = await readFile(journalPath(site.dataDir, record.run.id), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(recordOf(JSON.parse(line))['type']));
}

/** The numbers of the lines, or of those after the command that the scenario's own fault hits, which is the last one. */
function lineNumbers(events: readonly string[], isWhole: boolean): readonly number[] {
  const first = isWhole ? 0 : events.lastIndexOf('change-started') + 1;
  return events.map((_, index) => index + 1).slice(first);
}
