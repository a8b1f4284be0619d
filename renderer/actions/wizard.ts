/**
 * This folder is everything that may be done in the wizard: one group of actions a file, each with an interface that says
 * what they do. Only here is the state changed and the main process asked.
 */
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Bridge } from '../../core/contract/contract.ts';
import { INITIAL_STATE, type WizardState } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';
import { type ContactActions, contactActions } from './contact-actions.ts';
import { type DeploymentActions, deploymentActions } from './deployment-actions.ts';
import { type DomainActions, domainActions } from './domain-actions.ts';
import { type DraftActions, draftActions } from './draft-actions.ts';
import { type NavigationActions, navigationActions } from './navigation-actions.ts';
import { type OutputActions, outputActions } from './output-actions.ts';
import { type PlanActions, planActions } from './plan-actions.ts';
import { type PracticeActions, practiceActions } from './practice-actions.ts';
import { type ProvisioningActions, provisioningActions } from './provisioning-actions.ts';
import { type ReadinessActions, readinessActions } from './readiness-actions.ts';
import { type ReplicationActions, replicationActions } from './replication-actions.ts';
import { type ResumeActions, resumeActions } from './resume-actions.ts';
import { type RunActions, runActions } from './run-actions.ts';
import { safeBridge } from './safe-bridge.ts';
import { type VerificationActions, verificationActions } from './verification-actions.ts';

export type WizardActions = NavigationActions &
  DeploymentActions &
  PracticeActions &
  DraftActions &
  DomainActions &
  ProvisioningActions &
  PlanActions &
  RunActions &
  ResumeActions &
  VerificationActions &
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
      ...planActions(context),
      ...runActions(context, deployment),
      ...resumeActions(context),
      ...verificationActions(context),
      ...replicationActions(context),
      ...contactActions(context),
      ...readinessActions(context),
      ...outputActions(context),
    },
  };
}
