import { counted } from '../../formats/plural.ts';
import type { Goal } from '../../goal.ts';
import type { WizardMode } from '../../steps.ts';
import { goalTitles } from './steps.ts';

interface ChoiceWords {
  readonly label: string;
  readonly hint: string;
}

const goals: Readonly<Record<Goal, ChoiceWords>> = {
  'set-up': {
    label: goalTitles['set-up'],
    hint: 'Creates the provider Skype, allows it in policies and on the Access Edge, and keeps a record of the request.',
  },
  check: {
    label: goalTitles.check,
    hint: 'Shows how a deployment differs from what you want. It only reads.',
  },
  retire: {
    label: goalTitles.retire,
    hint: 'Takes providers whose service has ended out of use, and the permissions that nothing else needs.',
  },
};

/** The Start page. */
export const startText = {
  heading: 'Federation with Skype',
  lead: 'Sets up, checks or retires the federation of Lync or Skype for Business with Skype. You see every command before it runs, and nothing is changed until you say so on the Apply page.',
  changedTitle: 'No live service stands behind it any more',
  changedSkype:
    'Skype for consumers was retired on 5 May 2025. The configuration can still be made, checked and retired.',
  changedPortal:
    'The provisioning portal closed on 15 August 2019: the request is kept as a record and sent nowhere. A deployment is found by its federation DNS record and its Edge certificate.',
  goal: 'What do you want to do?',
  goals,
  choose: 'What do you want to work on?',
  modes: {
    local: {
      label: "This computer's management shell",
      hint: 'Your own deployment, through the Lync or Skype for Business module on this computer.',
    },
    practice: {
      label: 'Practice deployment',
      hint: 'Behaves like a real one and affects no server. Good for learning the steps.',
    },
    prepare: {
      label: 'Prepare only',
      hint: 'Makes a script and a report from your answers. Runs nothing, and needs no PowerShell.',
    },
  } satisfies Record<WizardMode, ChoiceWords>,
  nothingToCheck:
    'A check reads a deployment, and "Prepare only" has none. Choose a deployment to check, or set up or retire instead.',
  product: 'Product',
  productHint: 'The script holds only the parameters that this product has.',
  chooseProduct: 'Choose a product',
  connecting: {
    local: 'Looking for PowerShell and the management shell',
    practice: 'Starting the practice deployment',
  },
  reading: 'Reading the deployment. Nothing is changed.',
  ready: 'The deployment has been read',
  details: 'Details',
  readyAnnounced: (product: string) => `${product} has been read.`,
  facts: {
    product: 'Product',
    module: 'Module',
    modulePath: 'Module path',
    powershell: 'PowerShell',
    powershellPath: 'PowerShell path',
    found: 'Found',
  },
  engine: (version: string, edition: string, is64Bit: boolean) =>
    `${version}, ${edition}, ${is64Bit ? '64-bit' : '32-bit'}`,
  /** How many there are of each; null where that could not be read. */
  found: (providers: number | null, policies: number | null, domains: number | null) =>
    [
      providers === null
        ? 'public providers not read'
        : counted(providers, { one: 'public provider', other: 'public providers' }),
      policies === null
        ? 'external access policies not read'
        : counted(policies, { one: 'external access policy', other: 'external access policies' }),
      domains === null ? 'SIP domains not read' : counted(domains, { one: 'SIP domain', other: 'SIP domains' }),
    ].join(', '),
  not64Bit: 'This PowerShell is 32-bit. The management shell needs the 64-bit one.',
  unreadable: 'Some parts of the deployment could not be read',
  readAgain: 'Read again',
  practiceMovedAside: (path: string) =>
    `The saved practice deployment could not be read, so a new one was started. The old file is kept at ${path}.`,
  choosePractice: 'Use the practice deployment',
  choosePrepare: 'Prepare only',
  aboutShell: 'About the management shell',
  draftTitle: 'You have a saved draft',
  draftBody: (goal: Goal, page: string, savedAt: string) =>
    `${goals[goal].label}: saved on ${savedAt}, on the page ${page}.`,
  draftContinue: 'Continue where you left',
  draftNew: 'Start new',
  draftMovedAside: (path: string) => `A saved draft could not be read. It was not deleted, and is kept at ${path}.`,
  problems: {
    draft: 'Continue with the saved draft, or start new.',
    mode: 'Choose what you want to work on.',
    product: 'Choose the product that the script is for.',
    nothingToCheck: 'A check needs a deployment to read. Choose one, or set up or retire instead.',
    busy: 'The deployment is still being read. This takes up to a minute.',
    failed: 'It could not be read. Try again, or choose another way to work.',
  },
} as const;
