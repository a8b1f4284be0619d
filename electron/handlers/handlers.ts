/**
 * This folder answers the requests of the window: one thin function each, which checks, delegates and answers. The tables
 * are sorted by topic and put together here. Nothing of it is loaded before the first page is on its way.
 */
import type { Handlers } from '../../core/contract/contract.ts';
import { isRunning } from '../../core/run/run.ts';
import type { ReadinessChecks } from '../network/readiness-checks.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import { type AppSurroundings, appHandlers } from './app-handlers.ts';
import { type ContactDialogs, contactHandlers } from './contact-handlers.ts';
import { deploymentHandlers } from './deployment-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { type PlanDialogs, planHandlers } from './plan-handlers.ts';
import { type ProvisioningDialogs, provisioningHandlers } from './provisioning-handlers.ts';
import { readinessHandlers } from './readiness-handlers.ts';
import { replicationHandlers } from './replication-handlers.ts';
import { type ReportDialogs, reportHandlers } from './report-handlers.ts';
import { runHandlers } from './run-handlers.ts';
import { ShownPlan } from './shown-plan.ts';

/** What the handlers need of the window's side; each is injected, so that they run without Electron too. */
export interface HandlerDependencies extends AppSurroundings {
  readonly setup: FederationSetup;
  readonly readiness: ReadinessChecks;
  readonly dialogs: ReportDialogs & PlanDialogs & ContactDialogs & ProvisioningDialogs;
  readonly now: () => Date;
}

/** One handler a request. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { setup, practice, readiness, description, dialogs, now } = dependencies;
  const shownPlan = new ShownPlan();
  const today = (): string => now().toISOString().slice(0, 10);
  return {
    ...appHandlers(dependencies),
    ...draftHandlers(description.dataFolder),
    ...deploymentHandlers(setup, practice),
    ...planHandlers(setup, shownPlan, dialogs, today),
    ...runHandlers(setup, shownPlan),
    ...replicationHandlers(setup),
    ...readinessHandlers(readiness),
    ...reportHandlers(setup, readiness, dialogs, today),
    ...contactHandlers(dialogs, today),
    ...provisioningHandlers(setup.provisioning, dialogs),
  };
}

/** True while commands of a run may still be sent: closing the window asks first. */
export function isRunActive(setup: FederationSetup): boolean {
  return isRunning(setup.runs.current());
}
