import type { FaultKind, PracticeFault } from '../../deployment/practice.ts';
import { ordinal, plural } from '../../formats/plural.ts';

interface KindWords {
  readonly label: string;
  readonly hint: string;
}

/** Setting up the practice deployment on the Start page, and the reminder that it makes faults on purpose. */
export const practiceText = {
  title: 'Practice deployment',
  profile: 'Behaves as',
  profileHint: 'Each product has a practice deployment of its own, which keeps what you did there.',
  reset: 'Start it afresh',
  resetTitle: 'Start the practice deployment afresh?',
  resetBody:
    'What was changed in it is forgotten, and it is as it was at first. No server is affected. The record of its runs stays.',
  resetYes: 'Start afresh',
  resetNo: 'Keep it',
  resetDone: 'The practice deployment is as it was at first.',
  faults: 'Let something go wrong',
  faultsLead:
    'The practice deployment makes these faults on purpose, so that you can see what a failure looks like and what is done about it. Each happens once.',
  list: 'Faults on purpose',
  none: 'None: the practice deployment is in good health.',
  fault: ({ cmdlet, call }: Pick<PracticeFault, 'cmdlet' | 'call'>) => `${cmdlet}, ${ordinal(call)} call`,
  remove: 'Remove',
  removeNamed: (fault: string) => `Remove the fault at ${fault}`,
  addTitle: 'Add a fault',
  cmdlet: 'Cmdlet',
  call: 'At which call',
  callHint: 'Counted from when this list was last changed.',
  callOption: (call: number) => `The ${ordinal(call)}`,
  kind: 'What happens',
  add: 'Add fault',
  taken: 'There is a fault at this call already.',
  kinds: {
    error: { label: 'It fails', hint: 'The cmdlet reports an error. Nothing is changed.' },
    'access-denied': {
      label: 'Access is denied',
      hint: 'The cmdlet is refused for want of rights. Nothing is changed.',
    },
    partial: { label: 'It fails after the change', hint: 'The change is made, and then the cmdlet reports an error.' },
    silent: { label: 'It does nothing', hint: 'The cmdlet reports success, and nothing is changed.' },
    slow: { label: 'It is slow', hint: 'The cmdlet waits for two seconds, and then does its work.' },
    hang: {
      label: 'It never answers',
      hint: 'The cmdlet waits for ever. Stopping the run on the Apply page ends PowerShell after ten seconds.',
    },
    exit: { label: 'PowerShell ends', hint: 'The PowerShell process ends before the work is done.' },
    kill: {
      label: 'PowerShell is killed',
      hint: 'The PowerShell process is killed from outside before the work is done.',
    },
    garbage: { label: 'It writes noise', hint: 'Noise comes before the answer, and then the work is done as usual.' },
    'replication-stuck': {
      label: 'Replication gets stuck',
      hint: 'The change is made, and from then on no server becomes up to date until PowerShell is started again.',
    },
  } satisfies Record<FaultKind, KindWords>,
  armedTitle: (count: number) =>
    plural(count, {
      one: 'The practice deployment makes 1 fault on purpose',
      other: `The practice deployment makes ${count} faults on purpose`,
    }),
} as const;
