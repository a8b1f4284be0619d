import { type Subject, subjectKey } from '../../core/plan/change.ts';
import { recordOf } from '../fakes/practice-setup.ts';

/** A practice deployment's state file: sections by name. */
export type State = Readonly<Record<string, unknown>>;

/** An object of a state file. */
export type StateObject = Readonly<Record<string, unknown>>;

/** The objects of a section that is a list. */
export function objectsIn(state: State, section: string): readonly StateObject[] {
  const list = state[section];
  if (!Array.isArray(list)) throw new Error(`The state has no list "${section}".`);
  return list.map(recordOf);
}

/** A state in one text in which neither the order of lists nor what moves by itself makes a difference. */
export function stateText(state: State): string {
  return canonicalText({ ...state, replicas: objectsIn(state, 'replicas').map(withoutTimes) });
}

/** The part of a state file that holds each kind of object which a run can touch. */
const SUBJECTS: readonly (readonly [section: string, subjectOf: (object: StateObject) => Subject])[] = [
  ['publicProviders', (one) => ({ type: 'provider', identity: String(one['Identity']) })],
  ['externalAccessPolicies', (one) => ({ type: 'policy', identity: String(one['Identity']) })],
  ['users', (one) => ({ type: 'user', identity: String(one['SipAddress']) })],
];

/**
 * Every object that a run can touch, by the key of its subject, and every other section by its name; each as one text.
 * What is not there has no entry.
 */
export function stateParts(state: State): ReadonlyMap<string, string> {
  const parts = new Map<string, string>([
    [subjectKey({ type: 'access-edge' }), canonicalText(state['accessEdgeConfiguration'])],
  ]);
  for (const [section, subjectOf] of SUBJECTS) {
    for (const object of objectsIn(state, section)) parts.set(subjectKey(subjectOf(object)), canonicalText(object));
  }
  const told = ['accessEdgeConfiguration', 'replicas', ...SUBJECTS.map(([section]) => section)];
  for (const [section, content] of Object.entries(state)) {
    if (!told.includes(section)) parts.set(`section ${section}`, canonicalText(content));
  }
  return parts;
}

function withoutTimes({ changedAt: _changed, previousReportAt: _reported, ...rest }: StateObject): StateObject {
  return rest;
}

/** The texts of objects that were put in words before: most of a deployment is the same from case to case. */
const knownTexts = new WeakMap<object, string>();

function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const text = knownTexts.get(value) ?? objectText(value);
  knownTexts.set(value, text);
  return text;
}

function objectText(value: object): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).toSorted().join()}]`;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${canonicalText(content)}`).join()}}`;
}
