import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { reviewText } from '../../core/texts/pages/review.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { ProblemSummary, type SummaryProblem } from '../components/problem-summary.tsx';
import { type PageProblem, isBlocked, problemsOfPage, unreadWarnings } from '../state/page-problems.ts';
import type { WizardState } from '../state/state.ts';
import { focusField } from '../hooks/use-field.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';

const SUMMARY_ID = 'missing';

/** What Next found missing on this page; it stays until everything is mended. */
export function StepProblems() {
  const { openStep, skipTo } = useActions();
  const state = useWizard((whole) => whole);
  const isShown = state.checkedSteps.has(state.step);
  const problems = isShown ? firstOfEachField(problemsOfPage(state, state.step)) : [];
  const first = problems[0];

  useEffect(() => {
    // The first field where it is on this page; else the summary itself.
    if (state.refusals === 0 || !first) return;
    if (first.step !== null || !focusField(first.field)) document.getElementById(SUMMARY_ID)?.focus();
    // Only pressing Next moves the focus; mending a field does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state.refusals]);

  if (problems.length === 0) return null;
  const refused = state.step === 'review' ? refusedTitle(state) : null;
  return (
    <ProblemSummary
      id={SUMMARY_ID}
      title={refused ?? shellText.summaryTitle(problems.length)}
      problems={problems.map((problem) => summaryProblem(problem, openStep))}
      actions={refused !== null && <Button onClick={() => skipTo('verify')}>{reviewText.goOnWithout}</Button>}
    />
  );
}

/** What keeps a plan that is there from being applied; null: nothing, or there is no plan. */
function refusedTitle(state: WizardState): string | null {
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
