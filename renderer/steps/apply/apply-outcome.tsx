import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarIntent,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { RunOutcome } from '../../../core/run/run-events.ts';
import type { RunSnapshot } from '../../../core/run/run.ts';
import { applyText as text } from '../../../core/texts/pages/apply.ts';
import { reviewText } from '../../../core/texts/pages/review.ts';
import { stepTitles } from '../../../core/texts/pages/steps.ts';
import { awaitsDecision } from '../../state/page-problems.ts';
import { useActions } from '../../hooks/wizard-context.tsx';

const INTENTS = {
  done: 'success',
  'nothing-to-do': 'success',
  restored: 'warning',
  'left-changed': 'error',
  cancelled: 'info',
  unknown: 'error',
} as const satisfies Record<RunOutcome, MessageBarIntent>;

interface OutcomeWords {
  readonly title: string;
  readonly body: string;
  readonly intent: MessageBarIntent;
}

/** What the outcome means after the last decision about the run. */
function outcomeWords(outcome: RunOutcome, { resumed }: RunSnapshot): OutcomeWords {
  const last = resumed.at(-1)?.action;
  if (last === 'rollback' && outcome === 'restored') return { ...text.rolledBack, intent: 'success' };
  if (last === 'rollback' && outcome === 'left-changed') return { ...text.rolledBackInPart, intent: 'error' };
  if (last === 'leave' && outcome === 'left-changed') return { ...text.left, intent: 'warning' };
  return { ...text.outcomes[outcome], intent: INTENTS[outcome] };
}

/** How a run ended, in plain words, and the page to go to from there. */
export function RunOutcomeBar({ run }: { readonly run: RunSnapshot }) {
  const { openStep, skipTo } = useActions();
  const { outcome, isCancelled } = run;
  if (outcome === null) return null;
  const { title, body, intent } = outcomeWords(outcome, run);
  const isDone = outcome === 'done' || outcome === 'nothing-to-do';
  const isUnknown = outcome === 'unknown';
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {isCancelled && outcome !== 'cancelled' ? `${text.stoppedAsAsked} ${body}` : body}
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
