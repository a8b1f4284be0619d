import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { RunSnapshot } from '../../../core/run/run.ts';
import { applyText as text } from '../../../core/texts/pages/apply.ts';
import { shellText } from '../../../core/texts/pages/shell.ts';
import { CommandsByHand } from '../../components/commands-by-hand.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { RollbackPlan } from '../../components/rollback-plan.tsx';
import { awaitsDecision } from '../../state/page-problems.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

/** What can be done with a run that has stopped: asked of the deployment as it is now, and decided here. */
export function RunDecision({ run }: { readonly run: RunSnapshot }) {
  const { copy } = useActions();
  const settling = useWizard((state) => state.settled.status);
  // Where this program can take it back, the commands stand in its plan; by hand is for when it could not, or may not.
  const isByHand = !awaitsDecision(run) || run.rollback !== null || settling === 'failed';
  return (
    <>
      {awaitsDecision(run) && <Decision run={run} />}
      {isByHand && run.byHand.length > 0 && <CommandsByHand commands={run.byHand} onCopy={copy} />}
    </>
  );
}

function Decision({ run: { id, deployment } }: { readonly run: RunSnapshot }) {
  const { settleRun, resumeRun } = useActions();
  const settled = useWizard((state) => state.settled);
  const isBusy = useWizard((state) => state.runRequest.status === 'loading');
  const isIdle = settled.status === 'idle';
  useEffect(() => {
    if (isIdle) void settleRun(deployment, id);
  }, [isIdle, settleRun, deployment, id]);
  if (settled.status === 'failed')
    return (
      <FailureBar
        failure={settled.failure}
        actions={<Button onClick={() => void settleRun(deployment, id)}>{shellText.retry}</Button>}
      />
    );
  if (settled.status !== 'ready') return <Loading label={text.settling} />;
  return <RollbackPlan settled={settled.value} isBusy={isBusy} onResume={(action) => void resumeRun(action)} />;
}
