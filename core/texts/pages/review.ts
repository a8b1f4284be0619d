import { plural } from '../../formats/plural.ts';
import type { ChangeStatus } from '../../plan/change.ts';

/** The Review page. */
export const reviewText = {
  lead: 'This is everything that will be done, in order. Nothing has been changed yet.',
  leadPrepare:
    'This is everything that the script will do, in order. The state of the deployment is not known here, so each step is written out in full.',
  planning: 'Comparing your answers with the deployment',
  stillPlanning: 'The plan is still being made.',
  incompleteTitle: 'Some answers are missing, so there is no plan yet',
  openPage: (page: string) => `Go to ${page}`,
  announced: (count: number) =>
    plural(count, { one: 'The plan has 1 change.', other: `The plan has ${count} changes.` }),
  summary: 'Summary',
  totals: {
    'would-change': 'would change',
    'already-right': 'already right',
    'not-applicable': 'not applicable',
    'cannot-tell': 'cannot tell',
    destructive: 'take something away',
  } satisfies Record<ChangeStatus | 'destructive', string>,
  nothingTitle: 'Everything is right already',
  nothingBody: 'No command has to run. Go on to verify it.',
  findingsTitle: 'Before you apply',
  findingsLead: (blockers: number, unread: number) => {
    if (blockers > 0)
      return plural(blockers, {
        one: 'One thing has to be resolved before this plan can be applied.',
        other: `${blockers} things have to be resolved before this plan can be applied.`,
      });
    if (unread > 0)
      return plural(unread, {
        one: '1 warning is still to be read.',
        other: `${unread} warnings are still to be read.`,
      });
    return 'Nothing stands in the way.';
  },
  findings: { blocker: 'Has to be resolved first', warning: 'Warning', note: 'For your information' },
  remedy: 'What to do:',
  haveRead: 'I have read this',
  unread: 'Not read yet',
  unreadTitle: (count: number) =>
    plural(count, {
      one: 'One warning is still to be read before you can go on',
      other: `${count} warnings are still to be read before you can go on`,
    }),
  changes: 'Changes',
  unchanged: {
    'already-right': 'Already right',
    'not-applicable': 'Not applicable',
    'cannot-tell': 'Cannot tell',
  },
  unchangedLeads: {
    'already-right': '',
    'not-applicable': 'Left as it is, for the reason given.',
    'cannot-tell': 'No command is run for these, because it cannot be told what there is.',
  },
  kinds: {
    set: 'Change',
    new: 'Create',
    remove: 'Remove',
    enable: 'Enable',
    disable: 'Disable',
    grant: 'Assign',
    replicate: 'Replicate',
  },
  destructive: 'Takes something away',
  affects: 'Affects',
  replicas: (count: number) => plural(count, { one: 'Reaches 1 server', other: `Reaches ${count} servers` }),
  replicasOf: (index: number, count: number) =>
    `Change ${index} reaches ${plural(count, { one: '1 server', other: `${count} servers` })}`,
  replicaHint: 'By replication, usually within a minute.',
  reversal: 'Taken back',
  reversalCommand: 'Show the command',
  reversalCommandOf: (index: number) => `Show the command that takes change ${index} back`,
  reversalCopy: (index: number) => `command that takes change ${index} back`,
  number: (index: number) => `Change ${index}`,
  command: 'Command',
  property: 'Property',
  before: 'Before',
  after: 'After',
  absent: 'not there',
  removed: 'removed',
  unknown: 'not known',
  empty: 'empty',
  differences: (sentence: string) => `What changes: ${sentence}`,
  scriptTitle: 'The whole script',
  scriptLead:
    'The same commands as one PowerShell script, to keep or to run yourself in the management shell. It refuses when the deployment has changed since, asks before each change, and takes its changes back with -Rollback.',
  scriptLeadPrepare:
    'Take this script to the deployment and run it there in the management shell, as a member of RTCUniversalServerAdmins. It changes only what is not right yet, and asks before each change.',
  showScript: 'Show script',
  hideScript: 'Hide script',
  copyScript: 'Copy script',
  saveScript: 'Save script',
  scriptSaved: (path: string) => `The script was saved at ${path}.`,
  script: 'Script',
  whatIfTitle: 'Ask the deployment first',
  whatIfLead:
    'Sends each command with -WhatIf: the deployment says in its own words what it would do, and changes nothing. The answers become part of a plan that you save.',
  whatIf: 'Ask with -WhatIf',
  asking: 'Asking the deployment',
  whatIfNothing: 'It said nothing.',
  saveTitle: 'Keep this plan',
  saveLead:
    'The plan as it stands here, with the answers that it was made from, as one JSON document. The command line applies exactly this plan, or nothing.',
  savePlan: 'Save this plan',
  planSaved: (path: string) => `The plan was saved at ${path}. Apply it from the command line with:`,
  planCommand: (deployment: string) => `skype-federation-setup apply --deployment ${deployment} --plan FILE`,
  again: 'Read the deployment and plan again',
  blockedTitle: 'This plan cannot be applied yet',
  goOnWithout: 'Go on without applying',
} as const;
