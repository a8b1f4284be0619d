import { type Failure, assertNever, type Difference } from '../failure.ts';
import { utcMinute } from '../formats/times.ts';

/** A failure in words: what happened, and what to do. */
export interface FailureWords {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
}

function words(title: string, detail: string, action: string): FailureWords {
  return { title, detail, action };
}

const INSTALL_SHELL =
  'Install the Lync Server or Skype for Business Server administrative tools on this computer, or run this program on a Front End Server. Until then you can practise, or prepare a script.';

function lockedWords({ path, owner, isOnThisComputer }: Extract<Failure, { readonly kind: 'locked' }>): FailureWords {
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

/** Turns a failure into words. Every kind has its own; a new kind does not compile until it has. */
export function failureWords(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'invalid-request':
      return words('The request was refused.', failure.detail, 'Start the program again.');
    case 'invalid-answers':
      return words(
        'The answers are not complete.',
        failure.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'),
        'Correct the places named.',
      );
    case 'powershell-missing':
      return words(
        'PowerShell was not found.',
        `Looked for: ${failure.searched.join(', ')}.`,
        'Install Windows PowerShell 5.1 (part of Windows), then try again. Without it you can prepare a script.',
      );
    case 'powershell-not-starting':
      return words(
        'PowerShell did not start.',
        `${failure.path}: ${failure.detail}`,
        'Start it by hand to see why, then try again.',
      );
    case 'module-missing':
      return words('The management shell was not found.', failure.detail, INSTALL_SHELL);
    case 'practice-state-invalid':
      return words(
        'The practice deployment could not be read.',
        failure.detail,
        'Move the file away to start with a new one.',
      );
    case 'practice-state-of-other-profile':
      return words(
        'The practice deployment is of another product.',
        failure.detail,
        'Name the profile that the file belongs to, or another file.',
      );
    case 'powershell-lost':
      return words(
        failure.reason === 'timed-out' ? 'PowerShell did not answer in time.' : 'PowerShell ended unexpectedly.',
        `${failure.detail} It was working on: ${failure.during}. Whether that took effect is not known until the deployment is read again.`,
        'Read the deployment again to see what is so.',
      );
    case 'unreadable-answer':
      return words(
        'PowerShell gave an answer that cannot be read.',
        `${failure.during}: ${failure.detail}`,
        'Read the deployment again.',
      );
    case 'cmdlet-failed':
      return words(
        `${failure.error.cmdlet ?? failure.during} failed.`,
        `${failure.error.message}\nError id: ${failure.error.errorId}`,
        'Correct what the message names, then try again. If it speaks of access or rights, use an account that is in RTCUniversalServerAdmins.',
      );
    case 'refused':
      return words(
        'The plan is not applied.',
        failure.findings.map((finding) => finding.message).join('\n'),
        failure.findings.map((finding) => finding.remedy).join('\n'),
      );
    case 'plan-out-of-date':
      return words(
        'The deployment has changed since the plan was made.',
        [
          'Nothing was changed. The plan that you reviewed is not the one that would run now.',
          ...failure.differences.map(differenceText),
        ].join('\n'),
        'Make a new plan, review it, then apply it.',
      );
    case 'unacknowledged':
      return words(
        'Warnings have not been acknowledged.',
        failure.findings.map((finding) => finding.message).join('\n'),
        'Read each warning and acknowledge it, or mend its cause.',
      );
    case 'invalid-plan':
      return words(
        'This saved plan cannot be used. Nothing was changed.',
        `${failure.path}: ${failure.detail}`,
        'Make a new plan with plan --out FILE.',
      );
    case 'only-checking':
      return words(
        'The goal of these answers is to check, so nothing is applied.',
        'A check reads only.',
        'Use verify to see how the deployment differs, or set the goal to set-up.',
      );
    case 'no-such-run':
      return words(
        'There is no such run.',
        failure.runId === '' ? failure.detail : `${failure.runId}: ${failure.detail}`,
        'Use runs to list the runs of this deployment.',
      );
    case 'cannot-continue':
      return words(
        'This run cannot be continued.',
        failure.changes.length === 0
          ? 'It has ended, and nothing of it is left to be done.'
          : `The deployment is no longer as the run expects it for: ${failure.changes.join('; ')}`,
        'Take the run back, or leave it and make a new plan.',
      );
    case 'busy':
      return words('A run is in progress.', 'Only one run at a time is made.', 'Wait until it has ended.');
    case 'locked':
      return lockedWords(failure);
    case 'not-recorded':
      return words('This was not recorded.', failure.detail, 'Nothing was changed.');
    case 'storage':
      return words(
        'A file could not be used.',
        `${failure.path}: ${failure.detail}`,
        'Check the folder and its permissions, then try again.',
      );
    case 'cancelled':
      return words('Cancelled.', 'The action was stopped before it had ended.', '');
    case 'unexpected':
      return words(
        'Something unexpected happened.',
        failure.detail,
        'Try again. If it happens again, report it with this text.',
      );
    default:
      return assertNever(failure);
  }
}

/** A property that has moved, with both values. */
function differenceText({ path, planned, live }: Difference): string {
  const shown = (value: Difference['live']) => (value === null || value === '' ? '(none)' : String(value));
  return `${path}: ${shown(planned)} when planned, ${shown(live)} now`;
}

/** A failure as a few lines of text. */
export function failureText(failure: Failure): string {
  const { title, detail, action } = failureWords(failure);
  return [title, detail, action].filter((line) => line !== '').join('\n');
}
