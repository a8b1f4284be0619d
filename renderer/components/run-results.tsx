import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowUndo20Regular,
  CheckmarkCircle20Filled,
  Question20Regular,
  SubtractCircle20Regular,
} from '@fluentui/react-icons';
import { failureWords } from '../../core/texts/failures.ts';
import { unfinishedText as text } from '../../core/texts/pages/unfinished-run.ts';
import type { ChangeResult, RunChange } from '../../core/run/run.ts';
import { RunLine, RunLines } from './run-line.tsx';

type Fate = 'done' | 'not-done' | 'cannot-tell' | 'restored';

/** What reading the deployment tells of a change; what went wrong while it was made does not matter for that any more. */
const FATES: Readonly<Record<ChangeResult, Fate>> = {
  'already-right': 'done',
  done: 'done',
  waiting: 'not-done',
  failed: 'not-done',
  skipped: 'not-done',
  running: 'cannot-tell',
  'not-as-wanted': 'cannot-tell',
  unknown: 'cannot-tell',
  restored: 'restored',
};

const useStyles = makeStyles({
  done: { color: tokens.colorStatusSuccessForeground1 },
  'cannot-tell': { color: tokens.colorStatusWarningForeground3 },
  'not-done': { color: tokens.colorNeutralForeground3 },
  restored: { color: tokens.colorNeutralForeground3 },
});

const ICONS = {
  done: CheckmarkCircle20Filled,
  'not-done': SubtractCircle20Regular,
  'cannot-tell': Question20Regular,
  restored: ArrowUndo20Regular,
} as const satisfies Record<Fate, unknown>;

/** What became of each change of a run, in a word, with the reason where one failed. */
export function RunResults(props: { readonly label: string; readonly changes: readonly RunChange[] }) {
  const styles = useStyles();
  return (
    <RunLines label={props.label}>
      {props.changes.map(({ id, sentence, result, failure }) => {
        const fate = FATES[result];
        const Icon = ICONS[fate];
        return (
          <RunLine key={id} icon={<Icon className={styles[fate]} aria-hidden />} result={text.fates[fate]}>
            <Body1>{sentence}</Body1>
            {failure && <Body1>{failureWords(failure).title}</Body1>}
          </RunLine>
        );
      })}
    </RunLines>
  );
}
