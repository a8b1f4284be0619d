import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { isRunning } from '../../core/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { FailureBar } from '../components/failure-bar.tsx';
import { Loading } from '../components/loading.tsx';
import { useState } from 'react';
import { ApplyDialog, ApplyReady } from './apply-confirmation.tsx';
import { RunView } from './apply-run.tsx';
import { StepPage } from '../step-page.tsx';
import { useFocusKept } from '../use-focus-kept.ts';
import { useActions, useWizard } from '../wizard-context.tsx';

/** Applies the reviewed plan, shows the run while it goes on, and says in plain words how it ended. */
export function ApplyPage() {
  const run = useWizard((state) => state.run);
  const isOn = isRunning(run);
  const [question, setQuestion] = useState<'not-asked' | 'open' | 'closing'>('not-asked');
  useFocusKept();
  return (
    <StepPage title={stepTitles.apply} lead={text.lead}>
      <RunRequestFailure />
      {!isOn && <NextRun hasRun={run !== null} onAsk={() => setQuestion('open')} />}
      {run && <RunView run={run} />}
      {question !== 'not-asked' && (
        <ApplyDialog
          isOpen={question === 'open'}
          onClose={() => setQuestion('closing')}
          onClosed={() => setQuestion('not-asked')}
        />
      )}
    </StepPage>
  );
}

/** What could be applied now: the reviewed plan, nothing, or a plan that is still to be reviewed. */
function NextRun({ hasRun, onAsk }: { readonly hasRun: boolean; readonly onAsk: () => void }) {
  const plan = useWizard((state) => state.plan);
  const isStarting = useWizard((state) => state.runRequest.status === 'loading');
  if (isStarting) return <Loading label={text.starting} />;
  if (plan.status === 'ready') return <ApplyReady plan={plan.value} onAsk={onAsk} />;
  return hasRun ? null : <NoPlan />;
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

/** Why a run did not begin or could not be stopped. A plan that no longer holds leads back to Review. */
function RunRequestFailure() {
  const { openStep } = useActions();
  const request = useWizard((state) => state.runRequest);
  if (request.status !== 'failed') return null;
  const { failure } = request;
  const needsReview = failure.kind === 'plan-out-of-date' || failure.kind === 'refused';
  return (
    <FailureBar
      failure={failure}
      actions={
        needsReview && (
          <Button appearance="primary" onClick={() => openStep('review')}>
            {reviewText.openPage(stepTitles.review)}
          </Button>
        )
      }
    />
  );
}
