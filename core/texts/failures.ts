/**
 * Words that belong to no room alone: failures, the command line, the window; `pages` has those of the wizard, a file a
 * page. What one room says lies beside its rules, as `*-texts`.
 */

import type { Difference, Failure } from '../failure.ts';
import { utcMinute } from '../formats/times.ts';

/** A failure in words: what happened, and what to do. */
export interface FailureWords {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
}

const INSTALL_SHELL =
  'Install the Lync Server or Skype for Business Server administrative tools on this computer, or run this program on a Front End Server. Until then you can practise, or prepare a script.';

/** Each kind of failure with what it holds. */
type FailureOf = { readonly [Kind in Failure['kind']]: Extract<Failure, { readonly kind: Kind }> };

/** Every kind has its own words; a new kind does not compile until it has. */
const WORDS: { readonly [Kind in keyof FailureOf]: (failure: FailureOf[Kind]) => FailureWords } = {
  'invalid-request': ({ detail }) => words('The request was refused.', detail, 'Start the program again.'),
  'invalid-answers': ({ problems }) =>
    words(
      'The answers are not complete.',
      problems.map(({ path, message }) => `${path}: ${message}`).join('\n'),
      'Correct the places named.',
    ),
  'powershell-missing': ({ searched }) =>
    words(
      'PowerShell was not found.',
      `Looked for: ${searched.join(', ')}.`,
      'Install Windows PowerShell 5.1 (part of Windows), then try again. Without it you can prepare a script.',
    ),
  'powershell-not-starting': ({ path, detail }) =>
    words('PowerShell did not start.', `${path}: ${detail}`, 'Start it by hand to see why, then try again.'),
  'module-missing': ({ detail }) => words('The management shell was not found.', detail, INSTALL_SHELL),
  'practice-state-invalid': ({ detail }) =>
    words('The practice deployment could not be read.', detail, 'Move the file away to start with a new one.'),
  'practice-state-of-other-profile': ({ detail }) =>
    words(
      'The practice deployment is of another product.',
      detail,
      'Name the profile that the file belongs to, or another file.',
    ),
  'practice-faults-invalid': ({ detail }) =>
    words('The faults of the practice deployment cannot be used.', detail, 'Correct the file, or leave it out.'),
  'powershell-lost': ({ reason, during, detail }) =>
    words(
      reason === 'timed-out' ? 'PowerShell did not answer in time.' : 'PowerShell ended unexpectedly.',
      `${detail} It was working on: ${during}. Whether that took effect is not known until the deployment is read again.`,
      'Read the deployment again to see what is so.',
    ),
  'unreadable-answer': ({ during, detail }) =>
    words('PowerShell gave an answer that cannot be read.', `${during}: ${detail}`, 'Read the deployment again.'),
  'cmdlet-failed': ({ during, error }) =>
    words(
      `${error.cmdlet ?? during} failed.`,
      `${error.message}\nError id: ${error.errorId}`,
      'Correct what the message names, then try again. If it speaks of access or rights, use an account that is in RTCUniversalServerAdmins.',
    ),
  refused: ({ findings }) =>
    words(
      'The plan is not applied.',
      findings.map((finding) => finding.message).join('\n'),
      findings.map((finding) => finding.remedy).join('\n'),
    ),
  'plan-out-of-date': ({ differences }) =>
    words(
      'The deployment has changed since the plan was made.',
      [
        'Nothing was changed. The plan that you reviewed is not the one that would run now.',
        ...differences.map(differenceText),
      ].join('\n'),
      'Make a new plan, review it, then apply it.',
    ),
  unacknowledged: ({ findings }) =>
    words(
      'Warnings have not been acknowledged.',
      findings.map((finding) => finding.message).join('\n'),
      'Read each warning and acknowledge it, or mend its cause.',
    ),
  'invalid-plan': ({ path, detail }) =>
    words(
      'This saved plan cannot be used. Nothing was changed.',
      `${path}: ${detail}`,
      'Make a new plan with plan --out FILE.',
    ),
  'only-checking': () =>
    words(
      'The goal of these answers is to check, so nothing is applied.',
      'A check reads only.',
      'Use verify to see how the deployment differs, or set the goal to set-up.',
    ),
  'no-such-run': ({ runId, detail }) =>
    words(
      'There is no such run.',
      runId === '' ? detail : `${runId}: ${detail}`,
      'Use runs to list the runs of this deployment.',
    ),
  'run-damaged': ({ runId, path }) =>
    words(
      `The record of the run ${runId} is damaged.`,
      `Its first line, which holds the commands, was changed or cannot be read, so none of them is run: ${path}`,
      'Compare the deployment with the folder of the same name that ends in .before, or name another run (--run).',
    ),
  'cannot-continue': ({ changes }) =>
    words(
      'This run cannot be continued.',
      changes.length === 0
        ? 'It has ended, and nothing of it is left to be done.'
        : `The deployment is no longer as the run expects it for: ${changes.join('; ')}`,
      'Take the run back, or leave it and make a new plan.',
    ),
  busy: () => words('A run is in progress.', 'Only one run at a time is made.', 'Wait until it has ended.'),
  'shell-outlives': ({ processId }) =>
    words(
      'A PowerShell of an earlier run may still be at work.',
      `The program that it worked for has ended, and process ${processId} has not. What it is doing to the deployment cannot be known, so nothing was read or changed.`,
      'Wait until that process has ended, or end it in Task Manager if it is a PowerShell, then try again.',
    ),
  locked: lockedWords,
  'not-recorded': ({ detail }) => words('This was not recorded.', detail, 'Nothing was changed.'),
  storage: ({ path, detail }) =>
    words('A file could not be used.', `${path}: ${detail}`, 'Check the folder and its permissions, then try again.'),
  'invalid-list': ({ path, detail }) =>
    words('This list cannot be used.', `${path}: ${detail}`, 'Correct the file, or choose another one.'),
  'no-file': ({ path, detail }) =>
    words('Nothing was written.', `${path}: ${detail}`, 'Name a file, or a path where there is nothing yet.'),
  cancelled: () => words('Cancelled.', 'The action was stopped before it had ended.', ''),
  unexpected: ({ detail }) =>
    words('Something unexpected happened.', detail, 'Try again. If it happens again, report it with this text.'),
};

