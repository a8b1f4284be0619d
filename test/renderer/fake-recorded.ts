import type { SettledRun } from '../../core/contract/contract.ts';
import type { ResumeAction, RunEvent, RunOutcome } from '../../core/run/run-events.ts';
import { type RunSnapshot, applyRunEvent } from '../../core/run/run.ts';

const AT = '2024-05-07T09:00:00.000Z';

const OUTCOMES = { continue: 'done', rollback: 'restored', leave: 'left-changed' } as const satisfies Record<
  ResumeAction,
  RunOutcome
>;

/** Goes on with a run that was recorded before the window was opened, and ends it a moment later. */
export function resumeRecorded(
  { run, remaining, rollback }: SettledRun,
  action: ResumeAction,
  onRun: (run: RunSnapshot) => void,
): RunSnapshot {
  const owner = { user: 'admin', host: 'ADMINPC', processId: 4711 };
  const resumed = applyRunEvent(run, { type: 'run-resumed', at: AT, action, owner, takenOver: null, shell: null });
  void (async () => {
    let picture = resumed;
    for (const event of eventsOf(action, { remaining, rollback })) {
      await Promise.resolve();
      picture = applyRunEvent(picture, event);
      onRun(picture);
    }
  })();
  return resumed;
}

function eventsOf(
  action: ResumeAction,
  { remaining, rollback }: Pick<SettledRun, 'remaining' | 'rollback'>,
): RunEvent[] {
  const made = remaining.map(({ id, after }): RunEvent => ({
    type: 'change-verified',
    id,
    at: AT,
    result: 'done',
    readBack: after,
    failure: null,
  }));
  const taken = rollback.flatMap(({ id, command }): RunEvent[] =>
    command === null
      ? []
      : [
          { type: 'restore-started', id, at: AT, command },
          { type: 'restore-ended', id, at: AT, isRestored: true, failure: null },
        ],
  );
  const planned: RunEvent = { type: 'rollback-started', at: AT, steps: [...rollback] };
  return [
    ...(action === 'continue' ? made : []),
    ...(action === 'rollback' ? [planned, ...taken] : []),
    {
      type: 'run-ended',
      at: AT,
      outcome: OUTCOMES[action],
      isCancelled: false,
      journalFailure: null,
      provider: null,
      textOutput: '',
      byHand: [],
    },
  ];
}
