import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../core/deployment/cmdlets.ts';
import { commandText } from '../../core/deployment/command-text.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { hostileStrings, hostileStringsPlayed } from '../fakes/hostile-strings.ts';
import { type PracticeState, PROFILE, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';

/** Halves of characters, and what is none: it cannot be sent. */
const NO_TEXT = /[\p{Surrogate}\ufffe\uffff]/u;

let state: PracticeState;
let shell: ManagementShell;
let scripts: ScriptShell;
let canary = '';
let texts: readonly string[] = [];

beforeAll(async () => {
  state = await practiceState();
  canary = join(state.folder, 'canary');
  texts = hostileStringsPlayed(canary);
  [shell, scripts] = await Promise.all([openSharedShell(), openScripts(state.path)]);
  valueOf(await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE }));
});
afterAll(async () => {
  await Promise.all([shell.close(), scripts.close()]);
  await state.remove();
});

/** All texts, six to a provider: each stands in one of its properties. */
function providers(): readonly (Command['parameters'] & { readonly Identity: string })[] {
  const sendable = texts.filter((text) => !NO_TEXT.test(text));
  return Array.from({ length: Math.ceil(sendable.length / 6) }, (_, place) => {
    const [identity = `Provider ${place}`, proxy = `proxy ${place}`, ...rest] = sendable.slice(place * 6);
    const [IconUrl = null, NameDecorationDomain = null, NameDecorationRoutingDomain = null, list = null] = rest;
    const decoration = { NameDecorationDomain, NameDecorationRoutingDomain, NameDecorationExcludedDomainList: list };
    return { Identity: identity, ProxyFqdn: proxy, IconUrl, ...decoration, Enabled: false };
  });
}

/** Calls a command that may succeed or be refused by a rule; anything else is a failure of the test. */
async function lookUp(command: Command): Promise<void> {
  const result = await shell.execute(command);
  const kind = result.ok ? 'ok' : result.failure.kind;
  expect(['ok', 'cmdlet-failed', 'invalid-request'], JSON.stringify(command)).toContain(kind);
}

test('there are more than 250 texts, and their statements would leave the file behind', async () => {
  const all = hostileStrings(canary);
  expect(new Set(all).size).toBeGreaterThan(250);
  expect(existsSync(canary)).toBe(false);
  for (const statement of all.slice(0, 5)) {
    await scripts.run(statement);
    expect(existsSync(canary), statement).toBe(true);
    await scripts.output(`Remove-Item -LiteralPath '${canary}'`);
  }
});

test('what is no text is refused before it is sent', async () => {
  const refused = texts.filter((text) => NO_TEXT.test(text));
  expect(refused).toHaveLength(4);
  for (const text of refused) {
    const result = await shell.execute({ cmdlet: 'Get-CsUser', parameters: { Identity: text } });
    expect(result).toMatchObject({ failure: { kind: 'invalid-request' } });
  }
});

test('every text arrives unchanged, is found by it, and nothing of it runs', async () => {
  for (const parameters of providers()) {
    const identity = { Identity: parameters.Identity };
    const created = valueOf(await shell.execute({ cmdlet: 'New-CsPublicProvider', parameters })).output;
    expect(created).toMatchObject([parameters]);
    expect(valueOf(await shell.read({ cmdlet: 'Get-CsPublicProvider', parameters: identity })).output).toEqual(created);
    valueOf(await shell.execute({ cmdlet: 'Remove-CsPublicProvider', parameters: identity }));
  }
  expect(existsSync(canary)).toBe(false);
});

test('a filter, a user and a policy are looked up or refused, and nothing of them runs', async () => {
  for (const text of texts) {
    await lookUp({ cmdlet: 'Get-CsUser', parameters: { Filter: text } });
    await lookUp({ cmdlet: 'Grant-CsExternalAccessPolicy', parameters: { Identity: text, PolicyName: text } });
  }
  expect(existsSync(canary)).toBe(false);
});

test('the command that is shown means what is sent: a shell that runs its text gets the same values', async () => {
  for (const parameters of providers()) {
    const command = commandText({ cmdlet: 'New-CsPublicProvider', parameters });
    expect(await scripts.output(`${command} -InMemory`)).toMatchObject([parameters]);
  }
  expect(existsSync(canary)).toBe(false);
});
