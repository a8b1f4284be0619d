import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import type { FakeOptions } from './fake-bridge.ts';
import { type Harness, applied } from './wizard-harness.tsx';

const AT = '2024-05-06T10:00:00.000Z';

function progress(differences: Partial<ReplicationProgress> = {}): ReplicationProgress {
  const replica = { fqdn: 'edge.contoso.com', upToDate: false, since: AT, lastStatusReport: AT, isSilent: false };
  return {
    state: 'waiting',
    startedAt: AT,
    elapsedMs: 5000,
    limitMs: 300_000,
    replicas: [replica],
    forced: [],
    failure: null,
    ...differences,
  };
}

/** The Verify page after a run that has made its changes. */
async function verified(options: FakeOptions = {}): Promise<Harness> {
  const harness = await applied(options);
  await screen.findByText('Everything was applied');
  await harness.next();
  await harness.page('Verify');
  return harness;
}

describe('after a run', () => {
  it('the servers are waited for once, from the time of the last change, and shown as they get it', async () => {
    const { bridge, wizard } = await verified();
    expect(await screen.findByText('Asking which servers have the changes')).toBeTruthy();
    const changedAt = wizard.store.getState().run?.lastSentAt;
    expect(bridge.inputsOf('replication.wait')).toEqual([{ deployment: 'practice', changedAt }]);
    bridge.tellReplication(progress());
    expect(await screen.findByText('edge.contoso.com')).toBeTruthy();
    expect(screen.getByText('Not yet')).toBeTruthy();
    bridge.tellReplication(
      progress({ state: 'up-to-date', replicas: progress().replicas.map((one) => ({ ...one, upToDate: true })) }),
    );
    expect(await screen.findByText('Has the changes')).toBeTruthy();
    expect(bridge.inputsOf('replication.wait')).toHaveLength(1);
  });

  it('replication can be forced, no longer waited for, and waited for again', async () => {
    const { bridge, press } = await verified();
    await screen.findByText('Asking which servers have the changes');
    bridge.tellReplication(progress());
    await press('Replicate now to edge.contoso.com');
    expect(bridge.inputsOf('replication.force')).toEqual([{ fqdn: 'edge.contoso.com' }]);
    await press('Stop waiting');
    expect(bridge.inputsOf('replication.cancel')).toHaveLength(1);
    bridge.tellReplication(progress({ state: 'cancelled' }));
    await press('Wait again');
    expect(bridge.inputsOf('replication.wait')).toHaveLength(2);
  });

  it('says why the servers cannot be asked', async () => {
    const failure = { kind: 'busy' } as const;
    const { bridge, press } = await verified({ replicationFailure: failure });
    expect(await screen.findByText(/^A run is in progress/u)).toBeTruthy();
    expect(bridge.inputsOf('replication.wait')).toHaveLength(1);
    await press('Wait again');
    expect(bridge.inputsOf('replication.wait')).toHaveLength(2);
  });
});
