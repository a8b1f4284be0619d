import { plural } from '../../formats/plural.ts';
import type { WizardMode } from '../../steps.ts';

/** What stands around every page: header, step list, footer, and what is announced. */
export const shellText = {
  product: 'Skype Federation Setup',
  windowTitle: (page: string) => `${page} - Skype Federation Setup`,
  skipLink: 'Skip to the page',
  steps: 'Steps',
  goToStep: 'Go to step',
  back: 'Back',
  next: 'Next',
  copy: 'Copy',
  copied: 'Copied',
  copyNamed: (name: string) => `Copy ${name}`,
  copiedNamed: (name: string) => `${name} copied`,
  notCopied: (name: string) => `${name} could not be copied`,
  retry: 'Try again',
  position: (index: number, count: number) => `Step ${index} of ${count}`,
  announcePage: (page: string, index: number, count: number) => `${page}. Step ${index} of ${count}`,
  stepStates: {
    done: 'done',
    current: 'current step',
    attention: 'needs attention',
    open: 'not finished',
    'not-reached': 'not reached yet',
  },
  modes: {
    local: 'This computer',
    practice: 'Practice deployment',
    prepare: 'Prepare only',
  } satisfies Record<WizardMode, string>,
  noMode: 'No deployment chosen',
  notApplied: 'Nothing has been applied yet.',
  locked: 'Changes are being applied. The other pages open again when the run has ended.',
  summaryTitle: (count: number) =>
    plural(count, {
      one: 'One thing is missing before you can go on',
      other: `${count} things are missing before you can go on`,
    }),
  moreProblems: (count: number) => `and ${count} more`,
  problemOf: (field: string, message: string) => `${field}: ${message}`,
  draftNotSaved: 'Your entries are not being saved as a draft.',
  brokenTitle: 'This page could not be shown.',
  brokenAction: 'Your entries are kept. Go to another step, or open the page again.',
  bridgeMissing: 'This page runs inside the Skype Federation Setup window only.',
} as const;
