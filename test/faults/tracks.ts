import { type PreparedProductId, PREPARED_PRODUCT_IDS, isPreparedProduct } from '../../core/deployment/products.ts';
import {
  RETIRE_DEFAULTS,
  type Answers,
  type RetireAnswers,
  type SetUpAnswers,
} from '../../core/answers/answers-schema.ts';
import { recordOf } from '../fakes/practice-setup.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { type State, type StateObject, objectsIn } from './deployment-state.ts';

/** The sites that a track can begin with: one that was never set up, and the same after the sample set-up. */
export interface Sites {
  readonly fresh: State;
  readonly setUp: State;
}

/** One way through a run: what is wanted, and the deployment as it is before. */
export interface Track {
  readonly name: string;
  readonly answers: (sites: Sites) => Answers;
  readonly before: (sites: Sites) => State;
}

/** The products that a practice deployment can be: those for which there is a site. */
export const PROFILES: readonly PreparedProductId[] = PREPARED_PRODUCT_IDS.filter(isPreparedProduct);

const PILOT = 'SkypePilot';

/** Every track: setting up, then retiring. */
export const TRACKS: readonly Track[] = [
  // Setting up, and setting up what is partly there.
  { name: 'set-up', answers: () => SAMPLE_ANSWERS, before: ({ fresh }) => fresh },
  { name: 'set-up-with-pilot', answers: pilotAnswers, before: ({ fresh }) => fresh },
  // Only Enabled differs, which is set and not created anew.
  { name: 'set-up-by-set', answers: () => SAMPLE_ANSWERS, before: withProviderSwitchedOff },
  // One provider has the wanted name and another the wanted address: both are removed.
  { name: 'set-up-same-name', answers: () => SAMPLE_ANSWERS, before: withOldProvider },
  // Retiring, from the gentlest choice to the most thorough one.
  { name: 'retire-disable', answers: () => retirement('disable', 'leave'), before: withDeadProviders },
  { name: 'retire-remove', answers: () => retirement('remove', 'leave'), before: withDeadProviders },
  {
    name: 'retire-disable-all',
    answers: () => retirement('disable', 'switch-off'),
    before: withDeadProviders,
  },
  {
    name: 'retire-remove-all',
    answers: () => retirement('remove', 'switch-off'),
    before: withDeadProviders,
  },
];

/** The tracks of these names. */
export function tracksNamed(...names: readonly string[]): readonly Track[] {
  return TRACKS.filter(({ name }) => names.includes(name));
}

/** A policy that is created and given to two users, of whom one has another. */
function pilotAnswers({ fresh }: Sites): SetUpAnswers {
  const users = objectsIn(fresh, 'users');
  const pilots = [users.find(hasPolicy), users.find((user) => !hasPolicy(user))].map((user) =>
    String(user?.['SipAddress']),
  );
  const pilot = { identity: PILOT, publicCloudAccess: true, publicCloudAudioVideoAccess: true };
  return { ...SAMPLE_ANSWERS, externalAccess: [{ ...pilot, create: true, users: pilots }] };
}

function hasPolicy(user: StateObject): boolean {
  return typeof user['ExternalAccessPolicy'] === 'string';
}

function withProviderSwitchedOff({ setUp }: Sites): State {
  return {
    ...setUp,
    publicProviders: objectsIn(setUp, 'publicProviders').map((one) =>
      one['Identity'] === 'Skype' ? { ...one, Enabled: false } : one,
    ),
    accessEdgeConfiguration: { ...recordOf(setUp['accessEdgeConfiguration']), AllowFederatedUsers: false },
  };
}

function withOldProvider({ fresh }: Sites): State {
  const providers = objectsIn(fresh, 'publicProviders');
  const old = { Identity: 'Skype', Name: 'Skype', ProxyFqdn: 'old.proxy.example', Enabled: true };
  return { ...fresh, publicProviders: [...providers, { ...providers[0], ...old }] };
}

/** Every provider of a dead service is there and enabled, and every policy lets public users in. */
function withDeadProviders({ setUp }: Sites): State {
  const withEach = (section: string, values: StateObject) =>
    objectsIn(setUp, section).map((one) => ({ ...one, ...values }));
  return {
    ...setUp,
    publicProviders: withEach('publicProviders', { Enabled: true }),
    externalAccessPolicies: withEach('externalAccessPolicies', { EnablePublicCloudAccess: true }),
  };
}

function retirement(
  action: RetireAnswers['retire']['action'],
  federation: RetireAnswers['retire']['federation'],
): RetireAnswers {
  return { ...SAMPLE_ANSWERS, goal: 'retire', retire: { ...RETIRE_DEFAULTS, action, federation } };
}
