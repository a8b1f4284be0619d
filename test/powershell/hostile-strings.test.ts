import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../core/cmdlets.ts';
import { commandText } from '../../core/command-text.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { hostileStrings } from '../fakes/hostile-strings.ts';
import {
  type PracticeState,
  PROFILE,
  type ScriptShell,
  openScripts,
  openShell,
  practiceState,
  valueOf,
} from '../fakes/practice-shell.ts';

/** How many of them hold what is no character, and cannot be sent. */
const NO_TEXT = 4;

let state: PracticeState;
let shell: ManagementShell;
let scripts: ScriptShell;
let canary = '';
let texts: readonly string[] = [];

beforeAll(async () => {
  state = await practiceState();
  canary = join(state.folder, 'canary');
  texts = hostileStrings(canary);
  [shell, scripts] = await Promise.all([openShell(), openScripts(state.path)]);
  valueOf(await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE }));
});
afterAll(async () => {
  await Promise.all([shell.close(), scripts.close()]);
  await state.remove();
});

/** What a command with the text gave: its output, or that it was refused; anything else fails the test. */
async function tried(command: Command): Promise<readonly unknown[] | 'refused'> {
  const result = await shell.execute(command);
  if (result.ok) return result.value.output;
  expect(['cmdlet-failed', 'invalid-request'], JSON.stringify(result.failure)).toContain(result.failure.kind);
  return 'refused';
}

test('there are more than 250 texts, and their statements would leave the file behind', async () => {
  expect(new Set(texts).size).toBeGreaterThan(250);
  expect(existsSync(canary)).toBe(false);
  for (const statement of texts.slice(0, 5)) {
    await scripts.run(statement);
    expect(existsSync(canary), statement).toBe(true);
    await scripts.output(`Remove-Item -LiteralPath '${canary}'`);
  }
});

test('an identity, a proxy and a text arrive unchanged or are refused, and nothing of them runs', async () => {
  let arrived = 0;
  for (const [place, text] of texts.entries()) {
    const identity = { Identity: text };
    const values = { ...identity, ProxyFqdn: `${text}.${place}`, IconUrl: text };
    const created = await tried({ cmdlet: 'New-CsPublicProvider', parameters: { ...values, Enabled: false } });
    if (created === 'refused') continue;
    expect(created).toMatchObject([values]);
    expect(await tried({ cmdlet: 'Get-CsPublicProvider', parameters: identity })).toEqual(created);
    expect(await tried({ cmdlet: 'Remove-CsPublicProvider', parameters: identity })).toEqual([]);
    arrived += 1;
  }
  expect(existsSync(canary)).toBe(false);
  expect(texts.length - arrived).toBe(NO_TEXT);
});

test('a filter and a user are looked up and nothing of them runs', async () => {
  for (const text of texts) {
    await tried({ cmdlet: 'Get-CsUser', parameters: { Filter: text } });
    await tried({ cmdlet: 'Get-CsPublicProvider', parameters: { Filter: text } });
    await tried({ cmdlet: 'Grant-CsExternalAccessPolicy', parameters: { Identity: text, PolicyName: text } });
  }
  expect(existsSync(canary)).toBe(false);
});

test('the command that is shown is the command that is sent: a shell that runs its text stores the same value', async () => {
  let arrived = 0;
  for (const text of texts) {
    const command: Command = {
      cmdlet: 'Set-CsExternalAccessPolicy',
      parameters: { Identity: 'Global', Description: text },
    };
    if (/[\p{Surrogate}\ufffe\uffff]/u.test(text)) continue;
    const result = await scripts.run(`${commandText(command)}; (Get-CsExternalAccessPolicy Global).Description`);
    expect(result, text).toEqual({ output: [text], errors: [], terminating: null });
    arrived += 1;
  }
  expect(arrived).toBe(texts.length - NO_TEXT);
  expect(existsSync(canary)).toBe(false);
});
