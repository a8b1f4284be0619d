import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SettledRun } from '../../../core/contract/contract.ts';
import type { RunSummary } from '../../../core/run/run.ts';
import { reportText } from '../../../core/texts/pages/report.ts';
import { unfinishedText } from '../../../core/texts/pages/unfinished-run.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Loading } from '../../components/loading.tsx';
import { whenText } from '../../components/when-text.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const text = reportText.question;

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  commands: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** Asks before a finished run is taken back, with exactly the commands that run. `onReleased`: the question has gone. */
export function TakeBackQuestion({ run, onReleased }: { readonly run: RunSummary; readonly onReleased: () => void }) {
  const { decide, forgetSettled } = useActions();
  const settled = useWizard((state) => state.settled);
  const [answer, setAnswer] = useState<'none' | 'yes' | 'no'>('none');
  const isReady = settled.status === 'ready' && settled.value.rollback.some(({ status }) => status === 'would-change');
  return (
    <ConfirmDialog
      isOpen={answer === 'none'}
      title={text.title(whenText(run.startedAt))}
      yes={text.yes}
      no={text.no}
      notReady={isReady ? null : settled.status === 'loading' ? text.settling : text.notReady}
      onAnswer={(isAgreed) => setAnswer(isAgreed ? 'yes' : 'no')}
      onReleased={() => {
        if (answer === 'yes') void decide('rollback');
        else forgetSettled();
        onReleased();
      }}
    >
      {settled.status === 'loading' && <Loading label={text.settling} />}
      {settled.status === 'failed' && <FailureBar failure={settled.failure} />}
      {settled.status === 'ready' && <Steps settled={settled.value} />}
    </ConfirmDialog>
  );
}

function Steps({ settled: { run, rollback } }: { readonly settled: SettledRun }) {
  const styles = useStyles();
  const taken = rollback.filter(({ status }) => status === 'would-change');
  const staying = rollback.filter(({ status }) => status === 'not-applicable' || status === 'cannot-tell');
  return (
    <>
      <Body1 as="p" className={styles.paragraph}>
        {taken.length > 0 ? text.body : text.nothing}
      </Body1>
      <div className={styles.commands}>
        {taken.map(({ id, command }) => command !== null && <CodeBlock key={id} text={command} />)}
      </div>
      {staying.length > 0 && (
        <>
          <Body1>{text.stays}</Body1>
          <ul className={styles.list}>
            {staying.map(({ id, sentence, reason }) => (
              <li key={id}>
                {sentence} {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {taken.length > 0 && (
        <Body1 as="p" className={styles.paragraph}>
          {run.deployment === 'local' ? unfinishedText.local(run.product.name) : unfinishedText.practice}
        </Body1>
      )}
    </>
  );
}
