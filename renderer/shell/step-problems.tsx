import { Button } from '@fluentui/react-components';
import { useEffect, useEffectEvent } from 'react';
import { reviewText } from '../../core/texts/pages/review.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { ProblemSummary, type SummaryProblem } from '../components/problem-summary.tsx';
import { type PageProblem, isBlocked, problemSources, problemsOfPage, unreadWarnings } from '../state/page-problems.ts';
import type { WizardState } from '../state/state.ts';
import { focusField } from '../hooks/use-field.ts';
import { useActions, useWizard, useWizardParts } from '../hooks/wizard-context.tsx';

const SUMMARY_ID = 'missing';

/** What Next found missing on this page; it stays until everything is mended. */
export function StepProblems() {
  const isShown = useWizard(({ checkedSteps, step }) => checkedSteps.has(step));
  return isShown && <Missing />;
}

function Missing() {
  const { openStep, skipTo } = useActions();
  const step = useWizard((state) => state.step);
  const refusals = useWizard((state) => state.refusals);
  const refusal = useWizard((state) => (state.step === 'review' ? titleOfRefusal(state) : null));
  const problems = firstOfEachField(problemsOfPage(useWizardParts(problemSources), step));
  const focusFirst = useEffectEvent((count: number) => {
    const [first] = problems;
    if (count === 0 || !first) return;
    // The first field where it is on this page; else the summary itself.
    if (first.step !== null || !focusField(first.field)) document.getElementById(SUMMARY_ID)?.focus();
  });
  // Only pressing Next moves the focus; mending a field does not.
  useEffect(() => focusFirst(refusals), [refusals]);
  if (problems.length === 0) return null;
  return (
    <ProblemSummary
      id={SUMMARY_ID}
      title={refusal ?? shellText.summaryTitle(problems.length)}
      problems={problems.map((problem) => summaryProblem(problem, openStep))}
      actions={refusal !== null && <Button onClick={() => skipTo('verify')}>{reviewText.goOnWithout}</Button>}
    />
  );
}

/** What keeps a plan that is there from being applied; null: nothing, or there is no plan. */
function titleOfRefusal(state: WizardState): string | null {
  if (isBlocked(state)) return reviewText.blockedTitle;
  const unread = unreadWarnings(state).length;
  return unread > 0 ? reviewText.unreadTitle(unread) : null;
}

function summaryProblem(
  { field, label, message, step }: PageProblem,
  openStep: (step: NonNullable<PageProblem['step']>) => void,
): SummaryProblem {
  const text = shellText.problemOf(label, message);
  if (step !== null) return { key: `${field} ${message}`, text, onOpen: () => openStep(step) };
  return { key: `${field} ${message}`, text, onOpen: field === '$.plan' ? null : () => focusField(field) };
}

/** One problem a field, except for what has no field of its own. */
function firstOfEachField(problems: readonly PageProblem[]): readonly PageProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ field }) => {
    if (field === '$.plan') return true;
    const isFirst = !seen.has(field);
    seen.add(field);
    return isFirst;
  });
}
