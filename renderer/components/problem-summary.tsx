import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { shellText } from '../../core/texts/pages/shell.ts';

/** One line of the summary: what is missing and where. */
export interface SummaryProblem {
  readonly key: string;
  readonly text: string;
  readonly onOpen: (() => void) | null;
}

const MAX_SHOWN = 8;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  bar: { outlineStyle: 'none' },
  // The bullet of a link that wraps stands at its first line.
  link: { textAlign: 'start', verticalAlign: 'top' },
});

/** Everything that keeps the page from being finished; each entry leads to its field. */
export function ProblemSummary(props: {
  readonly id: string;
  readonly title: string;
  readonly problems: readonly SummaryProblem[];
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  const shown = props.problems.slice(0, MAX_SHOWN);
  const more = props.problems.length - shown.length;
  return (
    <MessageBar id={props.id} tabIndex={-1} intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle>
        <ul className={styles.list}>
          {shown.map(({ key, text, onOpen }) => (
            <li key={key}>
              {onOpen ? (
                <Link as="button" inline className={styles.link} onClick={onOpen}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </li>
          ))}
          {more > 0 && <li>{shellText.moreProblems(more)}</li>}
        </ul>
      </MessageBarBody>
      {props.actions && <MessageBarActions>{props.actions}</MessageBarActions>}
    </MessageBar>
  );
}
