import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import type { Goal } from '../../core/goal.ts';
import { reportText as text } from '../../core/texts/pages/report.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { FailureBar } from '../components/failure-bar.tsx';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { Section } from '../components/section.tsx';
import { useSaving } from '../hooks/use-saving.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { unfinishedAnswers } from '../state/page-problems.ts';
import { EarlierRuns } from './report/report-runs.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  save: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM },
  wide: { alignSelf: 'stretch' },
});

/** The file that stays, and what to do after the wizard. */
export function ReportPage() {
  const styles = useStyles();
  const { openLink } = useActions();
  const goal = useWizard((state) => state.form.goal);
  const isPrepared = useWizard((state) => state.mode === 'prepare');
  const held = useHeldParts();
  return (
    <StepPage title={stepTitles.report} lead={text.lead}>
      <Section title={text.holds}>
        <ul className={styles.list}>
          {held.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </Section>
      <SaveReport />
      {!isPrepared && <EarlierRuns />}
      <Section title={text.nextTitle}>
        <ol className={styles.list}>
          {nextLines(goal, isPrepared).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <div>
          <Link as="button" onClick={() => openLink('deploy-skype-connectivity')}>
            {text.openGuide}
          </Link>
        </div>
      </Section>
    </StepPage>
  );
}

/** What the file will hold, as far as it is known now. */
function useHeldParts(): readonly string[] {
  const isPrepared = useWizard((state) => state.mode === 'prepare');
  const { goal, keepsRequest } = useWizard((state) => state.form);
  const hasRuns = useWizard(({ runs, run }) => run !== null || (runs.status === 'ready' && runs.value.runs.length > 0));
  const hasReadiness = useWizard(({ readiness }) => readiness?.result !== null && readiness !== null);
  const { parts } = text;
  const run = hasRuns ? parts.run : parts.noRun;
  return [
    ...(goal === 'set-up' ? [keepsRequest ? parts.request : parts.noRequest] : []),
    ...(hasReadiness ? [parts.readiness] : []),
    ...(isPrepared ? [] : [parts.environment]),
    goal === 'check' ? parts.differences : parts.plan,
    ...(goal === 'check' || isPrepared ? [] : [run]),
    ...(isPrepared ? [] : [parts.verification]),
    ...(goal === 'check' ? [parts.proof] : []),
    parts.next,
  ];
}

function nextLines(goal: Goal, isPrepared: boolean): readonly string[] {
  if (!isPrepared) return text.next[goal];
  return goal === 'retire' ? text.nextPrepareRetire : text.nextPrepare;
}

function SaveReport() {
  const styles = useStyles();
  const { openStep, saveReport } = useActions();
  const form = useWizard((state) => state.form);
  const { state, start } = useSaving(saveReport);
  const unfinished = unfinishedAnswers({ form });
  if (unfinished.length > 0)
    return (
      <ProblemSummary
        id="unfinished"
        title={reviewText.incompleteTitle}
        problems={unfinished.map(({ field, label, message, step }) => ({
          key: `${field} ${message}`,
          text: shellText.problemOf(label, message),
          onOpen: step === null ? null : () => openStep(step),
        }))}
      />
    );
  return (
    <div className={styles.save}>
      <Button
        appearance="primary"
        size="large"
        icon={<Save20Regular />}
        disabledFocusable={state.status === 'loading'}
        onClick={start}
      >
        {state.status === 'loading' ? text.saving : text.save}
      </Button>
      <div className={styles.wide}>
        {state.status === 'failed' && <FailureBar failure={state.failure} />}
        {state.status === 'ready' && (
          <MessageBar intent={state.value === null ? 'info' : 'success'} layout="multiline">
            <MessageBarBody>
              {state.value !== null && <MessageBarTitle>{text.savedTitle}</MessageBarTitle>}
              {state.value === null ? text.notSaved : text.saved(state.value)}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
