import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { RunOutcome } from '../../core/run-events.ts';
import type { RunSnapshot } from '../../core/run.ts';
import { applyText as text } from '../../core/texts/pages/apply.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { awaitsDecision } from '../gates.ts';
import { useActions } from '../wizard-context.tsx';

const INTENTS = {
  done: 'success',
  'nothing-to-do': 'success',
  restored: 'warning',
  'left-changed': 'error',
  cancelled: 'info',
  unknown: 'error',
} as const satisfies Record<RunOutcome, string>;

/** What the outcome means after the last decision about the run. */
function outcomeWords({ outcome, resumed }: RunSnapshot): { title: string; body: string } | null {
  if (outcome === null) return null;
  const last = resumed.at(-1)?.action;
  if (last === 'rollback' && outcome === 'restored') return text.rolledBack;
  if (last === 'rollback' && outcome === 'left-changed') return text.rolledBackInPart;
  if (last === 'leave' && outcome === 'left-changed') return text.left;
  return text.outcomes[outcome];
}

/** How a run ended, in plain words, and the page to go to from there. */
export function RunOutcomeBar({ run }: { readonly run: RunSnapshot }) {
  const { openStep, skipTo } = useActions();
  const { outcome, isCancelled } = run;
  const words = outcomeWords(run);
  if (outcome === null || words === null) return null;
  const isDone = outcome === 'done' || outcome === 'nothing-to-do';
  const isUnknown = outcome === 'unknown';
  return (
    <MessageBar intent={words === text.rolledBack ? 'success' : INTENTS[outcome]} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {isCancelled && outcome !== 'cancelled' ? `${text.stoppedAsAsked} ${words.body}` : words.body}
      </MessageBarBody>
      {!isDone && (isUnknown || !awaitsDecision(run)) && (
        <MessageBarActions>
          <Button onClick={() => (isUnknown ? skipTo('verify') : openStep('review'))}>
            {reviewText.openPage(stepTitles[isUnknown ? 'verify' : 'review'])}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
