import { duration, utcMinute } from '../formats/times.ts';
import type { ReplicaProgress, ReplicationProgress, ReplicationState } from '../run/replication.ts';

const GOES_ON = 'Replication goes on by itself.';

/** What is said of replication after the changes were made. */
export const replicationText = {
  title: 'Replication',
  states: {
    waiting: {
      title: 'The changes are made. The servers are being told.',
      body: `The changes travel from the Central Management Store to every server, usually within a minute. ${GOES_ON}`,
    },
    'up-to-date': {
      title: 'Every server has the changes',
      body: 'Nothing is left to wait for.',
    },
    'timed-out': {
      title: 'The changes are made, but not every server has them yet',
      body: `Nothing is lost. ${GOES_ON} You can wait again, or force it.`,
    },
    cancelled: {
      title: 'The changes are made. You stopped waiting for the servers.',
      body: GOES_ON,
    },
    failed: {
      title: 'The changes are made, but whether the servers have them could not be read',
      body: GOES_ON,
    },
  } satisfies Record<ReplicationState, { readonly title: string; readonly body: string }>,
  progress: 'Servers that have the changes',
  hint: ({ replicas, elapsedMs, limitMs }: ReplicationProgress) =>
    [
      ...(replicas.length > 0
        ? [`${replicas.filter(({ upToDate }) => upToDate).length} of ${replicas.length} servers`]
        : []),
      `${duration(elapsedMs)} of at most ${duration(limitMs)}`,
    ].join(', '),
  noServers: 'The deployment has not named any server.',
  replica: ({ fqdn, upToDate }: Pick<ReplicaProgress, 'fqdn' | 'upToDate'>) =>
    upToDate ? `${fqdn} has the changes.` : `${fqdn} does not have the changes yet.`,
  has: 'Has the changes',
  hasNot: 'Not yet',
  lastReport: (at: string | null) => (at === null ? 'Last report: not known' : `Last report: ${utcMinute(at)}`),
  silent: 'This is more than an hour ago, which counts as failing. Waiting alone will probably not help.',
  stop: 'Stop waiting',
  again: 'Wait again',
  force: 'Replicate now',
  forceTo: (fqdn: string) => `Replicate now to ${fqdn}`,
  forceAll: 'Replicate now to all servers',
  forceNote:
    'A forced replication sends the whole configuration again and changes nothing in it. It may begin two to three minutes later.',
  forced: (fqdn: string | null, at: string) =>
    `Replication to ${fqdn ?? 'all servers'} was forced at ${utcMinute(at)}. It may begin two to three minutes later.`,
  checksTitle: 'What to check',
  checks: [
    'On the server that does not have the changes: the service Replica Replicator Agent runs.',
    'On the server of the Central Management Store: the services Master Replicator Agent and File Transfer Agent run.',
    'For an Edge Server: its internal interface can be reached on TCP port 4443 from the server of the Central Management Store, and its internal certificate is valid.',
    'The event log of Lync Server on both servers: the File Transfer Agent writes there why it cannot reach a server.',
  ],
} as const;
