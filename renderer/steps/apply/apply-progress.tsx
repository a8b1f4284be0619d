import { Button, Field, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RunChange, RunSnapshot } from '../../../core/run/run.ts';
import { applyText as text } from '../../../core/texts/pages/apply.ts';
import { useActions } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM },
  bar: { width: '100%' },
});

/** How far the run is. Taking back is not stopped half-way, so there is no button for it. */
export function RunProgress({ run, changes }: { readonly run: RunSnapshot; readonly changes: readonly RunChange[] }) {
  const styles = useStyles();
  const { cancelRun } = useActions();
  const [isCancelling, setIsCancelling] = useState(false);
  const isRollingBack = run.resumed.at(-1)?.action === 'rollback';
  const { done, count } = isRollingBack ? rollbackProgress(run) : applyProgress(changes);
  const cancel = () => {
    setIsCancelling(true);
    void cancelRun();
  };
  return (
    <div className={styles.progress}>
      <Field
        className={styles.bar}
        label={isRollingBack ? text.rollingBack : text.working}
        hint={isRollingBack ? text.rollingBackProgress(done, count) : text.progress(done, count)}
      >
        <ProgressBar value={done} max={Math.max(count, 1)} thickness="large" />
      </Field>
      {!isRollingBack && (
        <Button disabledFocusable={isCancelling} onClick={cancel}>
          {isCancelling ? text.cancelling : text.cancel}
        </Button>
      )}
    </div>
  );
}

function applyProgress(changes: readonly RunChange[]): { done: number; count: number } {
  return { done: changes.filter(({ result }) => result === 'done').length, count: changes.length };
}

function rollbackProgress({ rollback, restores }: RunSnapshot): { done: number; count: number } {
  const steps = (rollback ?? []).filter(({ status }) => status === 'would-change');
  const isEnded = (id: string) => restores.some((restore) => restore.id === id && restore.result !== 'running');
  return { done: steps.filter(({ id }) => isEnded(id)).length, count: steps.length };
}
