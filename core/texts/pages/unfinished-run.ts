import { plural } from '../../formats/plural.ts';
import type { Goal } from '../../goal.ts';
import type { RunOutcome, RunOwner } from '../../run/run-events.ts';
import { applyText } from './apply.ts';
import { goalTitles } from './steps.ts';

/** What stands on Start, Review, Apply and Report about a run that was made before. */
export const unfinishedText = {
  title: (outcome: RunOutcome | null, when: string) => {
    if (outcome === null) return `The run of ${when} did not come to its end`;
    return outcome === 'unknown'
      ? `It is not known what the run of ${when} left behind`
      : `The run of ${when} left changes behind`;
  },
  startedBy: (goal: Goal, { user, host }: RunOwner) =>
    `${goalTitles[goal]}, started by ${user} on ${host}. Decide about it before another run is made.`,
  settling: 'Reading what became of each change',
  changes: 'What became of each change',
  fates: { done: 'Done', 'not-done': 'Not done', 'cannot-tell': 'Cannot tell', restored: 'Put back' },
  questions: {
    continue: {
      title: (count: number) =>
        plural(count, { one: 'Make the remaining change?', other: `Make the ${count} remaining changes?` }),
      body: 'These commands run, in this order. Each change is read back.',
      yes: 'Continue the run',
    },
    leave: {
      title: 'Leave the deployment as it is?',
      body: 'Nothing is changed. It is recorded that the run is left, and you are not asked about it again.',
      yes: 'Leave the run',
    },
  },
  no: 'Not yet',
  local: applyText.confirmLocal,
  practice: applyText.confirmPractice,
  left: 'The run is left as it is, and that is recorded.',
  decideFirst: 'A run on this deployment did not come to its end, or left changes behind. Decide about it first.',
  heldBackLead: 'A second run on top of an unfinished one would hide what the first has changed.',
  heldBackTitle: 'Decide about the unfinished run first',
  heldBackBody: 'The Start page shows what became of it. It can be continued, rolled back, or left as it is.',
  toStart: 'Go to Start',
} as const;
