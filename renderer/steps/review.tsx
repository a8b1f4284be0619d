import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect } from 'react';
import type { Finding } from '../../core/finding.ts';
import { publicChange } from '../../core/change.ts';
import { type Plan, pendingChanges } from '../../core/plan.ts';
import { isRunning } from '../../core/run.ts';
import { reviewText as text } from '../../core/texts/pages/review.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { ChangeCard } from '../components/change-card.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Loading } from '../components/loading.tsx';
import { PlanTotals } from '../components/plan-totals.tsx';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { Section } from '../components/section.tsx';
import { unfinishedAnswers } from '../gates.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';
import { ScriptSection } from './review-script.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  right: { margin: 0, padding: 0, listStyleType: 'none', color: tokens.colorNeutralForeground2 },
  rightEntry: { display: 'flex', alignItems: 'start', columnGap: tokens.spacingHorizontalS, paddingBlock: '3px' },
  check: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
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
  const pending = pendingChanges(plan);
  const right = plan.changes.filter((change) => change.call === null);
  useEffect(() => announce(text.announced(pending.length), { polite: true }), [announce, pending.length]);
  return (
    <>
      <Section title={text.summary}>
        <PlanTotals pending={pending.length} removals={plan.totals.destructive} right={plan.totals['already-right']} />
        {plan.findings.map((finding) => (
          <FindingBar key={finding.id} finding={finding} />
        ))}
        {pending.length === 0 && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text.nothingTitle}</MessageBarTitle>
              {text.nothingBody}
            </MessageBarBody>
          </MessageBar>
        )}
      </Section>
      {pending.length > 0 && (
        <Section title={text.changes}>
          <div className={styles.list}>
            {pending.map((change, index) => (
              <ChangeCard key={change.id} index={index + 1} change={publicChange(change)} onCopy={copy} />
            ))}
          </div>
        </Section>
      )}
      {right.length > 0 && (
        <Section title={text.right}>
          <ul className={styles.right}>
            {right.map(({ id, sentence }) => (
              <li key={id} className={styles.rightEntry}>
                <CheckmarkCircle20Regular className={styles.check} aria-hidden />
                <span>{sentence}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ScriptSection />
      <div>
        <Button onClick={() => void makePlan()}>{text.again}</Button>
      </div>
    </>
  );
}

const INTENTS = { blocker: 'error', warning: 'warning', note: 'info' } as const satisfies Record<
  Finding['severity'],
  string
>;

function FindingBar({ finding }: { readonly finding: Finding }) {
  const { openStep } = useActions();
  const { severity, message, remedy, step } = finding;
  return (
    <MessageBar intent={INTENTS[severity]} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.findings[severity]}</MessageBarTitle>
        {message} {remedy}
      </MessageBarBody>
      {step !== null && (
        <MessageBarActions>
          <Button onClick={() => openStep(step)}>{text.openPage(stepTitles[step])}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
