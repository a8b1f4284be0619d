import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { answersSchema } from '../../../core/answers/answers-schema.ts';
import { checkAnswers, parseAnswers } from '../../../core/answers/answers.ts';
import { candidateAnswers, formOfAnswers, formProblems, problemsOfStep } from '../../../core/wizard/form-answers.ts';
import { EMPTY_FORM } from '../../../core/wizard/form.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';

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

  it.each<[string, object, readonly string[]]>([
    ['is taken with one', { accessEdges: [{ fqdn: 'sip.a.com', sipDomains: ['a.com'] }] }, []],
    [
      'is taken with ten of distinct domains',
      {
        accessEdges: Array.from({ length: 10 }, (_, at) => ({ fqdn: `sip.n${at}.com`, sipDomains: [`n${at}.com`] })),
      },
      [],
    ],
    ['is refused empty', { accessEdges: [] }, ['$.request.accessEdges']],
    [
      'is refused with eleven',
      {
        accessEdges: Array.from({ length: 11 }, (_, at) => ({ fqdn: `sip.n${at}.com`, sipDomains: [`n${at}.com`] })),
      },
      ['$.request.accessEdges'],
    ],
    [
      'is refused with an address for a name',
      { accessEdges: [{ fqdn: '10.1.2.3', sipDomains: ['a.com'] }] },
      ['$.request.accessEdges[0].fqdn'],
    ],
    [
      'is refused with a name twice',
      {
        accessEdges: [
          { fqdn: 'sip.a.com', sipDomains: ['a.com'] },
          { fqdn: 'SIP.a.com', sipDomains: ['b.com'] },
        ],
      },
      ['$.request.accessEdges[1].fqdn'],
    ],
    [
      'is refused with a domain under two',
      {
        accessEdges: [
          { fqdn: 'sip.a.com', sipDomains: ['a.com'] },
          { fqdn: 'sip.b.com', sipDomains: ['b.com', 'A.com'] },
        ],
      },
      ['$.request.accessEdges[1].sipDomains[1]'],
    ],
    [
      'is refused with the name of another Access Edge as a domain',
      {
        accessEdges: [
          { fqdn: 'edge.a.com', sipDomains: ['a.com'] },
          { fqdn: 'sip.b.com', sipDomains: ['edge.a.com'] },
        ],
      },
      ['$.request.accessEdges[1].sipDomains[0]'],
    ],
    [
      'is refused without domains',
      { accessEdges: [{ fqdn: 'sip.a.com', sipDomains: [] }] },
      ['$.request.accessEdges[0].sipDomains'],
    ],
    [
      'is refused beside the form for one Access Edge',
      {
        accessEdges: [{ fqdn: 'sip.a.com', sipDomains: ['a.com'] }],
        accessEdgeFqdn: 'sip.a.com',
        sipDomains: ['b.com'],
      },
      ['$.request.accessEdgeFqdn', '$.request.sipDomains'],
    ],
  ])('a list of Access Edges %s', (_name, edges, expected) => {
    const { agreement, contacts } = SAMPLE_ANSWERS.request ?? {};
    expect(problems({ ...SAMPLE_ANSWERS, request: { agreement, contacts, ...edges } })).toEqual(expected);
  });

  it('keeps when the terms were accepted, as a moment in UTC', () => {
    const at = (moment: string) => changed(['request', 'agreement', 'termsAcceptedAt'], moment);
    expect(problems(at('2024-05-06T10:00:00.000Z'))).toEqual([]);
    expect(problems(at('6 May 2024'))).toEqual(['$.request.agreement.termsAcceptedAt']);
    expect(problems(at('2024-13-06T10:00:00Z'))).toEqual(['$.request.agreement.termsAcceptedAt']);
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

  it('refuses a key that is there twice: a person reads one of them, and the program takes the other', () => {
    const text = JSON.stringify({ ...SAMPLE_ANSWERS, goal: 'retire', retire: { action: 'remove' } });
    const twice = text.replace('"action":"remove"', '"action":"disable","action":"remove"');
    const checked = parseAnswers(twice);
    expect(checked).toMatchObject({ ok: false, failure: { kind: 'invalid-answers' } });
    expect(JSON.stringify(checked)).toContain('occurs twice in one object');
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
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../assets/schemas/answers.v1.json');
  });
});

describe('the wizard form', () => {
  it('says the same as the answers it was made from', () => {
    expect(checkAnswers(candidateAnswers(formOfAnswers(SAMPLE_ANSWERS)))).toEqual({ ok: true, value: SAMPLE_ANSWERS });
  });

  it('says the same as answers with several Access Edges', () => {
    const { agreement, contacts } = SAMPLE_ANSWERS.request ?? {};
    const accessEdges = [
      { fqdn: 'sip.a.com', sipDomains: ['a.com'] },
      { fqdn: 'sip.b.com', sipDomains: ['b.com', 'c.com'] },
    ];
    const checked = checkAnswers({ ...SAMPLE_ANSWERS, request: { agreement, contacts, accessEdges } });
    if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
    expect(checkAnswers(candidateAnswers(formOfAnswers(checked.value)))).toEqual(checked);
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
