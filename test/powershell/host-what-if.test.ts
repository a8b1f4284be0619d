import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../core/deployment/cmdlets.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { hostileStringsPlayed } from '../fakes/hostile-strings.ts';
import { type PracticeState, PROFILE, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';

let state: PracticeState;
let shell: ManagementShell;
beforeAll(async () => {
  state = await practiceState();
  shell = await openSharedShell();
  valueOf(await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE }));
});
beforeEach(async () => {
  await state.reset();
  valueOf(await shell.snapshot());
});
afterAll(async () => {
  await shell.close();
  await state.remove();
});

const remove = (Identity: string): Command => ({ cmdlet: 'Remove-CsPublicProvider', parameters: { Identity } });

/** The deployment's folder, byte for byte. */
async function bytes(): Promise<readonly (readonly [string, Buffer])[]> {
  const names = (await readdir(state.folder)).toSorted();
  return await Promise.all(names.map(async (name) => [name, await readFile(join(state.folder, name))] as const));
}

describe('whatIf', () => {
  test.each<Command>([
    { cmdlet: 'Set-CsAccessEdgeConfiguration', parameters: { AllowFederatedUsers: true } },
    { cmdlet: 'Set-CsExternalAccessPolicy', parameters: { Identity: 'Global', EnablePublicCloudAccess: true } },
    { cmdlet: 'New-CsExternalAccessPolicy', parameters: { Identity: 'Pilot', EnablePublicCloudAccess: true } },
    { cmdlet: 'Remove-CsExternalAccessPolicy', parameters: { Identity: 'Global' } },
    { cmdlet: 'Grant-CsExternalAccessPolicy', parameters: { Identity: 'kmyer@contoso.com', PolicyName: null } },
    { cmdlet: 'New-CsPublicProvider', parameters: { Identity: 'Skype', ProxyFqdn: 'a.contoso.com', Enabled: true } },
    { cmdlet: 'Set-CsPublicProvider', parameters: { Identity: 'AOL', Enabled: true } },
    { cmdlet: 'Enable-CsPublicProvider', parameters: { Identity: 'AOL' } },
    { cmdlet: 'Disable-CsPublicProvider', parameters: { Identity: 'AOL' } },
    remove('Messenger'),
  ])('of $cmdlet tells what it would do, and changes nothing', async (command) => {
    const before = await bytes();
    const { lines, warnings } = valueOf(await shell.whatIf(command));
    const target = command.parameters['Identity'] ?? 'Global';
    expect(lines).toEqual([`What if: Performing the operation "${command.cmdlet}" on target "${String(target)}".`]);
    expect(warnings).toEqual([]);
    expect(await bytes()).toEqual(before);
  });

  test('is refused where the cmdlet has none, and the cmdlet does not run', async () => {
    const before = await bytes();
    for (const cmdlet of ['Invoke-CsManagementStoreReplication', 'Get-CsPublicProvider'] as const) {
      expect(await shell.whatIf({ cmdlet, parameters: {} })).toMatchObject({
        ok: false,
        failure: { kind: 'cmdlet-failed', during: cmdlet, error: { errorId: 'FederationHost.WhatIfNotSupported' } },
      });
    }
    expect(await bytes()).toEqual(before);
  });

  test('reports an error of binding as the error that it is', async () => {
    const command = { cmdlet: 'Set-CsPublicProvider', parameters: { Identity: 'AOL', VerificationLevel: 'Never' } };
    expect(await shell.whatIf(command as Command)).toMatchObject({
      ok: false,
      failure: {
        error: { errorId: 'CannotConvertArgumentNoMessage,Set-CsPublicProvider', cmdlet: 'Set-CsPublicProvider' },
      },
    });
  });

  test('prints a text far wider than any screen whole, on one line and without escape sequences', async () => {
    const identity = `${'long '.repeat(200)}\u00e9\u{1f468} end`;
    const { lines } = valueOf(await shell.whatIf(remove(identity)));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`on target "${identity}".`);
    expect(lines[0]).not.toContain('\u001b');
  });

  test('keeps what was printed for one request from the next', async () => {
    const [first, second, third] = await Promise.all([
      shell.whatIf(remove('Messenger')),
      shell.whatIf(remove('AOL')),
      shell.read({ cmdlet: 'Get-CsSipDomain', parameters: {} }),
    ]);
    expect(valueOf(first).lines.join('\n')).toMatch(/^[^\n]*"Messenger"\.$/u);
    expect(valueOf(second).lines.join('\n')).toMatch(/^[^\n]*"AOL"\.$/u);
    expect(third.ok).toBe(true);
  });

  test.each([
    '<<FEDERATION:>>>e30=',
    'a\n<<FEDERATION:>>>e30=\nb',
    'a\n<<FEDERATION-END:00>>>\nb',
    'a\n<<FEDERATION:00ff>>>e30=\nb',
  ])('shows an identity that looks like an answer, and is not misled by it: %j', async (identity) => {
    const { lines } = valueOf(await shell.whatIf(remove(identity)));
    expect(lines.join('\n')).toContain(`on target "${identity}".`);
  });

  test('takes hostile values as values', async () => {
    const canary = join(state.folder, 'canary');
    const before = await bytes();
    const hostile = hostileStringsPlayed(canary).filter(
      (text) => text !== '' && !/[\p{Surrogate}\ufffe\uffff]/u.test(text),
    );
    for (const identity of hostile) {
      const { lines } = valueOf(await shell.whatIf(remove(identity)));
      expect(lines.length, identity).toBeGreaterThan(0);
    }
    expect(existsSync(canary)).toBe(false);
    expect(await bytes()).toEqual(before);
  });

  test('makes no exception for a practice deployment that fails on purpose', async () => {
    const faultsPath = join(state.folder, 'faults.json');
    await writeFile(
      faultsPath,
      JSON.stringify([{ cmdlet: 'Remove-CsPublicProvider', call: 1, kind: 'access-denied' }]),
    );
    const other = await openSharedShell();
    const target = { deployment: 'practice', statePath: state.path, profile: PROFILE, faultsPath } as const;
    valueOf(await other.connect(target));
    expect(await other.whatIf(remove('Messenger'))).toMatchObject({
      ok: false,
      failure: { error: { category: 'PermissionDenied' } },
    });
    await other.close();
  });
});
