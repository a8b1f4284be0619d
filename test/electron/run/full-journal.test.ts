import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../core/run/run-events.ts';
import type { RunSnapshot } from '../../../core/run/run.ts';
import { type OnFailure, runPlan } from '../../../electron/run/run-plan.ts';
import { planned, startOf } from '../../fakes/planned-run.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { type SimulatedShell, simulatedShell } from '../../fakes/simulated-shell.ts';

const VALUE = planned(SAMPLE_ANSWERS);

/** Runs the sample plan with a journal that takes no event from the given one on. */
async function runUntil(
  isLast: (event: RunEvent) => boolean,
  onFailure: OnFailure,
  shell: SimulatedShell,
): Promise<RunSnapshot> {
  let isFull = false;
  return runPlan(
    {
      ...VALUE,
      shell,
      reopen: async () => ({ ok: true, value: { shell, process: null } }),
      journal: {
        path: '/journal',
        append: async (event) => {
          isFull ||= isLast(event);
          if (isFull) throw new Error('no space left on device');
        },
        close: async () => undefined,
      },
      now: () => new Date(),
      onChange: () => undefined,
      cancelSignal: new AbortController().signal,
      forceSignal: new AbortController().signal,
    },
    startOf(VALUE),
    onFailure,
  );
}

const FULL = { kind: 'storage', path: '/journal' };

describe('a journal that cannot be written any more', () => {
  it('stops the run before the next command is sent', async () => {
    const shell = simulatedShell(VALUE.before);
    const ended = await runUntil(
      (event) => event.type === 'change-started' && event.id === 'policy:global',
      'rollback',
      shell,
    );
    expect(shell.sent).toEqual(['Set-CsAccessEdgeConfiguration']);
    expect(ended).toMatchObject({
      outcome: 'left-changed',
      journalFailure: FULL,
      byHand: ['Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false'],
    });
  });

  it('stops taking back, and no step of it is left running', async () => {
    const shell = simulatedShell(VALUE.before, ['New-CsPublicProvider']);
    const ended = await runUntil((event) => event.type === 'restore-started', 'stop', shell);
    expect(ended).toMatchObject({
      outcome: 'left-changed',
      restores: [{ id: 'remove:Messenger', result: 'failed', failure: FULL }],
    });
    expect(shell.live().publicProviders.map(({ Identity }) => Identity)).toEqual(['AOL', 'Yahoo!']);
  });

  it('is told also when only its last line could not be written', async () => {
    const ended = await runUntil((event) => event.type === 'run-ended', 'stop', simulatedShell(VALUE.before));
    expect(ended).toMatchObject({ outcome: 'done', journalFailure: FULL });
  });
});
