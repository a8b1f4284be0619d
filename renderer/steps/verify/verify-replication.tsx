import { Body1, Button, useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { isRunning } from '../../../core/run/run.ts';
import type { Verification } from '../../../core/run/verification.ts';
import { verifyText as text } from '../../../core/texts/pages/verify.ts';
import { replicationText } from '../../../core/texts/replication.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { ReplicationCard } from '../../components/replication-card.tsx';
import { Section } from '../../components/section.tsx';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

/** Time between two looks at the replication while a server is behind. */
const LOOK_MS = 4000;

/** Which servers have what was changed here: waited for when a run of this window sent it, else as it was last read. */
export function Replication({ replicas }: { readonly replicas: Verification['replication'] }) {
  const { waitForReplication, forceReplication, stopWaiting } = useActions();
  const replication = useWizard((state) => state.replication);
  const isAwaited = useWizard(({ run }) => run !== null && run.lastSentAt !== null && !isRunning(run));
  const isIdle = replication.status === 'idle';
  useEffect(() => {
    if (isAwaited && isIdle) void waitForReplication();
  }, [isAwaited, isIdle, waitForReplication]);
  if (!isAwaited) return <Replicas replicas={replicas} />;
  if (replication.status === 'failed')
    return (
      <FailureBar
        failure={replication.failure}
        actions={<Button onClick={() => void waitForReplication()}>{replicationText.again}</Button>}
      />
    );
  if (replication.status !== 'ready') return <Loading label={text.askingServers} />;
  return (
    <ReplicationCard
      progress={replication.value}
      onForce={(fqdn) => void forceReplication(fqdn)}
      onCancel={() => void stopWaiting()}
      onWait={() => void waitForReplication()}
    />
  );
}

/** Which servers are up to date; while one is behind and somebody looks at the page, it is looked at again. */
export function Replicas({ replicas }: { readonly replicas: Verification['replication'] }) {
  const isBehind = replicas.some(({ UpToDate }) => !UpToDate);
  useLookingAgain(isBehind);
  if (replicas.length === 0)
    return (
      <Section title={text.replication}>
        <Body1>{text.noReplicas}</Body1>
      </Section>
    );
  return (
    <Section title={text.replication} lead={isBehind ? text.watching : text.replicationLead}>
      <DataTable
        label={text.replication}
        rows={replicas}
        keyOf={({ ReplicaFqdn }) => ReplicaFqdn}
        columns={[
          { label: text.replica, size: 'wide', renderCell: ({ ReplicaFqdn }) => ReplicaFqdn },
          { label: text.state, renderCell: ({ UpToDate }) => (UpToDate ? text.upToDate : text.behind) },
        ]}
      />
    </Section>
  );
}

function useLookingAgain(isBehind: boolean): void {
  const { verifyAgain } = useActions();
  const { announce } = useAnnounce();
  const wasBehind = useRef(isBehind);
  useEffect(() => {
    if (wasBehind.current && !isBehind) announce(text.replicated, { polite: true });
    wasBehind.current = isBehind;
  }, [announce, isBehind]);
  useEffect(() => {
    if (!isBehind) return undefined;
    const look = () => {
      if (document.visibilityState === 'visible') void verifyAgain();
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isBehind, verifyAgain]);
}