function words(title: string, detail: string, action: string): FailureWords {
  return { title, detail, action };
}

function lockedWords({ path, owner, isOnThisComputer }: FailureOf['locked']): FailureWords {
  const { user, host, processId, runId, at } = owner;
  const process = `process ${processId}`;
  return words(
    'Another run is working on this deployment.',
    `It is run ${runId} of ${user} on ${host}, ${process}, since ${utcMinute(at)}. Nothing was changed.`,
    isOnThisComputer
      ? `Wait until it has ended, then try again. If ${process} is not a run of this program, delete ${path} and try again.`
      : `Wait until it has ended, then try again. Whether it still runs cannot be seen from this computer: look on ${host}. If ${process} has ended there, delete ${path} and try again.`,
  );
}

/** Turns a failure into words. */
export function failureWords(failure: Failure): FailureWords {
  return wordsOf(failure.kind, failure);
}

function wordsOf<Kind extends Failure['kind']>(kind: Kind, failure: FailureOf[Kind]): FailureWords {
  return WORDS[kind](failure);
}

/** A failure as a few lines of text. */
export function failureText(failure: Failure): string {
  const { title, detail, action } = failureWords(failure);
  return [title, detail, action].filter((line) => line !== '').join('\n');
}

/** A property that has moved, with both values. */
function differenceText({ path, planned, live }: Difference): string {
  const shown = (value: Difference['live']) => (value === null || value === '' ? '(none)' : String(value));
  return `${path}: ${shown(planned)} when planned, ${shown(live)} now`;
}
