import { AnnounceProvider, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReplicaProgress, ReplicationProgress } from '../../core/run/replication.ts';
import { ReplicationCard } from '../../renderer/components/replication-card.tsx';

// happy-dom's animations reject when they are cut short, which no browser reports.
Reflect.deleteProperty(Element.prototype, 'animate');

const AT = '2024-05-06T10:00:00.000Z';
const REFUSED = {
  kind: 'powershell-lost',
  during: 'Invoke-CsManagementStoreReplication',
  reason: 'ended',
  detail: 'It ended.',
} as const;

function replica(differences: Partial<ReplicaProgress> & { readonly fqdn: string }): ReplicaProgress {
  return { upToDate: false, since: AT, lastStatusReport: AT, isSilent: false, ...differences };
}

const FRONT_END = replica({ fqdn: 'fe01.contoso.com', upToDate: true });
const EDGE = replica({ fqdn: 'edge.contoso.com' });

function picture(differences: Partial<ReplicationProgress> = {}): ReplicationProgress {
  return {
    state: 'waiting',
    startedAt: AT,
    elapsedMs: 65_000,
    limitMs: 300_000,
    replicas: [FRONT_END, EDGE],
    forced: [],
    failure: null,
    ...differences,
  };
}

/** Shows a picture, then others in its place; what is read out and what is asked for are recorded. */
function show(first: ReplicationProgress) {
  const said: { message: string; polite: boolean }[] = [];
  const asked: string[] = [];
  const announce = (message: string, { polite = false }: { polite?: boolean } = {}) => {
    said.push({ message, polite });
  };
  const card = (progress: ReplicationProgress) => (
    <FluentProvider theme={webLightTheme}>
      <AnnounceProvider value={{ announce }}>
        <ReplicationCard
          progress={progress}
          onForce={(fqdn) => asked.push(`force ${fqdn}`)}
          onCancel={() => asked.push('cancel')}
          onWait={() => asked.push('wait')}
        />
      </AnnounceProvider>
    </FluentProvider>
  );
  const { rerender } = render(card(first));
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  return { said, asked, press, next: (progress: ReplicationProgress) => rerender(card(progress)) };
}

const servers = () => screen.getAllByRole('listitem').map((item) => item.textContent);
const buttons = () =>
  screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);

afterEach(cleanup);

describe('while the servers are told', () => {
  it('says that the changes are made, and in words which server has them and which has not', () => {
    show(picture());
    expect(screen.getByText('The changes are made. The servers are being told.')).toBeTruthy();
    expect(servers()).toEqual([
      'fe01.contoso.comHas the changesLast report: 2024-05-06 10:00 UTC',
      'edge.contoso.comNot yetLast report: 2024-05-06 10:00 UTCReplicate now',
    ]);
  });

  it('shows how far it is and how long it goes on', () => {
    show(picture());
    const bar = screen.getByRole('progressbar', { name: 'Servers that have the changes' });
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1', '2']);
    expect(screen.getByText('1 of 2 servers, 1 min 5 s of at most 5 min')).toBeTruthy();
  });

  it('does not pretend to know how far it is before the first server is named', () => {
    show(picture({ replicas: [], elapsedMs: 0 }));
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull();
    expect(screen.getByText('0 s of at most 5 min')).toBeTruthy();
    expect(buttons()).toEqual(['Stop waiting']);
  });

  it('offers to force replication to the server that lacks the changes or to all, and to stop waiting', async () => {
    const { asked, press } = show(picture());
    expect(buttons()).toEqual(['Stop waiting', 'Replicate now to edge.contoso.com', 'Replicate now to all servers']);
    await press('Replicate now to edge.contoso.com');
    await press('Replicate now to all servers');
    await press('Stop waiting');
    expect(asked).toEqual(['force edge.contoso.com', 'force null', 'cancel']);
  });

  it('says that a forced replication may begin later, or why it was refused', () => {
    show(
      picture({
        forced: [
          { fqdn: 'edge.contoso.com', at: AT, failure: null },
          { fqdn: null, at: AT, failure: REFUSED },
        ],
      }),
    );
    expect(
      screen.getByText(
        'Replication to edge.contoso.com was forced at 2024-05-06 10:00 UTC. It may begin two to three minutes later.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('PowerShell ended unexpectedly.')).toBeTruthy();
  });

  it('warns of a server that has not reported for an hour, and says what to check', () => {
    show(picture({ replicas: [FRONT_END, { ...EDGE, isSilent: true }] }));
    expect(screen.getByText(/more than an hour ago, which counts as failing/u)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'What to check' })).toBeTruthy();
    expect(screen.getByText(/TCP port 4443/u)).toBeTruthy();
  });
});

describe('at the end', () => {
  it('says that every server has the changes, and asks for nothing more', () => {
    show(picture({ state: 'up-to-date', replicas: [FRONT_END] }));
    expect(screen.getByText('Every server has the changes')).toBeTruthy();
    expect(buttons()).toEqual([]);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByRole('heading', { name: 'What to check' })).toBeNull();
  });

  it('says after the time limit that the changes are made all the same, what to check and what can be done', async () => {
    const { asked, press } = show(picture({ state: 'timed-out', elapsedMs: 300_000 }));
    expect(screen.getByText('The changes are made, but not every server has them yet')).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Replication' })).getByText(/Replica Replicator Agent/u),
    ).toBeTruthy();
    await press('Wait again');
    await press('Replicate now to edge.contoso.com');
    expect(asked).toEqual(['wait', 'force edge.contoso.com']);
  });

  it('says after the time limit that no server was named', () => {
    show(picture({ state: 'timed-out', replicas: [] }));
    expect(screen.getByText('The deployment has not named any server.')).toBeTruthy();
    expect(buttons()).toEqual(['Wait again']);
  });

  it('lets one wait again after one has stopped waiting', async () => {
    const { asked, press } = show(picture({ state: 'cancelled' }));
    expect(screen.getByText('The changes are made. You stopped waiting for the servers.')).toBeTruthy();
    expect(buttons()).toEqual(['Wait again']);
    await press('Wait again');
    expect(asked).toEqual(['wait']);
  });

  it('says why the status could not be read', () => {
    show(picture({ state: 'failed', replicas: [], failure: REFUSED }));
    expect(screen.getByText('The changes are made, but whether the servers have them could not be read')).toBeTruthy();
    expect(screen.getByText(/PowerShell ended unexpectedly/u)).toBeTruthy();
    expect(screen.queryByText('The deployment has not named any server.')).toBeNull();
  });
});

describe('what is read out', () => {
  it('is each state as it comes, politely, and nothing while only time passes', () => {
    const { said, next } = show(picture());
    const atFirst = said.length;
    expect(said[0]?.message).toContain('The changes are made. The servers are being told.');
    next(picture({ elapsedMs: 66_000 }));
    expect(said).toHaveLength(atFirst);
    next(picture({ state: 'timed-out' }));
    expect(said.at(-1)?.message).toContain('The changes are made, but not every server has them yet');
    expect(said.every(({ polite }) => polite)).toBe(true);
  });

  it('is each server once, when it has got the changes', () => {
    const { said, next } = show(picture());
    const done = picture({ replicas: [FRONT_END, { ...EDGE, upToDate: true }] });
    next(done);
    next({ ...done, elapsedMs: 67_000 });
    expect(said.map(({ message }) => message).filter((message) => message.endsWith('has the changes.'))).toEqual([
      'edge.contoso.com has the changes.',
    ]);
  });
});
