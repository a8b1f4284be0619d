import type { Goal } from '../../goal.ts';
import type { RunOutcome } from '../../run/run-events.ts';

const PUBLISH_RECORD =
  'Publish _sipfederationtls._tcp on port 5061 for every SIP domain, and see that the Edge certificate has its name.';
const TELL_USERS = 'Tell users how to write addresses, and which alerts to set.';
const RUN_SCRIPT = 'Run the saved script in the management shell of the deployment.';
const CHECK_AGAIN = 'Check again after the next replication.';

/** The Report page. */
export const reportText = {
  lead: 'One file that shows what was asked for, what was done and what the deployment is like now. It opens in any browser, and holds no script and no external content.',
  holds: 'What it holds',
  parts: {
    request: 'The data of the request, and what was recorded of it',
    noRequest: 'No request: you chose to leave it out',
    readiness: 'What the network check found',
    environment: 'Product, module and PowerShell',
    plan: 'The plan: every change, with its command, before and after, whom it affects and how it is taken back',
    differences: 'How the deployment differs from what you want',
    run: 'What ran: times, results, what was read back, and who ran it',
    noRun: 'No run: nothing has been applied',
    proof: 'The proof that the check only read',
    verification: 'Get-CsPublicProvider, and how it compares with what was asked for',
    next: 'What to do next',
  },
  save: 'Save report',
  saving: 'Saving',
  saved: (path: string) => `The report was saved at ${path}.`,
  savedTitle: 'Saved',
  notSaved: 'The report was not saved.',
  runs: 'Runs on this deployment',
  runsLead: 'Each is kept with its journal, and can be taken back as long as changes of it stand.',
  noRuns: 'No run is recorded on this deployment.',
  when: 'When',
  goal: 'Goal',
  outcome: 'Outcome',
  outcomes: {
    done: 'Done',
    'nothing-to-do': 'Nothing to do',
    restored: 'Put back',
    'left-changed': 'Left changed',
    cancelled: 'Stopped',
    unknown: 'Not known',
  } satisfies Record<RunOutcome, string>,
  notEnded: 'Not ended',
  left: 'Left as it is',
  standing: 'Standing, by the record',
  standingOf: (standing: number, changes: number) => `${standing} of ${changes}`,
  action: 'What can be done',
  takeBack: 'Take back',
  takeBackNamed: (when: string) => `Take back the run of ${when}`,
  decideNamed: (when: string) => `Decide about the run of ${when} on Start`,
  moreRuns: (count: number) => `and ${count} earlier`,
  question: {
    title: (when: string) => `Take back the run of ${when}?`,
    settling: 'Reading what stands of it',
    body: 'These commands run, the last change first. What each changed is read back.',
    nothing: 'Nothing of this run stands any more, so there is nothing to take back.',
    stays: 'This stays:',
    notReady: 'Nothing can be taken back.',
    yes: 'Take it back',
    no: 'Not now',
  },
  nextTitle: 'What to do next',
  next: {
    'set-up': ['Keep the report with the documentation of the deployment.', PUBLISH_RECORD, TELL_USERS, CHECK_AGAIN],
    check: [
      'Keep the report as a record of how the deployment was when it was checked.',
      'Choose Set up on the Start page to mend what differs, or Retire to take out of use what has no service any more.',
    ],
    retire: [
      'Keep the report with the documentation of the deployment.',
      CHECK_AGAIN,
      'Tell users that Skype contacts stay in their lists, and stay offline.',
    ],
  } satisfies Record<Goal, readonly string[]>,
  nextPrepare: [
    RUN_SCRIPT,
    'Look at the output of Get-CsPublicProvider: Skype is listed and enabled.',
    PUBLISH_RECORD,
    TELL_USERS,
  ],
  nextPrepareRetire: [
    RUN_SCRIPT,
    'Look at the output of Get-CsPublicProvider: no provider of an ended service is enabled.',
  ],
  openGuide: "Microsoft's page on Skype connectivity",
} as const;
