import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SettledRun } from '../../../core/contract/contract.ts';
import { unfinishedText as text } from '../../../core/texts/pages/unfinished-run.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';

/** What is asked once more; rolling back has a question of its own. */
export type AskedAction = 'continue' | 'leave';

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  commands: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** Asks once more before a run is continued or left; `onAgreed` is called when the question has gone. */
export function ResumeQuestion(props: {
  readonly settled: SettledRun;
  /** Null: nothing is asked. */
  readonly action: AskedAction | null;
  readonly onAnswered: () => void;
  readonly onAgreed: (action: AskedAction) => void;
}) {
  const styles = useStyles();
  const { settled, action, onAnswered, onAgreed } = props;
  const [agreed, setAgreed] = useState<AskedAction | null>(null);
  // A question that is closing still shows what it asked.
  const [shown, setShown] = useState<AskedAction>('leave');
  if (action !== null && action !== shown) setShown(action);
  const { run, remaining } = settled;
  const isContinuing = shown === 'continue';
  return (
    <ConfirmDialog
      isOpen={action !== null}
      title={isContinuing ? text.questions.continue.title(remaining.length) : text.questions.leave.title}
      yes={text.questions[shown].yes}
      no={text.no}
      onAnswer={(hasAgreed) => {
        setAgreed(hasAgreed ? action : null);
        onAnswered();
      }}
      onReleased={() => {
        if (agreed !== null) onAgreed(agreed);
        setAgreed(null);
      }}
    >
      <Body1 as="p" className={styles.paragraph}>
        {text.questions[shown].body}
      </Body1>
      {isContinuing && (
        <>
          <div className={styles.commands}>
            {remaining.map(({ id, command }) => command !== null && <CodeBlock key={id} text={command} />)}
          </div>
          <Body1 as="p" className={styles.paragraph}>
            {run.deployment === 'local' ? text.local(run.product.name) : text.practice}
          </Body1>
        </>
      )}
    </ConfirmDialog>
  );
}
