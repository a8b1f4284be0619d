import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../../core/answers/answers.ts';
import { contactAddress } from '../../../core/contacts/contact-address.ts';
import { commandText } from '../../../core/deployment/command-text.ts';
import { makePlan, pendingChanges } from '../../../core/plan/plan.ts';
import { factsOfPreparedProduct } from '../../../core/plan/planning-facts.ts';
import { hostileStrings } from '../../fakes/hostile-strings.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';

type Path = readonly (string | number)[];

const TEXTS = hostileStrings('/tmp/canary');

/** Every place of an answers file that holds text, fixed words included. */
const TEXT_PLACES: readonly Path[] = [
  ['request', 'agreement', 'type'],
  ['request', 'agreement', 'number'],
  ['request', 'contacts', 'primary', 'name'],
  ['request', 'contacts', 'primary', 'email'],
  ['request', 'contacts', 'primary', 'phone'],
  ['request', 'contacts', 'alternate', 'name'],
  ['request', 'contacts', 'alternate', 'email'],
  ['request', 'contacts', 'alternate', 'phone'],
  ['request', 'accessEdgeFqdn'],
  ['request', 'sipDomains', 0],
  ['goal'],
  ['externalAccess', 0, 'identity'],
  ['provider', 'identity'],
  ['provider', 'proxyFqdn'],
  ['provider', 'iconUrl'],
  ['provider', 'verificationLevel'],
  ['provider', 'nameDecorationRoutingDomain'],
  ['provider', 'nameDecorationExcludedDomains', 0],
  ['removeProviders'],
];

/** Every object of an answers file, to which a key can be added. */
const OBJECT_PLACES: readonly Path[] = [
  [],
  ['request'],
  ['request', 'agreement'],
  ['request', 'contacts'],
  ['request', 'contacts', 'primary'],
  ['externalAccess', 0],
  ['accessEdge'],
  ['provider'],
];

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => {
    if (typeof node !== 'object' || node === null) throw new Error(`No such place: ${path.join('.')}`);
    const value: unknown = Reflect.get(node, key);
    return value;
  }, root);
}

function withValue(path: Path, key: string | number, value: unknown): unknown {
  const copy: unknown = structuredClone(SAMPLE_ANSWERS);
  const parent = valueAt(copy, path);
  if (typeof parent !== 'object' || parent === null) throw new Error('No such parent');
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

describe(`${TEXTS.length} hostile texts`, () => {
  it.each(TEXT_PLACES.map((path) => [path.join('.'), path] as const))(
    'at %s arrive unchanged or are refused there, with a reason',
    (_name, path) => {
      for (const text of TEXTS) {
        const checked = checkAnswers(withValue(path.slice(0, -1), path.at(-1) ?? '', text));
        if (checked.ok) {
          expect(valueAt(checked.value, path)).toBe(text);
        } else {
          expect(checked.failure.problems.length).toBeGreaterThan(0);
          const [first] = path;
          for (const problem of checked.failure.problems) {
            expect(problem.path.startsWith(`$.${String(first)}`)).toBe(true);
            expect(problem.message.length).toBeGreaterThan(10);
          }
        }
      }
    },
  );

  it.each(OBJECT_PLACES.map((path) => [path.join('.') || 'the top', path] as const))(
    'as keys at %s are refused and change no other key',
    (_name, path) => {
      const known = new Set(Object.keys(valueAt(SAMPLE_ANSWERS, path) ?? {}));
      for (const text of TEXTS.filter((one) => !known.has(one))) {
        expect(checkAnswers(withValue(path, text, 1))).toMatchObject({
          ok: false,
          failure: { kind: 'invalid-answers' },
        });
      }
    },
  );

  it('as an accepted identity stay inside one literal of the shown command', () => {
    let accepted = 0;
    for (const text of TEXTS) {
      const checked = checkAnswers(withValue(['provider'], 'identity', text));
      if (!checked.ok) continue;
      accepted += 1;
      const plan = makePlan(checked.value, factsOfPreparedProduct('lync2013-cu5'), () => 'hash');
      const call = pendingChanges(plan).at(-1)?.call;
      expect(call?.parameters['Identity']).toBe(text);
      const shown = call ? commandText(call) : '';
      expect(shown.split('\n')).toHaveLength(1);
    }
    expect(accepted).toBeGreaterThan(100);
  });

  it('as contact addresses are refused, or kept inside the rule', () => {
    for (const text of TEXTS) {
      const { address, email } = contactAddress(text);
      if (address !== null) expect(address).toMatch(/^(?:[^\s@]+|".*")(?:\([^\s@()]+\))?@[^\s@]+$/u);
      if (email !== null) expect(contactAddress(email).email).toBe(email);
    }
  });
});
