import type { ActionContext } from './actions/action-context.ts';
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Bridge } from '../core/contract.ts';
import { type ContactActions, contactActions } from './actions/contact-actions.ts';
import { type DeploymentActions, deploymentActions } from './actions/deployment-actions.ts';
import { type DomainActions, domainActions } from './actions/domain-actions.ts';
import { type DraftActions, draftActions } from './actions/draft-actions.ts';
import { type NavigationActions, navigationActions } from './actions/navigation-actions.ts';
import { type PracticeActions, practiceActions } from './actions/practice-actions.ts';
import { type ProvisioningActions, provisioningActions } from './actions/provisioning-actions.ts';
import { type OutputActions, outputActions } from './actions/output-actions.ts';
import { type ReadinessActions, readinessActions } from './actions/readiness-actions.ts';
import { type ReplicationActions, replicationActions } from './actions/replication-actions.ts';
import { type ResumeActions, resumeActions } from './actions/resume-actions.ts';
import { type RunActions, runActions } from './actions/run-actions.ts';
import { safeBridge } from './safe-bridge.ts';
import { INITIAL_STATE, type WizardState } from './state.ts';

export type WizardActions = NavigationActions &
  DeploymentActions &
  PracticeActions &
  DraftActions &
  DomainActions &
  ProvisioningActions &
  RunActions &
  ResumeActions &
  ReplicationActions &
  ContactActions &
  ReadinessActions &
  OutputActions;

/** The wizard without any page: its state, and everything that may be done to it. */
export interface Wizard {
  readonly store: StoreApi<WizardState>;
  readonly actions: WizardActions;
}

/** Builds the wizard around the way to the main process. */
export function createWizard(bridge: Bridge, now: () => string = () => new Date().toISOString()): Wizard {
  const context: ActionContext = {
    store: createStore<WizardState>(() => INITIAL_STATE),
    bridge: safeBridge(bridge),
    now,
  };
  const deployment = deploymentActions(context);
  const drafts = draftActions(context, deployment);
  const runs = runActions(context, deployment);
  const navigation = navigationActions(context, drafts);
  return {
    store: context.store,
    actions: {
      ...navigation,
      ...domainActions(context, navigation.edit),
      ...provisioningActions(context),
      ...deployment,
      ...practiceActions(context, deployment),
      ...drafts,
      ...runs,
      ...resumeActions(context),
      ...replicationActions(context),
      ...contactActions(context),
      ...readinessActions(context),
      ...outputActions(context),
    },
  };
}
