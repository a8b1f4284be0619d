import { afterAll, afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Command } from '../../../core/deployment/cmdlets.ts';
import { type ManagementShell, openManagementShell } from '../../../electron/powershell/management-shell.ts';
import { FAKE_POWERSHELL } from '../../fakes/fake-powershell.ts';
import { handTimers } from '../../fakes/hand-timers.ts';

const PLAIN_MODULE = '/m/FederationHost.psd1';
const lines: string[] = [];
const shells: ManagementShell[] = [];

/** One for the tests that ask for nothing special; each finds it as new. */
let plain: ManagementShell | null = null;

async function open(env?: Readonly<Record<string, string>>, modulePath = PLAIN_MODULE): Promise<ManagementShell> {
  const isPlain = env === undefined && modulePath === PLAIN_MODULE;
  if (isPlain && plain?.isOpen()) return plain;
  const opened = await openManagementShell({
    executable: FAKE_POWERSHELL,
    modulePath,
    env: { ...process.env, ...env },
    log: (line) => lines.push(line),
    startTimer: handTimers().start,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  if (isPlain) plain = opened.value;
  else shells.push(opened.value);
  return opened.value;
}

afterEach(async () => {
  await Promise.all(shells.splice(0).map((shell) => shell.close()));
  lines.length = 0;
});
afterAll(() => plain?.close());

describe('an error of the host module', () => {
  test.each([
    ['FederationHost.ModuleNotFound', 'module-missing'],
    ['FederationHost.ModuleNotFound,Connect-Deployment', 'module-missing'],
    ['FederationHost.PracticeStateInvalid', 'practice-state-invalid'],
    ['FederationHost.PracticeStateOfOtherProfile', 'practice-state-of-other-profile'],
    ['FederationHost.PracticeFaultsInvalid', 'practice-faults-invalid'],
  ])('%s becomes the failure %s', async (errorId, kind) => {
    const shell = await open({ FAKE_ERROR: errorId });
    const result = await shell.connect({ deployment: 'local' });
    expect(result).toEqual({ ok: false, failure: { kind, detail: 'It did not work.' } });
  });

  test('of any other id keeps its words and the name of the cmdlet', async () => {
    const shell = await open({ FAKE_ERROR: 'AlreadyExists,New-CsPublicProvider' });
    const result = await shell.execute({ cmdlet: 'Get-CsUser', parameters: {} });
    expect(result).toMatchObject({
      ok: false,
      failure: {
        kind: 'cmdlet-failed',
        during: 'Get-CsUser',
        error: { errorId: 'AlreadyExists,New-CsPublicProvider' },
      },
    });
  });
});

test('an answer of another shape than expected is a failure that names what was asked', async () => {
  const shell = await open();
  const kind = 'unreadable-answer';
  expect(await shell.connect({ deployment: 'local' })).toMatchObject({ failure: { kind, during: 'connect' } });
  expect(await shell.snapshot()).toMatchObject({ failure: { kind, during: 'snapshot' } });
  expect(await shell.show()).toMatchObject({ failure: { kind, during: 'Get-CsPublicProvider' } });
  expect(await shell.export([])).toMatchObject({ failure: { kind, during: 'export' } });
  expect(await shell.tally()).toMatchObject({ failure: { kind, during: 'tally' } });
  expect(await shell.execute({ cmdlet: 'Get-CsUser', parameters: {} })).toMatchObject({
    failure: { kind, during: 'Get-CsUser' },
  });
});

describe('a command that is not in the table of cmdlets', () => {
  /** What a caller without types could pass. */
  const outside = (command: unknown): Command => z.custom<Command>().parse(command);

  test.each([
    outside({ cmdlet: 'Remove-Item', parameters: {} }),
    outside({ cmdlet: 'get-csuser', parameters: {} }),
    outside({ cmdlet: 'constructor', parameters: {} }),
    outside({ cmdlet: 'Get-CsUser', parameters: { WhatIf: true } }),
    outside({ cmdlet: 'Get-CsUser', parameters: { identity: 'x' } }),
    outside({ cmdlet: 'Set-CsPublicProvider', parameters: { ProxyFqdn: 'x' } }),
    outside({ cmdlet: 'Set-CsPublicProvider', parameters: { Enabled: 'true' } }),
    outside({ cmdlet: 'Set-CsPublicProvider', parameters: { Identity: { a: 1 } } }),
    outside({ cmdlet: 'Get-CsUser', parameters: { toString: 'x' } }),
    outside({ cmdlet: 'Get-CsUser', parameters: { Identity: 'half of one: \ud83d' } }),
    outside({ cmdlet: 'Get-CsUser', parameters: { Identity: 'none: \uffff' } }),
  ])('is refused and never sent: %j', async (command) => {
    const shell = await open();
    expect(await shell.execute(command)).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    expect(await shell.read(command)).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    expect(await shell.whatIf(command)).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    expect(lines.filter((line) => line.includes('busy'))).toEqual([]);
  });

  test('nor is one that writes when only reading is asked for', async () => {
    const shell = await open();
    const result = await shell.read({ cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: 'Skype' } });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    expect(lines.filter((line) => line.includes('busy'))).toEqual([]);
  });
});

describe('the module’s path', () => {
  test.each([
    ["/it's/F.psd1", "'/it''s/F.psd1'"],
    ['C:\\J\u00f6rg\u2019s\\F.psd1', "(-join @('C:\\J', [char]0xf6, 'rg', [char]0x2019, 's\\F.psd1'))"],
    ['/a\n😀', "(-join @('/a', [char]0xa, [char]0xd83d, [char]0xde00))"],
  ])('%j is one inert literal of plain ASCII', async (path, literal) => {
    await open({}, path);
    expect(lines.join('\n')).toContain(`Import-Module -Name ${literal} -ErrorAction Stop`);
  });
});

test('a lost shell is no longer open', async () => {
  const shell = await open();
  expect(shell.isOpen()).toBe(true);
  await shell.close();
  expect(shell.isOpen()).toBe(false);
  expect(await shell.show()).toMatchObject({ ok: false, failure: { kind: 'powershell-lost' } });
});
