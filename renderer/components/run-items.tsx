import { Body1, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle';
import { Question20Regular } from '@fluentui/react-icons/svg/question';
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { ChangeResult, Restore, RunChange } from '../../core/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { FailureBar } from './failure-bar.tsx';
import { wrappable } from './code-block.tsx';
import { PropertyTable } from './property-table.tsx';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  command: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  parameter: { whiteSpace: 'nowrap' },
  icon: { alignSelf: 'start' },
  result: { textAlign: 'end', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  odd: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** One change of a run: its mark, its sentence and command, and whatever went wrong with it. */
export function RunChangeItem({ change }: { readonly change: RunChange }) {
  const styles = useStyles();
  const { result, sentence, command, durationMs, failure, warnings, after, readBack } = change;
  return (
    <li className={styles.item}>
      <ResultIcon result={result} />
      <div className={styles.body}>
        <Body1>{sentence}</Body1>
        {command !== null && <code className={styles.command}>{wrappable(command, styles.parameter)}</code>}
        {warnings.map((warning) => (
          <Caption1 key={warning}>
            {text.warning}: {warning}
          </Caption1>
        ))}
        {failure && <FailureBar failure={failure} />}
        {result === 'not-as-wanted' && (
          <>
            <Body1>{text.notAsWanted}</Body1>
            <PropertyTable
              label={text.readBack}
              before={after}
              after={readBack}
              headings={{ before: text.wanted, after: text.readBack }}
              whenAbsent={{ before: text.nothingReadBack, after: text.nothingReadBack }}
            />
          </>
        )}
      </div>
      <Caption1 className={styles.result}>
        {text.results[result]}
        {durationMs !== null && `, ${text.seconds(durationMs)}`}
      </Caption1>
    </li>
  );
}

/** A command that took an earlier change back. */
export function RunRestoreItem({ restore }: { readonly restore: Restore }) {
  const styles = useStyles();
  const { command, result, failure } = restore;
  return (
    <li className={styles.item}>
      <ResultIcon result={result === 'done' ? 'restored' : result} />
      <div className={styles.body}>
        <code className={styles.command}>{wrappable(command, styles.parameter)}</code>
        {failure && <FailureBar failure={failure} />}
      </div>
      <Caption1 className={styles.result}>{text.restoreResults[result]}</Caption1>
    </li>
  );
}

/** The mark of a result; the word for it stands at the end of the line. */
function ResultIcon({ result }: { readonly result: ChangeResult }): ReactNode {
  const styles = useStyles();
  switch (result) {
    case 'running':
      return <Spinner size="tiny" className={styles.icon} />;
    case 'done':
    case 'already-right':
      return <CheckmarkCircle20Filled className={styles.good} aria-hidden />;
    case 'failed':
      return <ErrorCircle20Filled className={styles.bad} aria-hidden />;
    case 'not-as-wanted':
      return <Warning20Filled className={styles.odd} aria-hidden />;
    case 'unknown':
      return <Question20Regular className={styles.odd} aria-hidden />;
    case 'restored':
      return <ArrowUndo20Regular className={styles.quiet} aria-hidden />;
    case 'skipped':
      return <SubtractCircle20Regular className={styles.quiet} aria-hidden />;
    case 'waiting':
      return <Circle20Regular className={styles.quiet} aria-hidden />;
  }
}
