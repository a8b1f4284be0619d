import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { CheckmarkCircle20Regular, Question20Regular, SubtractCircle20Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { publicChange } from '../../core/plan/change.ts';
import { type Plan, pendingChanges } from '../../core/plan/plan.ts';
import { isRunning } from '../../core/run/run.ts';
import { reviewText as text } from '../../core/texts/pages/review.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { ChangeCard } from '../components/change-card.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Loading } from '../components/loading.tsx';
import { PlanTotals } from '../components/plan-totals.tsx';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { Section } from '../components/section.tsx';
import { unfinishedAnswers } from '../state/page-problems.ts';
import { StepPage } from '../shell/step-page.tsx';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { Findings } from './review/review-findings.tsx';
import { SavePlan } from './review/review-save.tsx';
import { WhatIf } from './review/review-what-if.tsx';
import { ScriptSection } from './review/review-script.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  unchanged: { margin: 0, padding: 0, listStyleType: 'none', color: tokens.colorNeutralForeground2 },
  entry: { display: 'flex', alignItems: 'start', columnGap: tokens.spacingHorizontalS, paddingBlock: '3px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  right: { color: tokens.colorStatusSuccessForeground1 },
});

/** Everything that will be done, before anything is done. The plan is made anew each time the page is opened. */
export function ReviewPage() {
  const { makePlan, openStep } = useActions();
  const mode = useWizard((state) => state.mode);
  const plan = useWizard((state) => state.plan);
  const form = useWizard((state) => state.form);
  const isLocked = useWizard((state) => isRunning(state.run));
  const unfinished = unfinishedAnswers({ form });
  const isComplete = unfinished.length === 0;
  useEffect(() => {
    if (isComplete && !isLocked) void makePlan();
  }, [isComplete, isLocked, makePlan]);
  return (
    <StepPage title={stepTitles.review} lead={mode === 'prepare' ? text.leadPrepare : text.lead}>
      {!isComplete && (
        <ProblemSummary
          id="unfinished"
          title={text.incompleteTitle}
          problems={unfinished.map(({ field, label, message, step }) => ({
            key: `${field} ${message}`,
            text: shellText.problemOf(label, message),
            onOpen: step === null ? null : () => openStep(step),
          }))}
        />
      )}
      {isComplete && (plan.status === 'loading' || plan.status === 'idle') && <Loading label={text.planning} />}
      {isComplete && plan.status === 'failed' && (
        <FailureBar
          failure={plan.failure}
          actions={<Button onClick={() => void makePlan()}>{shellText.retry}</Button>}
        />
      )}
      {isComplete && plan.status === 'ready' && <PlanView plan={plan.value} />}
    </StepPage>
  );
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { copy, makePlan } = useActions();
  const { announce } = useAnnounce();
  const isPrepared = useWizard((state) => state.mode === 'prepare');
  const pending = pendingChanges(plan);
  useEffect(() => announce(text.announced(pending.length), { polite: true }), [announce, pending.length]);
  return (
    <>
      <Section title={text.summary}>
        <PlanTotals totals={plan.totals} />
        {pending.length === 0 && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text.nothingTitle}</MessageBarTitle>
              {text.nothingBody}
            </MessageBarBody>
          </MessageBar>
        )}
      </Section>
      <Findings plan={plan} />
      {pending.length > 0 && (
        <Section title={text.changes}>
          <div className={styles.list}>
            {pending.map((change, index) => (
              <ChangeCard key={change.id} index={index + 1} change={publicChange(change)} onCopy={copy} />
            ))}
          </div>
        </Section>
      )}
      {UNCHANGED.map((status) => (
        <UnchangedList key={status} status={status} plan={plan} />
      ))}
      <ScriptSection />
      {!isPrepared && pending.length > 0 && <WhatIf plan={plan} />}
      {!isPrepared && <SavePlan />}
      <div>
        <Button onClick={() => void makePlan()}>{text.again}</Button>
      </div>
    </>
  );
}

const UNCHANGED = ['already-right', 'not-applicable', 'cannot-tell'] as const;

const MARKS = {
  'already-right': CheckmarkCircle20Regular,
  'not-applicable': SubtractCircle20Regular,
  'cannot-tell': Question20Regular,
} as const satisfies Record<(typeof UNCHANGED)[number], unknown>;

/** What no command is run for, and why. */
function UnchangedList({ status, plan }: { readonly status: (typeof UNCHANGED)[number]; readonly plan: Plan }) {
  const styles = useStyles();
  const changes = plan.changes.filter((change) => change.call === null && change.status === status);
  if (changes.length === 0) return null;
  const Mark = MARKS[status];
  return (
    <Section title={text.unchanged[status]} lead={text.unchangedLeads[status]}>
      <ul className={styles.unchanged}>
        {changes.map(({ id, sentence, notes }) => (
          <li key={id} className={styles.entry}>
            <Mark className={mergeClasses(styles.mark, status === 'already-right' && styles.right)} aria-hidden />
            <span className={styles.words}>
              <span>{sentence}</span>
              {notes.map((note) => (
                <Caption1 key={note}>{note}</Caption1>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
