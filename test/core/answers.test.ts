import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { answersSchema } from '../../core/answers-schema.ts';
import { checkAnswers, parseAnswers } from '../../core/answers.ts';
import { EMPTY_FORM, candidateAnswers, formOfAnswers, formProblems, problemsOfStep } from '../../core/wizard.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';

type Path = readonly (string | number)[];

/** A deep copy of the sample with one value replaced (or, for undefined, left out). */
function changed(path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(SAMPLE_ANSWERS);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<object>((node, key) => recordAt(node, key), asObject(copy));
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return copy;
}

function recordAt(node: object, key: string | number): object {
  const value: unknown = Reflect.get(node, key);
  return asObject(value);
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('The sample has no such place.');
  return value;
}

function problems(value: unknown): readonly string[] {
  const checked = checkAnswers(value);
  return checked.ok ? [] : checked.failure.problems.map(({ path }) => path);
}

describe('an answers file', () => {
  it('is taken unchanged when everything is right', () => {
    expect(checkAnswers(SAMPLE_ANSWERS)).toEqual({ ok: true, value: SAMPLE_ANSWERS });
  });

  it('may leave out the request and most of the provider', () => {
    const checked = checkAnswers({
      ...SAMPLE_ANSWERS,
      request: undefined,
      provider: { identity: 'Skype', proxyFqdn: 'a.b.com' },
    });
    expect(checked).toMatchObject({
      ok: true,
      value: {
        provider: {
          identity: 'Skype',
          proxyFqdn: 'a.b.com',
          verificationLevel: 'UseSourceVerification',
          enabled: true,
        },
      },
    });
  });

  it.each<[Path, unknown, string]>([
    [['version'], undefined, '$.version'],
    [['version'], 2, '$.version'],
    [['extra'], 1, '$.extra'],
    [['request', 'extra key'], 1, '$.request["extra key"]'],
    [['request', 'agreement', 'type'], 'other', '$.request.agreement.type'],
    [['request', 'agreement', 'number'], ' ', '$.request.agreement.number'],
    [['request', 'agreement', 'termsAccepted'], false, '$.request.agreement.termsAccepted'],
    [['request', 'contacts', 'alternate', 'email'], 'nobody', '$.request.contacts.alternate.email'],
    [['request', 'accessEdgeFqdn'], '10.0.0.1', '$.request.accessEdgeFqdn'],
    [['request', 'sipDomains'], [], '$.request.sipDomains'],
    [['request', 'sipDomains', 1], 'contoso.COM', '$.request.sipDomains[1]'],
    [['request', 'sipDomains', 1], 'sip.contoso.com', '$.request.sipDomains[1]'],
    [['request', 'sipDomains', 0], 'https://contoso.com', '$.request.sipDomains[0]'],
    [['externalAccess'], undefined, '$.externalAccess'],
    [['externalAccess', 0, 'publicCloudAccess'], 'yes', '$.externalAccess[0].publicCloudAccess'],
    [['accessEdge', 'allowFederatedUsers'], undefined, '$.accessEdge.allowFederatedUsers'],
    [['provider', 'identity'], 'Sky*', '$.provider.identity'],
    [['provider', 'identity'], 'Sky\npe', '$.provider.identity'],
    [['provider', 'identity'], 'Sky\u202Epe', '$.provider.identity'],
    [['provider', 'identity'], '\ud800', '$.provider.identity'],
    [['provider', 'proxyFqdn'], '', '$.provider.proxyFqdn'],
    [['provider', 'iconUrl'], 'http://a.b.com/', '$.provider.iconUrl'],
    [['provider', 'iconUrl'], "https://a.b.com/'", '$.provider.iconUrl'],
    [['provider', 'verificationLevel'], '2', '$.provider.verificationLevel'],
    [['removeProviders'], 'all', '$.removeProviders'],
    [['removeProviders'], ['AOL', 'aol'], '$.removeProviders[1]'],
  ])('names the place of the problem: %j = %j', (path, value, expected) => {
    expect(problems(changed(path, value))).toEqual([expected]);
  });

  it('names repeated domains together with the other problems', () => {
    const value = changed(['request', 'sipDomains'], ['contoso.com', 'bad_name.com', 'CONTOSO.com']);
    expect(problems(value)).toEqual(['$.request.sipDomains[1]', '$.request.sipDomains[2]']);
  });

  it('keeps quotes, substitutions and leading dashes of an identity as they are', () => {
    for (const identity of [`it's "quoted"`, '$(calc)', '`n', '-Force', '\u2018\u201C', ';', '@{a=1}']) {
      const checked = checkAnswers(changed(['provider', 'identity'], identity));
      expect(checked).toMatchObject({ ok: true, value: { provider: { identity } } });
    }
  });

  it.each(['', 'no json', '[]', 'null', '"text"', '{"version":1'])('says that %j is no answers file', (text) => {
    expect(parseAnswers(text)).toMatchObject({ ok: false, failure: { kind: 'invalid-answers' } });
  });

  it('says that a newer file needs a newer program', () => {
    const checked = parseAnswers('{"version": 7}');
    expect(checked.ok ? '' : checked.failure.problems[0]?.message).toContain('newer');
  });

  it('has its published JSON Schema generated from the schema that checks it', async () => {
    const schema = {
      title: 'Answers of Skype Federation Setup, version 1',
      ...z.toJSONSchema(answersSchema, { io: 'input' }),
    };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../assets/schemas/answers.v1.json');
  });
});

describe('the wizard form', () => {
  it('says the same as the answers it was made from', () => {
    expect(checkAnswers(candidateAnswers(formOfAnswers(SAMPLE_ANSWERS)))).toEqual({ ok: true, value: SAMPLE_ANSWERS });
  });

  it('leaves out the request when no record is kept', () => {
    expect(candidateAnswers({ ...EMPTY_FORM, keepsRequest: false })).not.toHaveProperty('request');
  });

  it('gives every problem to exactly one page', () => {
    const all = formProblems(EMPTY_FORM);
    expect(all.length).toBeGreaterThan(5);
    const pages = [
      'agreement',
      'contacts',
      'edge-and-domains',
      'external-access',
      'access-edge',
      'public-provider',
    ] as const;
    expect(pages.flatMap((step) => problemsOfStep(step, all))).toHaveLength(all.length);
    expect(problemsOfStep('agreement', all).map(({ path }) => path)).toEqual([
      '$.request.agreement.type',
      '$.request.agreement.number',
      '$.request.agreement.termsAccepted',
    ]);
  });
});
