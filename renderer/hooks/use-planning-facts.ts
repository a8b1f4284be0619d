import { useMemo } from 'react';
import type { PlanningFacts } from '../../core/plan/planning-facts.ts';
import { planningFacts } from '../state/planning-facts.ts';
import { useWizardParts } from './wizard-context.tsx';

/** What is known of the deployment or of the stated product; null while nothing is. */
export function usePlanningFacts(): PlanningFacts | null {
  const known = useWizardParts(({ mode, preparedProduct, deployment }) => ({ mode, preparedProduct, deployment }));
  return useMemo(() => planningFacts(known), [known]);
}
