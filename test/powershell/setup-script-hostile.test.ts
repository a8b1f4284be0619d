import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainLiteral, quoted } from '../../core/command-text.ts';
import type { PlannedChange } from '../../core/change.ts';
import { type Plan, makePlan } from '../../core/plan.ts';
import { factsOfPreparedProduct, isPreparedProduct, PREPARED_PRODUCT_IDS } from '../../core/products.ts';
import { setupScript } from '../../core/setup-script.ts';
import { hostileStrings } from '../fakes/hostile-strings.ts';
import { recordOf } from '../fakes/practice-setup.ts';
import { type PracticeState, type ScriptShell, openScripts, practiceState } from '../fakes/practice-shell.ts';
import { comparable, scriptSite } from '../fakes/run-script.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { facts } from '../fakes/sample-deployment.ts';
import { SCRIPT_PARTS } from '../fakes/script-parts.ts';

/** Halves of characters, and what is none: no file can hold it as text. */
const NO_TEXT = /[\p{Surrogate}\ufffe\uffff]/u;

let state: PracticeState;
let shell: ScriptShell;
let canary = '';
let texts: readonly string[] = [];

beforeAll(async () => {
  state = await practiceState();
  canary = join(state.folder, 'canary');
  texts = hostileStrings(canary);
  shell = await openScripts(state.path);
});
afterAll(async () => {
  await shell.close();
  await state.remove();
});

/** The plan that creates a provider for every five texts: one in what has to be unique, four as whole values. */
function hostilePlan(): Plan {
  const sendable = texts.filter((text) => !NO_TEXT.test(text));
  const changes = Array.from({ length: Math.ceil(sendable.length / 5) }, (_, place): PlannedChange => {
    const [name = '', ...rest] = sendable.slice(place * 5, place * 5 + 5);
    const [IconUrl = '', NameDecorationDomain = '', NameDecorationRoutingDomain = '', list = ''] = rest;
    const Identity = `${place} ${name}`;
    const values = {
      ProxyFqdn: `${place} ${name}`,
      Enabled: false,
      IconUrl,
      NameDecorationDomain,
      NameDecorationRoutingDomain,
      NameDecorationExcludedDomainList: list,
    };
    return {
      id: `provider:${Identity}`,
      kind: 'new',
      status: 'would-change',
      sentence: name,
      subject: { type: 'provider', identity: Identity },
      call: { cmdlet: 'New-CsPublicProvider', parameters: { Identity, ...values } },
      undo: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity } },
      before: null,
      after: values,
      destructive: false,
      affects: { sentence: name, users: null, replicas: [] },
      unit: null,
      notes: rest,
    };
  });
  return { ...makePlan(SAMPLE_ANSWERS, facts(), () => 'hash'), changes };
}

function hostileScript(): string {
  return setupScript({ plan: hostilePlan(), answers: SAMPLE_ANSWERS, isRead: true }, SCRIPT_PARTS);
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
  const answers = SAMPLE_ANSWERS;
  const prepared = PREPARED_PRODUCT_IDS.filter(isPreparedProduct).map((product) =>
    setupScript(
      { plan: makePlan(answers, factsOfPreparedProduct(product), () => 'hash'), answers, isRead: false },
      SCRIPT_PARTS,
    ),
  );
  const read = setupScript({ plan: makePlan(answers, facts(), () => 'hash'), answers, isRead: true }, SCRIPT_PARTS);
  for (const script of [read, hostileScript(), ...prepared]) {
    expect(script).toMatch(/^[\n\x20-\x7e]*$/u);
    const path = join(state.folder, 'parsed.ps1');
    await writeFile(path, script);
    const parse = `$errors = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput([System.IO.File]::ReadAllText(${quoted(path)}), [ref]$null, [ref]$errors); $errors.Count`;
    expect(await shell.output(parse)).toEqual([0]);
  }
});

test('hostile values are created, read back and taken back exactly, and nothing of them runs', async () => {
  await shell.output('Get-CsPublicProvider');
  const before = await readFile(state.path, 'utf8');
  const plan = hostilePlan();
  const site = await scriptSite(hostileScript(), before);
  expect((await site.run()).code).toBe(0);
  const providers = recordOf(JSON.parse(await site.state()))['publicProviders'];
  for (const { call } of plan.changes)
    expect(providers).toContainEqual(expect.objectContaining(call?.parameters ?? {}));
  expect((await site.run({ args: '-Rollback -Confirm:$false' })).code).toBe(0);
  expect(comparable(await site.state())).toEqual(comparable(before));
  expect(existsSync(canary)).toBe(false);
  await site.remove();
});
