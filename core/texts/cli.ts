import type { RunOutcome } from '../run.ts';
import { reportTexts } from './report.ts';

/** Words of the command line that no page has. */
export const cliTexts = {
  description: 'Sets up, checks and reports the federation of Lync or Skype for Business Server with Skype.',
  commands: {
    detect: 'Find PowerShell and the management shell, and say what they are.',
    snapshot: 'Read everything that a plan needs, and print it.',
    plan: 'Show what would change, without changing anything. Exit code 3: changes are pending.',
    script: 'Write the plan as a PowerShell script that checks, asks, makes and takes back its changes.',
    apply: 'Make the changes of the plan, each read back. Asks first; --yes answers.',
    verify: 'Compare the deployment with the answers by reading only. Exit code 3: it differs.',
    show: 'Print Get-CsPublicProvider as the shell does.',
    report: 'Write the report as one HTML file.',
    'contact-address': 'Turn e-mail addresses of Microsoft accounts into addresses to type.',
  },
  options: {
    deployment: "what to work on: this computer's management shell, or a practice deployment",
    practiceProfile: 'the product that the practice deployment behaves as',
    practiceState: 'the file that holds the practice deployment',
    practiceFaults: 'a file of faults that the practice deployment makes on purpose',
    dataDir: 'where drafts, journals and the practice deployment are kept',
    answers: 'the answers file',
    out: 'the file to write',
    product: 'the product that a script is written for, without asking any deployment',
    yes: 'apply without asking',
    json: 'print exactly one JSON document on standard output',
  },
  answersNeeded: 'Name the answers file with --answers FILE.',
  answersUnreadable: (path: string, detail: string) => `The answers file ${path} cannot be read: ${detail}`,
  yesNeeded: 'Changes are pending and there is nobody to ask. Add --yes to apply them.',
  question: (count: number) => `Apply ${count === 1 ? 'this change' : `these ${count} changes`}? Type yes to go on: `,
  notConfirmed: 'Nothing was changed.',
  movedAside: (path: string) =>
    `The practice deployment could not be read. It was moved to ${path}, and a new one was made.`,
  nothingPending: 'Everything is right already. There is nothing to change.',
  totals: (pending: number, right: number, removals: number) =>
    `${pending} to change (${removals} of them ${removals === 1 ? 'removes' : 'remove'} something), ${right} already right.`,
  hash: (hash: string) => `Plan ${hash}`,
  removes: 'removes',
  journal: (path: string) => `Journal: ${path}`,
  written: (path: string) => `Written: ${path}`,
  stands: 'These changes stand in the deployment:',
  restored: 'Taken back:',
  restoreFailed: 'Could not be taken back. Run this by hand:',
  cancelling: 'Stopping after the command in hand.',
  journalFailed: 'The journal could not be written, so no further command was sent:',
  outcomes: reportTexts.outcomes satisfies Record<RunOutcome, string>,
} as const;
