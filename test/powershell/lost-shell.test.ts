import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { quoted } from '../../core/deployment/command-text.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { isAlive } from '../fakes/fake-powershell.ts';
import { holdSession } from '../fakes/hold-session.ts';
import {
  HOST_MODULE,
  type PracticeState,
  PROFILE,
  openShell,
  practiceState,
  testPowerShell,
  valueOf,
} from '../fakes/practice-shell.ts';

let state: PracticeState;
let shell: ManagementShell;
beforeEach(async () => {
  state = await practiceState();
});
afterEach(async () => {
  await shell.close();
  await state.remove();
});

/** Connects to a practice deployment that fails on purpose; the id of the process. */
async function connectWithFault(kind: string): Promise<number> {
  const faultsPath = join(state.folder, 'faults.json');
  await writeFile(faultsPath, JSON.stringify([{ cmdlet: 'Set-CsPublicProvider', call: 1, kind }]));
  shell = await openShell(kind === 'hang' ? { timeoutsMs: { execute: 1_500 } } : {});
  const target = { deployment: 'practice', statePath: state.path, profile: PROFILE, faultsPath } as const;
  return valueOf(await shell.connect(target)).powershell.processId;
}

const enableAol = (signal?: AbortSignal): ReturnType<ManagementShell['execute']> =>
  shell.execute(
    { cmdlet: 'Set-CsPublicProvider', parameters: { Identity: 'AOL', Enabled: true } },
    signal === undefined ? {} : { signal },
  );

describe('the real engine', () => {
  test.each(['exit', 'kill'])('that ends in mid-command (%s) is reported, and answers nothing more', async (kind) => {
    await connectWithFault(kind);
    const lost = { kind: 'powershell-lost', reason: 'ended' };
    expect(await enableAol()).toMatchObject({ ok: false, failure: { ...lost, during: 'Set-CsPublicProvider' } });
    expect(shell.isOpen()).toBe(false);
    expect(await shell.snapshot()).toMatchObject({ ok: false, failure: { ...lost, during: 'snapshot' } });
  });

  test('that hangs is ended when the time is up', async () => {
    const pid = await connectWithFault('hang');
    expect(await enableAol()).toMatchObject({ ok: false, failure: { kind: 'powershell-lost', reason: 'timed-out' } });
    expect(isAlive(pid)).toBe(false);
  });

  test('is ended when its command is cancelled', async () => {
    const pid = await connectWithFault('hang');
    const controller = new AbortController();
    const running = enableAol(controller.signal);
    controller.abort();
    expect(await running).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(isAlive(pid)).toBe(false);
  });

  test('that prints around its answer, markers included, still answers', async () => {
    await connectWithFault('garbage');
    expect(await enableAol()).toMatchObject({ ok: true, value: { output: [] } });
    expect(valueOf(await shell.snapshot()).publicProviders.find(({ Identity }) => Identity === 'AOL')?.Enabled).toBe(
      true,
    );
  });

  test('that fails after its change reports the failure, and the change stands', async () => {
    await connectWithFault('partial');
    expect(await enableAol()).toMatchObject({ ok: false, failure: { kind: 'cmdlet-failed' } });
    expect(valueOf(await shell.snapshot()).publicProviders.find(({ Identity }) => Identity === 'AOL')?.Enabled).toBe(
      true,
    );
  });

  test('leaves when the program that started it is killed', async () => {
    shell = await openShell();
    const { program, shellId } = await holdSession(testPowerShell(), `Import-Module -Name ${quoted(HOST_MODULE)}`);
    expect(isAlive(shellId)).toBe(true);
    program.kill('SIGKILL');
    await once(program, 'exit');
    await vi.waitFor(() => expect(isAlive(shellId)).toBe(false), 10_000);
  });
});
