import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../../core/failure.ts';
import { failureWords } from '../../core/texts/failures.ts';

const useStyles = makeStyles({
  lines: { display: 'block', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** A failure as data, shown in words: what happened, what it means, what to do. */
export function FailureBar(props: { readonly failure: Failure; readonly actions?: ReactNode }) {
  const styles = useStyles();
  const { title, detail, action } = failureWords(props.failure);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className={styles.lines}>{detail}</span>
        {action !== '' && <span className={styles.lines}>{action}</span>}
      </MessageBarBody>
      {props.actions && <MessageBarActions>{props.actions}</MessageBarActions>}
    </MessageBar>
  );
}
