import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Field,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { RunOutcome } from '../../core/run-events.ts';
import { type RunChange, type RunSnapshot, isRunning } from '../../core/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { FailureBar } from '../components/failure-bar.tsx';
import { RunChangeItem, RunRestoreItem } from '../components/run-items.tsx';
import { RunLines } from '../components/run-line.tsx';
import { Section } from '../components/section.tsx';
import { useActions } from '../wizard-context.tsx';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM },
  bar: { width: '100%' },
});

/** A run: how far it is, what became of each change, what was put back, and how it ended. */
export function RunView({ run }: { readonly run: RunSnapshot }) {
  const changes = run.changes.filter((change) => change.command !== null);
  useChangeAnnouncements(changes);
  return (
    <>
      {isRunning(run) ? (
        <Progress changes={changes} />
      ) : (
        run.outcome && <Outcome outcome={run.outcome} isCancelled={run.isCancelled} />
      )}
      {run.journalFailure && <FailureBar failure={run.journalFailure} />}
      {changes.length > 0 && (
        <Section title={text.changes}>
          <RunLines>
            {changes.map((change) => (
              <RunChangeItem key={change.id} change={change} />
            ))}
          </RunLines>
        </Section>
      )}
      {run.restores.length > 0 && (
        <Section title={text.restores}>
          <RunLines>
            {run.restores.map((restore) => (
              <RunRestoreItem key={restore.id} restore={restore} sentence={null} />
            ))}
          </RunLines>
        </Section>
      )}
    </>
  );
}

function Progress({ changes }: { readonly changes: readonly RunChange[] }) {
  const styles = useStyles();
  const { cancelRun } = useActions();
  const [isCancelling, setIsCancelling] = useState(false);
  const ended = changes.filter(({ result }) => result !== 'waiting' && result !== 'running').length;
  const cancel = () => {
    setIsCancelling(true);
    void cancelRun();
  };
  return (
    <div className={styles.progress}>
      <Field className={styles.bar} label={text.working} hint={text.progress(ended, changes.length)}>
        <ProgressBar value={ended} max={Math.max(changes.length, 1)} thickness="large" />
      </Field>
      <Button disabledFocusable={isCancelling} onClick={cancel}>
        {isCancelling ? text.cancelling : text.cancel}
      </Button>
    </div>
  );
}

const INTENTS = {
  done: 'success',
  'nothing-to-do': 'success',
  restored: 'warning',
  'left-changed': 'error',
  cancelled: 'info',
  unknown: 'error',
} as const satisfies Record<RunOutcome, string>;

function Outcome({ outcome, isCancelled }: { readonly outcome: RunOutcome; readonly isCancelled: boolean }) {
  const { openStep, skipTo } = useActions();
  const { title, body } = text.outcomes[outcome];
  const isDone = outcome === 'done' || outcome === 'nothing-to-do';
  return (
    <MessageBar intent={INTENTS[outcome]} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {isCancelled && outcome !== 'cancelled' ? `${text.stoppedAsAsked} ${body}` : body}
      </MessageBarBody>
      {!isDone && (
        <MessageBarActions>
          <Button onClick={() => (outcome === 'unknown' ? skipTo('verify') : openStep('review'))}>
            {reviewText.openPage(stepTitles[outcome === 'unknown' ? 'verify' : 'review'])}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Says each result once, as it comes. */
function useChangeAnnouncements(changes: readonly RunChange[]): void {
  const { announce } = useAnnounce();
  const known = useRef(new Map(changes.map(({ id, result }) => [id, result])));
  useEffect(() => {
    for (const { id, result, sentence } of changes) {
      if (known.current.get(id) === result) continue;
      known.current.set(id, result);
      if (result !== 'waiting') announce(text.announceChange(sentence, text.results[result]), { polite: true });
    }
  }, [announce, changes]);
}
