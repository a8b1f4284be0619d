import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SettledRun } from '../../../core/contract/contract.ts';
import type { RunSummary } from '../../../core/run/run.ts';
import { damagedRecordText } from '../../../core/texts/damaged-records.ts';
import { shellText } from '../../../core/texts/pages/shell.ts';
import { unfinishedText as text } from '../../../core/texts/pages/unfinished-run.ts';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { RollbackPlan } from '../../components/rollback-plan.tsx';
import { RunResults } from '../../components/run-results.tsx';
import { Section } from '../../components/section.tsx';
import { unfinishedRun } from '../../state/unfinished-run.ts';
import { whenText } from '../../components/when-text.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { type AskedAction, ResumeQuestion } from '../apply/resume-question.tsx';

const useStyles = makeStyles({ card: { rowGap: tokens.spacingVerticalXL } });

/** A run on the deployment that waits for a decision: what became of each change, and what can be done about it. */
export function UnfinishedRun() {
  const run = useWizard(unfinishedRun);
  const lost = useWizard(({ runs }) =>
    runs.status === 'ready' ? damagedRecordText.journals(runs.value.damaged) : null,
  );
  return (
    <>
      {lost !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{lost}</MessageBarBody>
        </MessageBar>
      )}
      <Undecided run={run} />
    </>
  );
}

function Undecided({ run }: { readonly run: RunSummary | null }) {
  const [isLeft, setIsLeft] = useState(false);
  if (run) return <UnfinishedRunCard key={run.id} run={run} onLeft={() => setIsLeft(true)} />;
  if (!isLeft) return null;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{text.left}</MessageBarBody>
    </MessageBar>
  );
}

function UnfinishedRunCard({ run, onLeft }: { readonly run: RunSummary; readonly onLeft: () => void }) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const { settleRun } = useActions();
  const settled = useWizard((state) => state.settled);
  const { id, deployment, outcome, startedAt, goal, owner } = run;
  const title = text.title(outcome, whenText(startedAt));
  const isSettledHere = settled.status !== 'ready' || settled.value.run.id === id;
  const isIdle = settled.status === 'idle' || !isSettledHere;
  useEffect(() => announce(title, { polite: true }), [announce, title]);
  useEffect(() => {
    if (isIdle) void settleRun(deployment, id);
  }, [isIdle, settleRun, deployment, id]);
  return (
    <Card appearance="outline" size="large" className={styles.card}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {text.startedBy(goal, owner)}
        </MessageBarBody>
      </MessageBar>
      {(isIdle || settled.status === 'loading') && <Loading label={text.settling} />}
      {settled.status === 'failed' && (
        <FailureBar
          failure={settled.failure}
          actions={<Button onClick={() => void settleRun(deployment, id)}>{shellText.retry}</Button>}
        />
      )}
      {settled.status === 'ready' && isSettledHere && <Decision settled={settled.value} onLeft={onLeft} />}
    </Card>
  );
}

function Decision({ settled, onLeft }: { readonly settled: SettledRun; readonly onLeft: () => void }) {
  const { decide } = useActions();
  const request = useWizard((state) => state.runRequest);
  const [asked, setAsked] = useState<AskedAction | null>(null);
  const { run } = settled;
  const proceed = async (action: AskedAction) => {
    const hasBegun = await decide(action);
    if (hasBegun && action === 'leave') onLeft();
  };
  const damage = damagedRecordText.lines(run);
  return (
    <>
      {damage !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{damage}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={text.changes}>
        <RunResults label={text.changes} changes={run.changes.filter(({ command }) => command !== null)} />
      </Section>
      {request.status === 'failed' && <FailureBar failure={request.failure} />}
      <RollbackPlan
        settled={settled}
        isBusy={request.status === 'loading'}
        onResume={(action) => {
          if (action === 'rollback') void decide(action);
          else setAsked(action);
        }}
      />
      <ResumeQuestion
        settled={settled}
        action={asked}
        onAnswered={() => setAsked(null)}
        onAgreed={(action) => void proceed(action)}
      />
    </>
  );
}
