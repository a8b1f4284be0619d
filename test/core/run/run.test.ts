import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../core/run/run-events.ts';
import { type RunChange, type RunSnapshot, applyRunEvent, standingChanges } from '../../../core/run/run.ts';
import { AT, planned, repeated, runWith } from '../../fakes/planned-run.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';

const VALUE = planned(SAMPLE_ANSWERS);

function changeOf(run: RunSnapshot, id: string): RunChange | undefined {
  return run.changes.find((change) => change.id === id);
}

describe('the picture of a run', () => {
  it('does not call right what nobody could tell', () => {
    const missing = { identity: 'Nobody', publicCloudAccess: true, publicCloudAudioVideoAccess: true };
    const run = runWith(planned({ ...SAMPLE_ANSWERS, externalAccess: [missing] }), []);
    expect(changeOf(run, 'policy:nobody')).toMatchObject({ status: 'cannot-tell', command: null, result: 'skipped' });
  });

  it.each([
    ['as it was', false, []],
    ['something else', null, ['access-edge']],
  ])('lets a change stand by what was read back, which is %s', (_, AllowFederatedUsers, standing) => {
    const verified: RunEvent = {
      type: 'change-verified',
      id: 'access-edge',
      at: AT,
      result: 'not-as-wanted',
      readBack: { AllowFederatedUsers },
      failure: null,
    };
    const run = runWith(VALUE, [], [{ type: 'change-started', id: 'access-edge', at: AT }, verified]);
    expect(standingChanges(run).map(({ id }) => id)).toEqual(standing);
  });

  it('ends a step of taking back that was cut off when the change is settled', () => {
    const cutOff: RunEvent = { type: 'restore-started', id: 'provider:Skype', at: AT, command: '' };
    const run = runWith(VALUE, repeated('done', 4), [cutOff]);
    const settled = (result: 'skipped' | 'done') =>
      applyRunEvent(run, { type: 'change-settled', id: 'provider:Skype', at: AT, result, readBack: null });
    expect(settled('skipped')).toMatchObject({ restores: [{ result: 'done' }] });
    expect(changeOf(settled('skipped'), 'provider:Skype')).toMatchObject({ result: 'restored' });
    expect(settled('done')).toMatchObject({ restores: [{ result: 'failed' }] });
    expect(changeOf(settled('done'), 'provider:Skype')).toMatchObject({ result: 'done' });
  });
});
