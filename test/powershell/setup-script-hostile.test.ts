import { factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainLiteral, quoted } from '../../core/deployment/command-text.ts';
import type { PlannedChange } from '../../core/plan/change.ts';
import { type Plan, makePlan } from '../../core/plan/plan.ts';
import { isPreparedProduct, PREPARED_PRODUCT_IDS } from '../../core/deployment/products.ts';
import { setupScript } from '../../core/plan/setup-script.ts';
import { hostileStringsPlayed } from '../fakes/hostile-strings.ts';
import { recordOf } from '../fakes/practice-setup.ts';
import { type PracticeState, practiceState } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { comparable, scriptSite } from '../fakes/run-script.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { facts } from '../fakes/sample-deployment.ts';
import { SCRIPT_PARTS } from '../fakes/script-parts.ts';
import { isWholeSet } from '../fakes/scope.ts';

/** Halves of characters, and what is none: no file can hold it as text. */
const NO_TEXT = /[\p{Surrogate}\ufffe\uffff]/u;

/** Each with some fifteen providers: a deployment with fifty is slow. */
const PARTS = isWholeSet ? [1, 2, 3] : [1];

let state: PracticeState;
let shell: ScriptShell;
let canary = '';
let texts: readonly string[] = [];
let before = '';

beforeAll(async () => {
  state = await practiceState();
  canary = join(state.folder, 'canary');
  texts = hostileStringsPlayed(canary);
  shell = await openScripts(state.path);
  before = await readFile(state.path, 'utf8');
});
afterAll(async () => {
  await shell.close();
  await state.remove();
});

/** The texts that a file can hold, in parts. */
function part(number: number): readonly string[] {
  const sendable = texts.filter((text) => !NO_TEXT.test(text) && text.length < 2000);
  const size = Math.ceil(sendable.length / PARTS.length);
  return sendable.slice((number - 1) * size, number * size);
}

/** The plan that creates a provider for every six texts: two in what has to be unique, four as whole values. */
function hostilePlan(values: readonly string[]): Plan {
  const changes = Array.from({ length: Math.ceil(values.length / 6) }, (_, place) =>
    creation(place, values.slice(place * 6, place * 6 + 6)),
  );
  return { ...makePlan(SAMPLE_ANSWERS, facts(), () => 'hash'), changes };
}

function creation(place: number, [name = '', proxy = '', ...rest]: readonly string[]): PlannedChange {
  const [IconUrl = '', NameDecorationDomain = '', NameDecorationRoutingDomain = '', list = ''] = rest;
  const Identity = `${place} ${name}`;
  const decoration = { NameDecorationDomain, NameDecorationRoutingDomain, NameDecorationExcludedDomainList: list };
  const after = { ProxyFqdn: `${place} ${proxy}`, Enabled: false, IconUrl, ...decoration };
  return {
    id: `provider:${Identity}`,
    kind: 'new',
    status: 'would-change',
    sentence: name,
    subject: { type: 'provider', identity: Identity },
    call: { cmdlet: 'New-CsPublicProvider', parameters: { Identity, ...after } },
    undo: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity } },
    before: null,
    after,
    destructive: false,
    affects: { sentence: name, users: null, replicas: [] },
    unit: null,
    notes: rest,
  };
}

function scriptOf(plan: Plan, isRead = true): string {
  return setupScript({ plan, answers: SAMPLE_ANSWERS, isRead }, SCRIPT_PARTS);
}

test('every literal is the text that it stands for, to the last character', async () => {
  const codes = (text: string): string => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).join(',');
  const literals = texts.map(plainLiteral);
  expect(literals.join('')).toMatch(/^[\x20-\x7e]*$/u);
  const script = `foreach ($text in @(\n${literals.join('\n')}\n)) { @(foreach ($c in $text.ToCharArray()) { [int]$c }) -join ',' }`;
  expect(await shell.output(script)).toEqual(texts.map(codes));
  expect(existsSync(canary)).toBe(false);
});

test('every script is understood by the parser without an error', async () => {
  const prepared = PREPARED_PRODUCT_IDS.filter(isPreparedProduct).map((product) =>
    scriptOf(
      makePlan(SAMPLE_ANSWERS, factsOfPreparedProduct(product), () => 'hash'),
      false,
    ),
  );
  const read = scriptOf(makePlan(SAMPLE_ANSWERS, facts(), () => 'hash'));
  for (const script of [read, scriptOf(hostilePlan(texts)), ...prepared]) {
    expect(script).toMatch(/^[\n\x20-\x7e]*$/u);
    const path = join(state.folder, 'parsed.ps1');
    await writeFile(path, script);
    const parse = `$errors = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput([System.IO.File]::ReadAllText(${quoted(path)}), [ref]$null, [ref]$errors); $errors.Count`;
    expect(await shell.output(parse)).toEqual([0]);
  }
});

test.each(PARTS)('hostile values are created, read back and taken back exactly, part %i', async (number) => {
  const values = part(number);
  expect(values.length).toBeGreaterThan(80);
  const plan = hostilePlan(values);
  const site = await scriptSite(scriptOf(plan), before);
  expect((await site.run()).code).toBe(0);
  const providers = recordOf(JSON.parse(await site.state()))['publicProviders'];
  for (const { call } of plan.changes) expect(providers).toContainEqual(expect.objectContaining(call?.parameters));
  expect((await site.run({ args: '-Rollback -Confirm:$false' })).code).toBe(0);
  expect(comparable(await site.state())).toEqual(comparable(before));
  expect(existsSync(canary)).toBe(false);
  await site.remove();
});
