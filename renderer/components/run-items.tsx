import { Body1, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowUndo20Regular,
  CheckmarkCircle20Filled,
  Circle20Regular,
  ErrorCircle20Filled,
  Question20Regular,
  SubtractCircle20Regular,
  Warning20Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ChangeResult, Restore, RunChange } from '../../core/run/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { FailureBar } from './failure-bar.tsx';
import { PropertyTable } from './property-table.tsx';
import { RunCommand, RunLine } from './run-line.tsx';

const useStyles = makeStyles({
  icon: { alignSelf: 'start' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  odd: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** One change of a run: its mark, its sentence and command, and whatever went wrong with it. */
export function RunChangeItem({ change }: { readonly change: RunChange }) {
  const { sentence, command, durationMs, failure, warnings, after, readBack } = change;
  // What was sent, failed and turned out not to be made has failed; "not run" is for what was never sent.
  const result = change.result === 'skipped' && failure ? 'failed' : change.result;
  const took = durationMs === null ? '' : `, ${text.seconds(durationMs)}`;
  return (
    <RunLine icon={<ResultIcon result={result} />} result={`${text.results[result]}${took}`}>
      <Body1>{sentence}</Body1>
      {command !== null && <RunCommand text={command} />}
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
    </RunLine>
  );
}

/** A command that took an earlier change back, and what it was that it took back. */
export function RunRestoreItem({ restore, sentence }: { readonly restore: Restore; readonly sentence: string | null }) {
  const { command, result, failure } = restore;
  return (
    <RunLine
      icon={<ResultIcon result={result === 'done' ? 'restored' : result} />}
      result={text.restoreResults[result]}
    >
      {sentence !== null && <Body1>{sentence}</Body1>}
      <RunCommand text={command} />
      {failure && <FailureBar failure={failure} />}
    </RunLine>
  );
}

/** The mark of a result; the word for it stands at the end of the line. */
export function ResultIcon({ result }: { readonly result: ChangeResult }): ReactNode {
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
