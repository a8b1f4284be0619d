import {
  Badge,
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular, Warning20Filled } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ReplicaProgress, ReplicationProgress, ReplicationState } from '../../core/run/replication.ts';
import { failureText } from '../../core/texts/failures.ts';
import { replicationText as text } from '../../core/texts/replication.ts';
import { FailureBar } from './failure-bar.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  lines: { display: 'block', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  good: { color: tokens.colorStatusSuccessForeground1 },
  odd: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0 },
  checks: { marginBlock: tokens.spacingVerticalS, maxWidth: '720px' },
  force: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalXS },
});

const INTENTS = {
  waiting: 'info',
  'up-to-date': 'success',
  'timed-out': 'warning',
  cancelled: 'info',
  failed: 'error',
} as const satisfies Record<ReplicationState, string>;

interface Actions {
  /** Forces replication to one server, or (null) to all. After a time-out this begins another wait. */
  readonly onForce: (fqdn: string | null) => void;
  /** Stops waiting. */
  readonly onCancel: () => void;
  /** Waits once more after it has ended. */
  readonly onWait: () => void;
}

/** How far the changes that were made have come: which server has them, and what one can do about those that have not. */
export function ReplicationCard(props: { readonly progress: ReplicationProgress } & Actions) {
  const { progress, ...actions } = props;
  const { state, replicas, forced } = progress;
  const styles = useStyles();
  useReplicationAnnouncements(progress);
  const hasTrouble = state === 'timed-out' || replicas.some(({ isSilent, upToDate }) => isSilent && !upToDate);
  return (
    <Section title={text.title}>
      {/* Under another key for each state, since a bar is read out when it comes, and not when it changes. */}
      <StateBar key={state} progress={progress} {...actions} />
      {state === 'waiting' && <Progress progress={progress} />}
      {replicas.length > 0 && (
        <ul className={styles.list}>
          {replicas.map((replica) => (
            <ReplicaItem key={replica.fqdn} replica={replica} state={state} onForce={actions.onForce} />
          ))}
        </ul>
      )}
      {replicas.length === 0 && state === 'timed-out' && <Body1>{text.noServers}</Body1>}
      <Forced forced={forced} />
      {canForce(state) && replicas.some(({ upToDate }) => !upToDate) && <ForceAll onForce={actions.onForce} />}
      {hasTrouble && <Checks />}
    </Section>
  );
}

function canForce(state: ReplicationState): boolean {
  return state === 'waiting' || state === 'timed-out';
}

function StateBar({ progress, onCancel, onWait }: { readonly progress: ReplicationProgress } & Actions) {
  const styles = useStyles();
  const { state, failure } = progress;
  const { title, body } = text.states[state];
  return (
    <MessageBar intent={INTENTS[state]} politeness="polite" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className={styles.lines}>{body}</span>
        {failure && <span className={styles.lines}>{failureText(failure)}</span>}
      </MessageBarBody>
      {state !== 'up-to-date' && (
        <MessageBarActions>
          {state === 'waiting' ? (
            <Button onClick={onCancel}>{text.stop}</Button>
          ) : (
            <Button onClick={onWait}>{text.again}</Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function Progress({ progress }: { readonly progress: ReplicationProgress }) {
  const { replicas } = progress;
  const value = replicas.filter(({ upToDate }) => upToDate).length;
  return (
    <Field label={text.progress} hint={text.hint(progress)}>
      {/* Without a value the bar says that it is not known how far it is. */}
      <ProgressBar {...(replicas.length > 0 && { value, max: replicas.length })} thickness="large" />
    </Field>
  );
}

function ReplicaItem(props: {
  readonly replica: ReplicaProgress;
  readonly state: ReplicationState;
  readonly onForce: Actions['onForce'];
}) {
  const styles = useStyles();
  const { replica, state, onForce } = props;
  const { fqdn, upToDate, lastStatusReport, isSilent } = replica;
  return (
    <li className={styles.item}>
      <ReplicaIcon replica={replica} state={state} />
      <div className={styles.body}>
        <span className={styles.name}>
          <Body1>{fqdn}</Body1>
          <Badge appearance="tint" color={upToDate ? 'success' : 'warning'}>
            {upToDate ? text.has : text.hasNot}
          </Badge>
        </span>
        <Caption1 className={styles.quiet}>{text.lastReport(lastStatusReport)}</Caption1>
        {isSilent && !upToDate && <Caption1>{text.silent}</Caption1>}
      </div>
      {!upToDate && canForce(state) && (
        <Button size="small" aria-label={text.forceTo(fqdn)} onClick={() => onForce(fqdn)}>
          {text.force}
        </Button>
      )}
    </li>
  );
}

/** The mark of a server; the words for it stand beside its name. */
function ReplicaIcon(props: { readonly replica: ReplicaProgress; readonly state: ReplicationState }) {
  const styles = useStyles();
  const { replica, state } = props;
  if (replica.upToDate) return <CheckmarkCircle20Filled className={styles.good} aria-hidden />;
  if (replica.isSilent || state === 'timed-out') return <Warning20Filled className={styles.odd} aria-hidden />;
  return <Circle20Regular className={styles.quiet} aria-hidden />;
}

function Forced({ forced }: Pick<ReplicationProgress, 'forced'>) {
  return forced.map(({ fqdn, at, failure }) =>
    failure ? (
      <FailureBar key={`${at} ${fqdn}`} failure={failure} />
    ) : (
      <Body1 key={`${at} ${fqdn}`}>{text.forced(fqdn, at)}</Body1>
    ),
  );
}

function ForceAll({ onForce }: Pick<Actions, 'onForce'>) {
  const styles = useStyles();
  return (
    <div className={styles.force}>
      <Button onClick={() => onForce(null)}>{text.forceAll}</Button>
      <Body1 as="p" className={styles.note}>
        {text.forceNote}
      </Body1>
    </div>
  );
}

function Checks() {
  const styles = useStyles();
  return (
    <div>
      <Body1Strong as="h3" className={styles.heading}>
        {text.checksTitle}
      </Body1Strong>
      <ul className={styles.checks}>
        {text.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
    </div>
  );
}

/** Says each server that has got the changes, and each forced replication, once, as it comes. */
function useReplicationAnnouncements({ replicas, forced }: ReplicationProgress): void {
  const { announce } = useAnnounce();
  const news = [
    ...replicas.filter(({ upToDate }) => upToDate).map(text.replica),
    ...forced.filter(({ failure }) => failure === null).map(({ fqdn, at }) => text.forced(fqdn, at)),
  ];
  const said = useRef(new Set(news));
  useEffect(() => {
    for (const one of news.filter((one) => !said.current.has(one))) {
      said.current.add(one);
      announce(one, { polite: true });
    }
  });
}
