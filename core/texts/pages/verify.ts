import { assertNever } from '../../failure.ts';
import { counted } from '../../formats/plural.ts';
import type { Goal } from '../../goal.ts';
import type { Subject } from '../../plan/change.ts';
import type { ShellAccount, Verification } from '../../run/verification.ts';

type Outcomes = Record<Verification['outcome'], { readonly title: string; readonly body: string }>;

const CANNOT_TELL = {
  title: 'Not everything could be compared',
  body: 'What is known is shown below.',
} as const;

/** The Verify page; for a check, the page that shows how the deployment differs. */
export const verifyText = {
  leads: {
    'set-up': 'The deployment is read again and compared with what you asked for. Nothing is changed.',
    check: 'The deployment is read and compared with what you want. Nothing is changed.',
    retire:
      'The deployment is read again, to see what is out of use now and that federation is as it was. Nothing is changed.',
  } satisfies Record<Goal, string>,
  checking: 'Reading the deployment',
  again: 'Check again',
  outcomes: {
    'set-up': {
      'as-wanted': {
        title: 'Everything is as you asked for',
        body: 'The provider is there, and every setting agrees.',
      },
      differs: {
        title: 'Something is not as you asked for',
        body: 'The differences are marked below. If you have not applied the plan yet, this is what it would change.',
      },
      'cannot-tell': CANNOT_TELL,
    },
    check: {
      'as-wanted': { title: 'The deployment is as you want it', body: 'Nothing differs.' },
      differs: {
        title: 'The deployment differs from what you want',
        body: 'Each difference is listed below. Choose Set up on the Start page to mend them.',
      },
      'cannot-tell': CANNOT_TELL,
    },
    retire: {
      'as-wanted': {
        title: 'Everything is retired as you asked',
        body: 'What was to be taken out of use is out of use.',
      },
      differs: {
        title: 'Something is not retired yet',
        body: 'It is marked below. If you have not applied the plan yet, this is what it would change.',
      },
      'cannot-tell': CANNOT_TELL,
    },
  } satisfies Record<Goal, Outcomes>,
  proofTitle: 'Proof that this only read',
  proof: ({ readOnly, reads, writes, refused }: ShellAccount) =>
    `Since it was opened, the shell of this check has run ${counted(reads, { one: 'cmdlet that reads', other: 'cmdlets that read' })} and ${counted(writes, { one: 'that changes something', other: 'that change something' })}, and has refused ${refused}. ${readOnly ? 'It refuses every cmdlet that changes something.' : 'It does not refuse cmdlets that change something.'}`,
  differences: (number: number) => counted(number, { one: 'difference', other: 'differences' }),
  agreeing: 'As you want it',
  unknown: 'Cannot be told',
  subject: (subject: Subject) => {
    switch (subject.type) {
      case 'access-edge':
        return 'Access Edge';
      case 'policy':
        return `External access policy "${subject.identity}"`;
      case 'provider':
        return `Public provider "${subject.identity}"`;
      case 'user':
        return `User ${subject.identity}`;
      default:
        return assertNever(subject);
    }
  },
  differsLabel: (subject: string) => `What differs: ${subject}`,
  isWanted: 'Wanted',
  isSo: 'In the deployment',
  absent: 'not there',
  card: (identity: string) => `The provider ${identity}`,
  noProvider: 'There is no such provider in the deployment.',
  property: 'Property',
  wanted: 'Asked for',
  actual: 'In the deployment',
  verdict: 'Compared',
  same: 'As asked',
  different: 'Differs',
  notAsked: 'Not asked for',
  empty: 'empty',
  providers: 'Public providers',
  noProviders: 'The deployment has no provider that was to be retired.',
  provider: 'Provider',
  state: 'State',
  gone: 'Gone',
  disabled: 'Disabled',
  enabled: 'Enabled',
  policies: 'External access policies',
  policiesLeft: 'They were to be left as they are.',
  policy: 'Policy',
  publicUsers: 'Public users',
  allowed: 'Allowed',
  notAllowed: 'Not allowed',
  notKnown: 'Not known',
  stillNeeded: 'Stays: still needed',
  federation: 'Organisation-wide federation',
  federationNow: (isOn: boolean) => `Federation is ${isOn ? 'on' : 'off'} now`,
  federationAsBefore: 'This is as it was before the run.',
  federationChanged: 'It was switched in the run, or has been switched since.',
  federationLeft: 'The switch was to be left as it is.',
  output: 'Get-CsPublicProvider, as the shell prints it',
  outputName: 'Output',
  noOutput: 'The shell printed nothing: there is no public provider.',
  settings: 'Other settings',
  replication: 'Replication',
  replicationLead: 'Changes travel from the Central Management Store to every server, usually within a minute.',
  watching: 'Not every server has the changes yet. This is looked at again every few seconds while the page is open.',
  askingServers: 'Asking which servers have the changes',
  replicated: 'Replication: every server is up to date.',
  replica: 'Server',
  upToDate: 'Up to date',
  behind: 'Behind',
  noReplicas: 'The deployment reports no replicas.',
} as const;
