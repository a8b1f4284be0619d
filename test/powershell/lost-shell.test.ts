import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quoted } from '../../core/deployment/command-text.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { isAlive } from '../fakes/fake-powershell.ts';
import { handLimits } from '../fakes/hand-timers.ts';
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
import { isWholeSet } from '../fakes/scope.ts';
import { until } from '../fakes/until.ts';

let state: PracticeState;
let shell: ManagementShell;
const limits = handLimits();
beforeEach(async () => {
  state = await practiceState();
});
afterEach(async () => {
  await shell?.close();
  await state.remove();
});

/** Connects to a practice deployment that fails on purpose; the id of the process. */
async function connectWithFault(kind: string): Promise<number> {
  const faultsPath = join(state.folder, 'faults.json');
  await writeFile(faultsPath, JSON.stringify([{ cmdlet: 'Set-CsPublicProvider', call: 1, kind }]));
  shell = await openShell({ startTimer: limits.start });
  const target = { deployment: 'practice', statePath: state.path, profile: PROFILE, faultsPath } as const;
  return valueOf(await shell.connect(target)).powershell.processId;
}

/** Waits until the call hangs: it is noted before it does. */
const hangs = (): Promise<void> =>
  until(async () => (await readFile(`${state.path}.calls`, 'utf8')).includes('Set-CsPublicProvider'));

const enableAol = (signal?: AbortSignal): ReturnType<ManagementShell['execute']> =>
  shell.execute(
    { cmdlet: 'Set-CsPublicProvider', parameters: { Identity: 'AOL', Enabled: true } },
    signal === undefined ? {} : { signal },
  );

// What the selection leaves out here it plays in test/faults/powershell.test.ts, where runs go on after such a loss.
describe('the real engine', () => {
  test.runIf(isWholeSet).each(['exit', 'kill'])(
    'that ends in mid-command (%s) is reported, and answers nothing more',
    async (kind) => {
      await connectWithFault(kind);
      const lost = { kind: 'powershell-lost', reason: 'ended' };
      expect(await enableAol()).toMatchObject({ ok: false, failure: { ...lost, during: 'Set-CsPublicProvider' } });
      expect(shell.isOpen()).toBe(false);
      expect(await shell.snapshot()).toMatchObject({ ok: false, failure: { ...lost, during: 'snapshot' } });
    },
  );

  test('that hangs is ended when the time is up', async () => {
    const pid = await connectWithFault('hang');
    const running = enableAol();
    await hangs();
    limits.runOut();
    expect(await running).toMatchObject({ ok: false, failure: { kind: 'powershell-lost', reason: 'timed-out' } });
    expect(isAlive(pid)).toBe(false);
  });

  test.runIf(isWholeSet)('is ended when its command is cancelled', async () => {
    const pid = await connectWithFault('hang');
    const controller = new AbortController();
    const running = enableAol(controller.signal);
    await hangs();
    controller.abort();
    expect(await running).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(isAlive(pid)).toBe(false);
  });

  test.runIf(isWholeSet)('that prints around its answer, markers included, still answers', async () => {
    await connectWithFault('garbage');
    expect(await enableAol()).toMatchObject({ ok: true, value: { output: [] } });
    expect(valueOf(await shell.snapshot()).publicProviders.find(({ Identity }) => Identity === 'AOL')?.Enabled).toBe(
      true,
    );
  });

  test.runIf(isWholeSet)('that fails after its change reports the failure, and the change stands', async () => {
    await connectWithFault('partial');
    expect(await enableAol()).toMatchObject({ ok: false, failure: { kind: 'cmdlet-failed' } });
    expect(valueOf(await shell.snapshot()).publicProviders.find(({ Identity }) => Identity === 'AOL')?.Enabled).toBe(
      true,
    );
  });

  test.runIf(isWholeSet)('leaves when the program that started it is killed', async () => {
    const { program, shellId } = await holdSession(testPowerShell(), `Import-Module -Name ${quoted(HOST_MODULE)}`);
    expect(isAlive(shellId)).toBe(true);
    program.kill('SIGKILL');
    await once(program, 'exit');
    await until(() => !isAlive(shellId));
  });
});
