import type { Connection } from '../deployment/deployment.ts';
import { plural } from '../formats/plural.ts';
import type { Goal } from '../goal.ts';
import type { ChangeStatus } from '../plan/change.ts';
import type { ResumeAction, RollbackStep, RunOutcome } from '../run/run-events.ts';
import type { ChangeResult } from '../run/run.ts';
import type { Verification } from '../run/verification.ts';
import type { NextStep } from './report.ts';

const statuses: Record<ChangeStatus, string> = {
  'would-change': 'Would change',
  'already-right': 'Already right',
  'not-applicable': 'Not applicable',
  'cannot-tell': 'Cannot tell',
};

const results: Record<ChangeResult, string> = {
  'already-right': 'Already right',
  waiting: 'Not started',
  running: 'Running',
  done: 'Done, and read back',
  'not-as-wanted': 'Reported success, but the value read back is another',
  failed: 'Failed',
  unknown: 'No answer; cannot tell',
  restored: 'Taken back',
  skipped: 'Not done',
};

const outcomes: Record<RunOutcome, string> = {
  done: 'Every change was made and read back.',
  'nothing-to-do': 'Everything was right already. Nothing was changed.',
  restored: 'Nothing of this run stands. The deployment is as it was before.',
  'left-changed': 'The run stopped, and some changes stand. They are listed below.',
  cancelled: 'The run was cancelled before anything was changed, or what was changed was taken back.',
  unknown: 'The run stopped, and the deployment could not be read afterwards. Read it before anything else is changed.',
};

const verdicts: Record<Verification['outcome'], string> = {
  'as-wanted': 'The deployment is as wanted.',
  differs: 'The deployment differs from what is wanted.',
  'cannot-tell': 'A part of the deployment could not be read, so this cannot be told.',
};

const nextSteps: Record<NextStep, string> = {
  'run-script':
    'Run the script in the management shell, as a member of RTCUniversalServerAdmins, then check with Get-CsPublicProvider.',
  apply: 'Some changes are still to be made. Review the plan and apply it.',
  mend: 'The deployment differs from what is wanted. Set up with the same answers to mend it.',
  'left-changed':
    'The last run left changes behind. Compare them with the plan above, and apply again or take them back.',
  replication: 'Wait until replication has reached every server. It usually takes less than a minute.',
  'sign-in-again': 'Ask users to sign out and in again, so that the new provider shows in the client.',
  'add-contacts':
    'Users add a contact by the e-mail of its Microsoft account, never by a Skype name. Outside msn.com, outlook.com, live.com and hotmail.com the address is written user(domain)@msn.com.',
  'service-ended':
    'Microsoft ended consumer Skype on 5 May 2025. The configuration is complete, but no live service stands behind it. To retire it, disable or remove the provider.',
  'contacts-stay': 'Tell users that Skype contacts stay in their lists, and stay offline.',
  keep: 'Keep this report with the documentation of the deployment.',
};

const goals: Record<Goal, string> = {
  'set-up': 'Set up federation with Skype',
  check: 'Check, by reading only',
  retire: 'Retire public providers',
};

const resumeActions: Record<ResumeAction, string> = {
  continue: 'continued',
  rollback: 'taken back',
  leave: 'left as it is',
};

const rollbackStates: Record<RollbackStep['status'], string> = {
  'would-change': 'Taken back',
  'already-right': 'Was as before already',
  'not-applicable': 'Stays',
  'cannot-tell': 'Cannot be taken back',
};

/** Every word of the report, and the words that the pages share with it. */
export const reportTexts = {
  title: 'Skype federation report',
  statuses,
  results,
  outcomes,
  verdicts,
  nextSteps,
  goals,
  resumeActions,
  rollbackStates,
  deployments: {
    local: "This computer's management shell",
    practice: 'Practice deployment',
    prepare: 'None: prepared for a stated product',
  },
  headings: {
    summary: 'Summary',
    request: 'Provisioning request',
    requestRecord: 'What became of the request',
    environment: 'Environment',
    readiness: 'Network readiness',
    run: 'What ran',
    rollback: 'How it was taken back',
    proof: 'Proof that this only read',
    plan: 'Plan as of now',
    differences: 'How the deployment differs',
    provider: 'Public provider',
    shell: 'Get-CsPublicProvider',
    replication: 'Replication',
    next: 'What to do next',
    script: 'Script',
  },
  labels: {
    goal: 'Goal',
    created: 'Created',
    program: 'Program',
    deployment: 'Deployment',
    product: 'Product',
    module: 'Module',
    powershell: 'PowerShell',
    agreement: 'Agreement',
    terms: 'Terms accepted',
    primaryContact: 'Primary contact',
    alternateContact: 'Alternate contact',
    accessEdgeFqdn: 'Access Edge FQDN',
    sipDomains: 'SIP domains',
    started: 'Started',
    ended: 'Ended',
    runId: 'Run',
    owner: 'Started by',
    resumed: 'Gone on with',
    acknowledged: 'Warnings that were read and accepted',
    affects: 'Affects:',
    reversal: 'Taken back:',
    step: 'Step',
    byHand: 'What still stands is taken back by these commands, in this order:',
    planHash: 'Plan hash',
    change: 'Change',
    command: 'Command',
    result: 'Result',
    duration: 'Time',
    property: 'Property',
    before: 'Before',
    after: 'After',
    wanted: 'Wanted',
    actual: 'Actual',
    readBack: 'Read back',
    meaning: 'Meaning',
    agrees: 'Agrees',
    removes: 'Removes',
    takenBack: 'Taken back',
    domain: 'Domain or subject',
    finding: 'Finding',
    cause: 'Cause',
    remedy: 'Remedy',
  },
  module: ({ name, version, path, behavesAs }: Connection['module']) =>
    `${name} ${version}, ${path}${behavesAs === undefined ? '' : `, in place of ${behavesAs}`}`,
  noRequest: 'No provisioning request is kept in this setup. The provisioning portal closed on 15 August 2019.',
  requestNote:
    'The provisioning portal closed on 15 August 2019. This is a record: a deployment is found by its federation DNS record and its certificate.',
  noRun: 'No run of this program is recorded for this deployment.',
  notRead: 'Nothing was read: the plan was prepared for a stated product.',
  goodFindings: (count: number) => plural(count, { one: '1 check is good.', other: `${count} checks are good.` }),
  notChecked: 'Not checked, because the check was cancelled:',
  nothing: 'none',
  yes: 'yes',
  acceptedAt: (at: string) => `yes, on ${at}`,
  no: 'no',
  notAsked: 'not asked for',
} as const;
