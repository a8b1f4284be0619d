import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../core/failure.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { type PracticeState, PROFILE, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';

let state: PracticeState;
let shell: ManagementShell;
beforeAll(async () => {
  state = await practiceState();
  shell = await openSharedShell();
});
beforeEach(() => state.reset());
afterAll(async () => {
  await shell.close();
  await state.remove();
});

/** Connects to a practice deployment whose faults file says this. */
async function connect(faults: unknown): Promise<Result<unknown>> {
  const faultsPath = join(state.folder, 'faults.json');
  await writeFile(faultsPath, JSON.stringify(faults));
  return shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE, faultsPath });
}

describe('a faults file', () => {
  test.each([
    ['is no list', { cmdlet: 'Get-CsUser', call: 1, kind: 'slow' }, 'not a JSON list'],
    ['names no call', [{ cmdlet: 'Get-CsUser', kind: 'slow' }], 'needs cmdlet, call and kind'],
    ['has an unknown kind', [{ cmdlet: 'Get-CsUser', call: 1, kind: 'Slow' }], 'needs cmdlet, call and kind'],
    ['has a length that is a text', [{ cmdlet: 'Get-CsUser', call: 1, kind: 'slow', seconds: '1' }], 'seconds'],
    ['has a length below zero', [{ cmdlet: 'Get-CsUser', call: 1, kind: 'slow', seconds: -1 }], 'seconds'],
    ['has a length above an hour', [{ cmdlet: 'Get-CsUser', call: 1, kind: 'slow', seconds: 3601 }], 'seconds'],
  ])('that %s is refused, and says why', async (_, faults, reason) => {
    const connected = await connect(faults);
    expect(connected).toMatchObject({ ok: false, failure: { kind: 'practice-faults-invalid' } });
    expect(JSON.stringify(connected)).toContain(reason);
  });

  test('says how long a slow call takes, and the call then does its work', async () => {
    valueOf(await connect([{ cmdlet: 'Set-CsPublicProvider', call: 1, kind: 'slow', seconds: 2.2 }]));
    const command = { cmdlet: 'Set-CsPublicProvider', parameters: { Identity: 'AOL', Enabled: true } } as const;
    // More than the two seconds of an entry that names no length.
    expect(valueOf(await shell.execute(command)).durationMs).toBeGreaterThanOrEqual(2_200);
    const read = valueOf(await shell.execute({ cmdlet: 'Get-CsPublicProvider', parameters: { Identity: 'AOL' } }));
    expect(read.output).toMatchObject([{ Identity: 'AOL', Enabled: true }]);
  });
});
