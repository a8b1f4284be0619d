import type { Command } from '../deployment/cmdlets.ts';
import type { PlannedChange } from './change.ts';
import { planTexts as say } from './plan-texts.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { organisationReach } from './reach.ts';

/**
 * The organisation-wide federation switch (facts A.3). Only this switch is sent: naming the routing method
 * would drag partner discovery in with it.
 */
export function accessEdgeChange(wanted: boolean, facts: PlanningFacts): PlannedChange {
  const present = facts.snapshot?.accessEdgeConfiguration?.AllowFederatedUsers ?? null;
  const isRight = present === wanted;
  const set = (value: boolean): Command => ({
    cmdlet: 'Set-CsAccessEdgeConfiguration',
    parameters: { AllowFederatedUsers: value },
  });
  return {
    id: 'access-edge',
    kind: 'set',
    status: isRight ? 'already-right' : present === null ? 'cannot-tell' : 'would-change',
    sentence: isRight ? say.accessEdgeRight(wanted) : say.accessEdge(wanted),
    subject: { type: 'access-edge' },
    call: isRight ? null : set(wanted),
    undo: isRight || present === null ? null : set(present),
    before: present === null ? null : { AllowFederatedUsers: present },
    after: { AllowFederatedUsers: wanted },
    destructive: !wanted && !isRight,
    unit: null,
    affects: organisationReach(facts),
    notes: wanted && !isRight ? [say.accessEdgeReach] : [],
  };
}
