import {
  Badge,
  type BadgeProps,
  Body1,
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import { checkAnswers } from '../../../core/answers/answers.ts';
import {
  type ProvisioningRecord,
  type ProvisioningView,
  type ProvisioningEventKind,
  type ProvisioningState,
  type ProvisioningStateKind,
  portalCounts,
  possibleEvents,
  stateOf,
} from '../../../core/provisioning/provisioning.ts';
import { escalationText } from '../../../core/provisioning/provisioning-notices.ts';
import { confirmationText as text } from '../../../core/texts/pages/confirmation.ts';
import { provisioningTexts as say } from '../../../core/provisioning/provisioning-texts.ts';
import { candidateAnswers } from '../../../core/wizard/form-answers.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { Section } from '../../components/section.tsx';
import { useSaving } from '../../hooks/use-saving.ts';
import { whenText } from '../../components/when-text.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { RecordEvent } from './record-event.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '860px' },
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const COLOURS: Readonly<Record<ProvisioningStateKind, NonNullable<BadgeProps['color']>>> = {
  draft: 'subtle',
  sent: 'informative',
  'in-progress': 'brand',
  overdue: 'warning',
  activated: 'success',
  cancelled: 'subtle',
};

/** What became of the request: its state and due times, what can be recorded now, and everything that was. */
export function ProvisioningRecordView() {
  const { readProvisioning } = useActions();
  const provisioning = useWizard((state) => state.provisioning);
  // Read each time that the page is opened: what is due depends on the time.
  useEffect(() => void readProvisioning(), [readProvisioning]);
  return (
    <Section title={text.record} lead={text.recordLead}>
      {provisioning.status === 'failed' && <FailureBar failure={provisioning.failure} />}
      {provisioning.status === 'ready' && <Known view={provisioning.value} />}
      {(provisioning.status === 'idle' || provisioning.status === 'loading') && <Loading label={text.record} />}
    </Section>
  );
}

function Known({ view }: { readonly view: ProvisioningView }) {
  const styles = useStyles();
  const { record, asOf, movedAside } = view;
  const state = stateOf(record, asOf);
  return (
    <div className={styles.parts}>
      {movedAside !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say.movedAside(movedAside)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.state}>
        <Badge size="large" appearance="tint" color={COLOURS[state.kind]}>
          {say.states[state.kind]}
        </Badge>
        <Body1>{say.stateSentence(state, whenText)}</Body1>
      </div>
      {'sentAt' in state && <ChangedSince sent={record.request} />}
      <Numbers view={view} state={state} />
      <Actions view={view} />
      {'sentAt' in state && <WhileWaiting view={view} />}
      <Log view={view} />
    </div>
  );
}

/** Says when the details above are no longer what was sent. */
function ChangedSince({ sent }: { readonly sent: ProvisioningRecord['request'] }) {
  const form = useWizard((state) => state.form);
  const isChanged = useMemo(() => {
    const answers = checkAnswers(candidateAnswers(form));
    return sent !== null && answers.ok && JSON.stringify(answers.value.request) !== JSON.stringify(sent);
  }, [form, sent]);
  if (!isChanged) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text.changedSince}</MessageBarBody>
    </MessageBar>
  );
}

function Numbers({ view, state }: { readonly view: ProvisioningView; readonly state: ProvisioningState }) {
  const { activated, inProgress } = portalCounts(view.record);
  return (
    <FactList
      facts={[
        { label: text.countActivated, value: String(activated) },
        { label: text.countInProgress, value: String(inProgress) },
        ...('sentAt' in state
          ? [
              { label: text.usualDue, value: whenText(state.usualAt) },
              { label: text.limitDue, value: whenText(state.limitAt) },
            ]
          : []),
      ]}
    />
  );
}

function Actions({ view }: { readonly view: ProvisioningView }) {
  const styles = useStyles();
  const [asked, setAsked] = useState<ProvisioningEventKind | null>(null);
  return (
    <div className={styles.actions}>
      {possibleEvents(view.record).map((kind) => (
        <Button key={kind} onClick={() => setAsked(kind)}>
          {text.actions[kind]}
        </Button>
      ))}
      <RecordEvent kind={asked} onClose={() => setAsked(null)} />
    </div>
  );
}

/** What helps while no answer has come: reminders, and a text that asks. */
function WhileWaiting({ view }: { readonly view: ProvisioningView }) {
  const styles = useStyles();
  const { copy, saveReminder } = useActions();
  const { state, start } = useSaving(saveReminder);
  const escalation = escalationText(view.record, view.asOf) ?? '';
  return (
    <>
      <div className={styles.actions}>
        <Button icon={<CalendarAdd20Regular />} disabledFocusable={state.status === 'loading'} onClick={start}>
          {text.saveReminder}
        </Button>
        <CopyButton name={text.escalation} label={text.copyEscalation} onCopy={() => copy(escalation)} />
      </div>
      {state.status === 'failed' && <FailureBar failure={state.failure} />}
      {state.status === 'ready' && (
        <Caption1 aria-live="polite">{state.value === null ? text.notSaved : text.saved(state.value)}</Caption1>
      )}
    </>
  );
}

function Log({ view }: { readonly view: ProvisioningView }) {
  const styles = useStyles();
  const { log } = view.record;
  const { when, what, who, seen } = text.logColumns;
  if (log.length === 0) return <Body1 className={styles.quiet}>{say.noLog}</Body1>;
  return (
    <DataTable
      label={text.log}
      rows={log.toReversed()}
      keyOf={({ recordedAt, kind }, index) => `${log.length - index} ${recordedAt} ${kind}`}
      columns={[
        { label: when, renderCell: ({ at }) => whenText(at) },
        { label: what, renderCell: ({ kind }) => say.events[kind] },
        { label: who, renderCell: (entry) => entry.who },
        { label: seen, size: 'wide', renderCell: (entry) => entry.seen },
      ]}
    />
  );
}
