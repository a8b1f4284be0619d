import { Body1, Button, Caption1 } from '@fluentui/react-components';
import { useState } from 'react';
import type { RunSummary } from '../../../core/run/run.ts';
import { reportText as text } from '../../../core/texts/pages/report.ts';
import { goalTitles } from '../../../core/texts/pages/steps.ts';
import { unfinishedText } from '../../../core/texts/pages/unfinished-run.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Section } from '../../components/section.tsx';
import { unfinishedRun } from '../../state/unfinished-run.ts';
import { whenText } from '../../components/when-text.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { TakeBackQuestion } from '../apply/take-back-question.tsx';

/** A longer list is counted. */
const MOST_SHOWN = 10;

/** The runs that were made on the deployment; one whose changes stand can be taken back. */
export function EarlierRuns() {
  const runs = useWizard((state) => state.runs);
  const request = useWizard((state) => state.runRequest);
  const { settleRun } = useActions();
  const [asked, setAsked] = useState<RunSummary | null>(null);
  if (runs.status === 'failed') return <FailureBar failure={runs.failure} />;
  if (runs.status !== 'ready') return null;
  const { runs: recorded } = runs.value;
  const shown = recorded.slice(0, MOST_SHOWN);
  const ask = (run: RunSummary) => {
    setAsked(run);
    void settleRun(run.deployment, run.id);
  };
  return (
    <Section title={text.runs} lead={shown.length === 0 ? text.noRuns : text.runsLead}>
      {shown.length > 0 && (
        <DataTable
          label={text.runs}
          rows={shown}
          keyOf={({ id }) => id}
          columns={[
            { label: text.when, size: 'wide', renderCell: ({ startedAt }) => whenText(startedAt) },
            { label: text.goal, renderCell: ({ goal }) => goalTitles[goal] },
            { label: text.outcome, renderCell: outcomeOf },
            { label: text.standing, renderCell: ({ standing, changes }) => text.standingOf(standing, changes) },
            { label: text.action, size: 'wide', renderCell: (run) => <RunAction run={run} onAsk={ask} /> },
          ]}
        />
      )}
      {recorded.length > shown.length && <Caption1>{text.moreRuns(recorded.length - shown.length)}</Caption1>}
      {request.status === 'failed' && <FailureBar failure={request.failure} />}
      {asked && <TakeBackQuestion run={asked} onReleased={() => setAsked(null)} />}
    </Section>
  );
}

function outcomeOf({ outcome, isLeft }: RunSummary): string {
  if (outcome === null) return text.notEnded;
  return isLeft ? text.left : text.outcomes[outcome];
}

/** Nothing is taken back past a run that still waits for its own decision. */
function RunAction({ run, onAsk }: { readonly run: RunSummary; readonly onAsk: (run: RunSummary) => void }) {
  const { openStep } = useActions();
  const unfinished = useWizard(unfinishedRun);
  const when = whenText(run.startedAt);
  if (unfinished)
    return unfinished.id === run.id ? (
      <Button size="small" aria-label={text.decideNamed(when)} onClick={() => openStep('start')}>
        {unfinishedText.toStart}
      </Button>
    ) : (
      <Body1>-</Body1>
    );
  if (run.standing === 0) return <Body1>-</Body1>;
  return (
    <Button size="small" aria-haspopup="dialog" aria-label={text.takeBackNamed(when)} onClick={() => onAsk(run)}>
      {text.takeBack}
    </Button>
  );
}
