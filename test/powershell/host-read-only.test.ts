import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CMDLETS, type CmdletName, type Command, isCmdletName } from '../../core/deployment/cmdlets.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { containing } from '../fakes/containing.ts';
import { type PracticeState, PROFILE, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';

let state: PracticeState;
let shell: ManagementShell;
beforeEach(async () => {
  state = await practiceState();
  shell = await openSharedShell();
});
afterEach(async () => {
  await shell.close();
  await state.remove();
});

const WRITING: readonly CmdletName[] = Object.keys(CMDLETS)
  .filter(isCmdletName)
  .filter((name) => CMDLETS[name].effect === 'writes');

const ENABLE_FEDERATION: Command = {
  cmdlet: 'Set-CsAccessEdgeConfiguration',
  parameters: { AllowFederatedUsers: true },
};

async function connect(readOnly?: boolean): ReturnType<ManagementShell['connect']> {
  const target = { deployment: 'practice', statePath: state.path, profile: PROFILE } as const;
  return await shell.connect(target, readOnly === undefined ? {} : { readOnly });
}

test('a deployment that is connected for reading only says so, refuses every cmdlet that writes, and proves it', async () => {
  expect(valueOf(await connect(true)).readOnly).toBe(true);
  const before = await readFile(state.path);
  const snapshot = valueOf(await shell.snapshot());
  expect(snapshot.unreadable).toEqual([]);
  for (const cmdlet of WRITING) {
    const failure = {
      kind: 'cmdlet-failed',
      during: cmdlet,
      error: {
        errorId: 'FederationHost.ReadOnly',
        category: 'PermissionDenied',
        target: cmdlet,
        message: containing(cmdlet),
      },
    };
    expect(await shell.execute({ cmdlet, parameters: {} })).toMatchObject({ ok: false, failure });
    expect(await shell.whatIf({ cmdlet, parameters: {} })).toMatchObject({ ok: false, failure });
  }
  expect(await readFile(state.path)).toEqual(before);
  const tally = valueOf(await shell.tally());
  expect(tally).toMatchObject({ writes: 0, whatIfs: 0, refusedWrites: 2 * WRITING.length });
  expect(tally.reads).toBeGreaterThanOrEqual(10);
});

test('reading only is left by a new connect alone', async () => {
  valueOf(await connect(true));
  expect(await shell.execute(ENABLE_FEDERATION)).toMatchObject({ ok: false });
  expect(valueOf(await connect()).readOnly).toBe(false);
  valueOf(await shell.execute(ENABLE_FEDERATION));
  expect((await state.read())['accessEdgeConfiguration']).toMatchObject({ AllowFederatedUsers: true });
});

test('the tally counts what has run since connect, what failed included, and starts again with the next', async () => {
  valueOf(await connect());
  const { reads } = valueOf(await shell.tally());
  valueOf(await shell.execute(ENABLE_FEDERATION));
  expect(await shell.execute({ cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: 'None' } })).toMatchObject({
    ok: false,
  });
  valueOf(await shell.whatIf(ENABLE_FEDERATION));
  valueOf(await shell.read({ cmdlet: 'Get-CsSipDomain', parameters: {} }));
  valueOf(await shell.show());
  expect(valueOf(await shell.tally())).toEqual({ reads: reads + 2, writes: 2, whatIfs: 1, refusedWrites: 0 });
  valueOf(await connect());
  expect(valueOf(await shell.tally())).toEqual({ reads, writes: 0, whatIfs: 0, refusedWrites: 0 });
});
