import type { Goal } from './goal.ts';

/** The article's three parts, and the page before them. */
export type StepGroup = 'start' | 'request' | 'configure' | 'finish';

/**
 * The pages in their order (the article's order). `owns` names the answers that the page collects, as JSON paths:
 * a page is complete when no problem stands below them.
 */
export const STEPS = [
  { id: 'start', group: 'start', owns: [] },
  { id: 'agreement', group: 'request', owns: ['$.request.agreement'] },
  { id: 'contacts', group: 'request', owns: ['$.request.contacts'] },
  {
    id: 'edge-and-domains',
    group: 'request',
    owns: ['$.request.accessEdgeFqdn', '$.request.sipDomains', '$.request.accessEdges'],
  },
  { id: 'network-readiness', group: 'request', owns: [] },
  { id: 'confirmation', group: 'request', owns: [] },
  { id: 'external-access', group: 'configure', owns: ['$.externalAccess'] },
  { id: 'access-edge', group: 'configure', owns: ['$.accessEdge'] },
  { id: 'public-provider', group: 'configure', owns: ['$.provider', '$.removeProviders'] },
  { id: 'retire', group: 'configure', owns: ['$.retire'] },
  { id: 'review', group: 'configure', owns: [] },
  { id: 'apply', group: 'configure', owns: [] },
  { id: 'verify', group: 'configure', owns: [] },
  { id: 'add-contacts', group: 'finish', owns: [] },
  { id: 'report', group: 'finish', owns: [] },
] as const satisfies readonly { id: string; group: StepGroup; owns: readonly string[] }[];

/** The name of a page. */
export type StepId = (typeof STEPS)[number]['id'];

/** Every page's name, in order. */
export const STEP_IDS: readonly StepId[] = STEPS.map((step) => step.id);

/** What the wizard works on; `prepare` runs nothing and makes a script for a stated product. */
export const WIZARD_MODES = ['local', 'practice', 'prepare'] as const;
export type WizardMode = (typeof WIZARD_MODES)[number];

/** The pages that each goal has. A check has nothing to review or to apply: it shows how the deployment differs. */
const STEPS_OF_GOAL: Readonly<Record<Goal, (step: StepId) => boolean>> = {
  'set-up': (step) => step !== 'retire',
  check: (step) => ['start', 'external-access', 'access-edge', 'public-provider', 'verify', 'report'].includes(step),
  retire: (step) => ['start', 'retire', 'review', 'apply', 'verify', 'report'].includes(step),
};

/** The pages of a mode and a goal, in order: without a deployment there is nothing to apply or to verify. */
export function stepsOf(mode: WizardMode, goal: Goal): readonly StepId[] {
  return STEP_IDS.filter(STEPS_OF_GOAL[goal]).filter((id) => mode !== 'prepare' || (id !== 'apply' && id !== 'verify'));
}

/** The page itself where there is one of its name, else the last one before it. */
export function nearestStep(steps: readonly StepId[], step: StepId): StepId {
  const place = STEP_IDS.indexOf(step);
  return steps.findLast((one) => STEP_IDS.indexOf(one) <= place) ?? 'start';
}

/** The page before (-1) or after (1) one, or null at the ends. */
export function neighbourStep(steps: readonly StepId[], step: StepId, direction: -1 | 1): StepId | null {
  const index = steps.indexOf(step);
  return index < 0 ? null : (steps[index + direction] ?? null);
}
