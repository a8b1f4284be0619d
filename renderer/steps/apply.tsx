import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { isRunning } from '../../core/run/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Loading } from '../components/loading.tsx';
import { StalePlan } from '../components/stale-plan.tsx';
import type { WizardState } from '../state/state.ts';
import { FaultReminder } from '../shell/fault-reminder.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { useFocusKept } from '../hooks/use-focus-kept.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { ApplyDialog, ApplyReady } from './apply/apply-confirmation.tsx';
import { RunView } from './apply/apply-run.tsx';

/** Applies the reviewed plan, shows the run while it goes on, and says in plain words how it ended. */
export function ApplyPage() {
  const run = useWizard((state) => state.run);
  const hasPlan = useWizard((state) => state.plan.status === 'ready');
  const isOn = isRunning(run);
  const [isAsking, setIsAsking] = useState(false);
  useFocusKept();
  return (
    <StepPage title={stepTitles.apply} lead={text.lead} notice={<FaultReminder />}>
      <RunRequestFailure />
      {!isOn && <NextRun hasRun={run !== null} onAsk={() => setIsAsking(true)} />}
      {run &&
        (hasPlan && !isOn ? (
          <Disclosure label={text.previous}>
            <RunView run={run} />
          </Disclosure>
        ) : (
          <RunView run={run} />
        ))}
      <ApplyDialog isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </StepPage>
  );
}

/** What could be applied now: the reviewed plan, nothing, or a plan that is still to be reviewed. */
function NextRun({ hasRun, onAsk }: { readonly hasRun: boolean; readonly onAsk: () => void }) {
  const plan = useWizard((state) => state.plan);
  const isStarting = useWizard((state) => state.runRequest.status === 'loading');
  const isStale = useWizard(hasStalePlan);
  if (plan.status === 'ready' && isStarting) return <Loading label={text.starting} />;
  if (isStale) return null;
  if (plan.status === 'ready') return <ApplyReady plan={plan.value} onAsk={onAsk} />;
  return hasRun ? null : <NoPlan />;
}

function hasStalePlan({ runRequest }: WizardState): boolean {
  return runRequest.status === 'failed' && runRequest.failure.kind === 'plan-out-of-date';
}

function NoPlan() {
  const { openStep } = useActions();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.noPlanTitle}</MessageBarTitle>
        {text.noPlan}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={() => openStep('review')}>
          {text.toReview}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Why a run did not begin, did not go on or could not be stopped. A plan that no longer holds leads back to Review. */
function RunRequestFailure() {
  const { openStep } = useActions();
  const request = useWizard((state) => state.runRequest);
  if (request.status !== 'failed') return null;
  const { failure } = request;
  if (failure.kind === 'plan-out-of-date')
    return <StalePlan differences={failure.differences} onReview={() => openStep('review')} />;
  const needsReview = failure.kind === 'refused' || failure.kind === 'unacknowledged';
  return (
    <FailureBar
      failure={failure}
      actions={
        needsReview && <Button onClick={() => openStep('review')}>{reviewText.openPage(stepTitles.review)}</Button>
      }
    />
  );
}
