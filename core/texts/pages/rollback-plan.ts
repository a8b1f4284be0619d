import { plural } from '../../formats/plural.ts';
import type { RollbackStep } from '../../run/run-events.ts';

/** What can be done with a run that did not come to its end: on Apply after a failure, and on Start after a restart. */
export const rollbackPlanText = {
  title: 'What to do with this run',
  lead: 'The deployment was read again for this. Rolling back touches only what the run changed, the last change first.',
  steps: 'Rolling back',
  nothing: 'Nothing of this run stands, so there is nothing to roll back.',
  states: {
    'would-change': 'Would be taken back',
    'already-right': 'As before already',
    'not-applicable': 'Stays',
    'cannot-tell': 'Cannot be taken back',
  } satisfies Record<RollbackStep['status'], string>,
  remaining: (count: number) =>
    plural(count, { one: 'Continuing makes 1 change', other: `Continuing makes ${count} changes` }),
  cannotContinue: 'It cannot be continued, because what became of a change cannot be told.',
  rollBack: 'Roll back',
  continue: 'Continue',
  leave: 'Leave it',
  leaveHint: 'Leaving it changes nothing, and records that you decided so.',
  goingOn: 'Going on with the run',
  askTitle: (count: number) => plural(count, { one: 'Roll back 1 change?', other: `Roll back ${count} changes?` }),
  askBody: (count: number) =>
    plural(count, {
      one: '1 command runs. What it changed is read back, and the journal goes on.',
      other: `${count} commands run, one after the other. What each changed is read back, and the journal goes on.`,
    }),
  askYes: 'Roll back now',
  askNo: 'Not yet',
  byHand: 'Commands to run by hand',
  byHandLead:
    'They take back what still stands, in this order, in the management shell. Leave out the command of a step that stays for a reason, unless you are sure.',
  copyByHand: 'Copy the commands',
} as const;
