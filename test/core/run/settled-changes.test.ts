import { describe, expect, it } from 'vitest';
import { settleChanges } from '../../../core/run/rollback.ts';
import type { RunEvent } from '../../../core/run/run-events.ts';
import { AT, CASES, ENDS, afterChanges, pending, planned, repeated, runWith } from '../../fakes/planned-run.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { provider } from '../../fakes/sample-deployment.ts';

describe('what became of a run that was cut off', () => {
  it.each(ENDS)(
    'is told by the deployment alone ($name: $made made, the last is $result)',
    ({ value, index, result, made }) => {
      const { changes } = value;
      const run = runWith(value, [...repeated('done', index), result]);
      const settled = settleChanges({ changes, run, live: afterChanges(value, made) });
      const known = new Map(run.changes.map((change) => [change.id, change.result]));
      for (const one of settled) known.set(one.id, one.result);
      const results = pending(changes).map(({ id }) => known.get(id));
      expect(results.slice(0, made)).toEqual(repeated('done', made));
      // That a change has failed is known better than that it is not there.
      const rest = results.slice(made);
      expect(rest).toEqual(rest.map((one) => (one === 'failed' && result === 'failed' ? 'failed' : 'skipped')));
    },
  );

  it('says nothing of what is known already', () => {
    for (const [, value] of CASES) {
      const count = pending(value.changes).length;
      const run = runWith(value, repeated('done', count));
      expect(settleChanges({ changes: value.changes, run, live: afterChanges(value, count) })).toEqual([]);
    }
  });

  it('is not known when the object is in no state of this run', () => {
    const value = planned(SAMPLE_ANSWERS);
    const made = afterChanges(value, 4);
    const live = { ...made, publicProviders: [provider({ Identity: 'Skype', ProxyFqdn: 'other.example.com' })] };
    const run = runWith(value, [...repeated('done', 3), 'running']);
    expect(settleChanges({ changes: value.changes, run, live })).toMatchObject([
      { id: 'provider:Skype', result: 'unknown' },
    ]);
  });

  it('shows that what was made has been taken back by somebody', () => {
    const value = planned(SAMPLE_ANSWERS);
    const run = runWith(value, repeated('done', 4));
    const settled = settleChanges({ changes: value.changes, run, live: value.before });
    expect(settled.map(({ result }) => result)).toEqual(['skipped', 'skipped', 'skipped', 'skipped']);
  });

  it('does not take for its own what somebody else has made since', () => {
    const value = planned(SAMPLE_ANSWERS);
    const run = runWith(value, ['done']);
    const settled = settleChanges({ changes: value.changes, run, live: afterChanges(value, 2) });
    expect(settled.map(({ id, result }) => [id, result])).toEqual([
      ['policy:global', 'already-right'],
      ['remove:Messenger', 'skipped'],
      ['provider:Skype', 'skipped'],
    ]);
  });

  it('ends a step of taking back that was cut off', () => {
    const value = planned(SAMPLE_ANSWERS);
    const cutOff: RunEvent = { type: 'restore-started', id: 'provider:Skype', at: AT, command: '' };
    const run = runWith(value, repeated('done', 4), [cutOff]);
    const settle = (made: number) =>
      settleChanges({ changes: value.changes, run, live: afterChanges(value, made) }).map(({ id, result }) => [
        id,
        result,
      ]);
    expect(settle(3)).toEqual([['provider:Skype', 'skipped']]);
    expect(settle(4)).toEqual([['provider:Skype', 'done']]);
  });
});
