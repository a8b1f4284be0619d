import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useDeferredValue } from 'react';
import { type Snapshot, policyKey } from '../../../core/deployment/deployment.ts';
import { pilotText as text } from '../../../core/texts/pages/pilot-policies.ts';
import { DataTable } from '../../components/data-table.tsx';
import { type PilotUser, addressOf, pilotUsers } from './pilot-users.ts';
import type { PolicyAnswer } from './policy-rows.ts';

/** The list above holds everybody; of a long one this shows as many as a person reads. */
const MAX_SHOWN = 50;

const useStyles = makeStyles({
  user: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  odd: { color: tokens.colorStatusWarningForeground1 },
});

/** Each chosen user: the policy that governs them now, and what the new one changes for them. Odd ones come first. */
export function ChosenUsers(props: {
  readonly answer: PolicyAnswer;
  readonly snapshot: Snapshot;
  readonly onTakeOut: (typed: string) => void;
}) {
  const styles = useStyles();
  const { snapshot, onTakeOut } = props;
  const answer = useDeferredValue(props.answer);
  const rows = pilotUsers(answer, snapshot).toSorted((one, other) => oddness(other) - oddness(one));
  if (rows.length === 0) return null;
  return (
    <>
      <DataTable
        label={text.table(answer.identity)}
        rows={rows.slice(0, MAX_SHOWN)}
        // A name may be typed twice.
        keyOf={({ typed }, index) => `${typed} ${index}`}
        columns={[
          { label: text.user, size: 'wide', renderCell: (row) => <UserName row={row} /> },
          {
            label: text.present,
            renderCell: ({ presentPolicy }) => <span className={styles.quiet}>{presentPolicy ?? ''}</span>,
          },
          { label: text.effect, size: 'wide', renderCell: (row) => <Effect row={row} policy={answer.identity} /> },
          {
            label: text.takeOut,
            size: 'narrow',
            renderCell: ({ typed }) => (
              <Button
                appearance="subtle"
                size="small"
                icon={<Dismiss20Regular />}
                aria-label={text.takeOutNamed(typed)}
                onClick={() => onTakeOut(typed)}
              />
            ),
          },
        ]}
      />
      {rows.length > MAX_SHOWN && <Caption1 className={styles.quiet}>{text.more(rows.length - MAX_SHOWN)}</Caption1>}
    </>
  );
}

function oddness({ user, loses }: PilotUser): number {
  return user === null ? 2 : loses.length > 0 ? 1 : 0;
}

function UserName({ row: { typed, user } }: { readonly row: PilotUser }) {
  const styles = useStyles();
  if (user === null) return typed;
  return (
    <span className={styles.user}>
      <span>{user.DisplayName ?? addressOf(user)}</span>
      {user.DisplayName && <Caption1 className={styles.quiet}>{addressOf(user)}</Caption1>}
    </span>
  );
}

function Effect({ row, policy }: { readonly row: PilotUser; readonly policy: string }) {
  const styles = useStyles();
  const { user, presentPolicy, loses } = row;
  if (user === null) return <span className={styles.odd}>{text.unknownUser}</span>;
  if (presentPolicy !== null && policyKey(presentPolicy) === policyKey(policy)) return text.hasAlready;
  return (
    <span className={styles.user}>
      <span>{text.getsIt}</span>
      {loses.length > 0 && <Caption1 className={styles.odd}>{text.loses(loses)}</Caption1>}
    </span>
  );
}
