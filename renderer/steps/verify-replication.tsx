import { Body1, useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Verification } from '../../core/verification.ts';
import { verifyText as text } from '../../core/texts/pages/verify.ts';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { useActions } from '../wizard-context.tsx';

/** Time between two looks at the replication while a server is behind. */
const LOOK_MS = 4000;

/** Which servers have the changes; while one is behind and somebody looks at the page, it is looked at again. */
export function Replication({ replicas }: { readonly replicas: Verification['replication'] }) {
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
