/** Words of the wizard's pages, a file a page, and what the pages are called. */

import type { Goal } from '../../goal.ts';
import type { StepGroup, StepId } from '../../steps.ts';

/** The name of each page: in the step list, as its heading and in the window's title. */
export const stepTitles: Readonly<Record<StepId, string>> = {
  start: 'Start',
  agreement: 'Agreement',
  contacts: 'Contacts',
  'edge-and-domains': 'Edge and domains',
  'network-readiness': 'Network readiness',
  confirmation: 'Confirmation',
  'external-access': 'External access policy',
  'access-edge': 'Access Edge',
  'public-provider': 'Public provider',
  retire: 'Retire',
  review: 'Review',
  apply: 'Apply',
  verify: 'Verify',
  'add-contacts': 'Add contacts',
  report: 'Report',
};

/** The name of each goal, as Start offers it and as runs are listed. */
export const goalTitles: Readonly<Record<Goal, string>> = { 'set-up': 'Set up', check: 'Check', retire: 'Retire' };

/** The name of a page on the way to a goal: for a check, the page that verifies is the check itself. */
export function stepTitle(step: StepId, goal: Goal): string {
  return step === 'verify' && goal === 'check' ? 'Check' : stepTitles[step];
}

/** The parts of the workflow, as the step list groups the pages. */
export const groupTitles: Readonly<Record<StepGroup, string>> = {
  start: 'Start',
  request: 'Request',
  configure: 'Configure',
  finish: 'Finish',
};
