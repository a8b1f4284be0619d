/**
 * This folder says what the wizard knows, and what follows from that: pure functions, which the pages use as selectors.
 * Only `actions/` changes it.
 */
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM, type WizardForm } from '../../core/wizard/form.ts';
import type { Goal } from '../../core/goal.ts';
import type { AppDescription, ConnectedDeployment, SettledRun } from '../../core/contract/contract.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import type { Failure, Result } from '../../core/failure.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { DEFAULT_PRACTICE, type PracticeChoice } from '../../core/deployment/practice.ts';
import type { ProvisioningView } from '../../core/provisioning/provisioning.ts';
import type { ReadinessProgress } from '../../core/readiness/readiness-progress.ts';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import type { RunSnapshot, RunList } from '../../core/run/run.ts';
import type { Verification } from '../../core/run/verification.ts';
import type { StepId, WizardMode } from '../../core/steps.ts';
import { type ContactWork, NO_CONTACTS } from './contact-work.ts';
import type { ImportState } from './domain-import-state.ts';
import { NOT_PREFILLED, type Prefilled } from './prefill.ts';

/** Something asked of the main process: not asked yet, on its way, there, or failed. */
export type Loadable<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: Failure };

/** What came of asking. */
export function loaded<T>(result: Result<T>): Loadable<T> {
  return result.ok ? { status: 'ready', value: result.value } : { status: 'failed', failure: result.failure };
}

/** How far the deployment is known. `connected` stays when only the reading failed. */
export type DeploymentState =
  | { readonly status: 'none' }
  | { readonly status: 'connecting' }
  | { readonly status: 'reading'; readonly connected: ConnectedDeployment }
  | { readonly status: 'ready'; readonly connected: ConnectedDeployment; readonly snapshot: Snapshot }
  | { readonly status: 'failed'; readonly connected: ConnectedDeployment | null; readonly failure: Failure };

/** Everything that the pages show. It changes only through the actions. */
export interface WizardState {
  readonly app: AppDescription | null;
  /** The saved draft, until the administrator has decided what to do with it. */
  readonly draftOffer: Draft | null;
  readonly draftMovedAside: string | null;
  readonly draftFailure: Failure | null;
  readonly step: StepId;
  /** The last page that was reached on the way to each goal; every page before it can be opened. */
  readonly furthest: Readonly<Record<Goal, StepId>>;
  readonly mode: WizardMode | null;
  readonly preparedProduct: string;
  /** What the practice deployment behaves as, and the faults that it makes. */
  readonly practice: PracticeChoice;
  readonly form: WizardForm;
  readonly prefilled: Prefilled;
  readonly deployment: DeploymentState;
  /** Fields that have been left once, by path: their problems are shown. */
  readonly touched: ReadonlySet<string>;
  /** Pages on which Next was pressed while something was missing: all their problems are shown. */
  readonly checkedSteps: ReadonlySet<StepId>;
  /** Grows each time Next finds problems, so that the first field is focused each time. */
  readonly refusals: number;
  readonly plan: Loadable<Plan>;
  /** The warnings that were read and accepted: id -> the words that were read, which have to be the same to count. */
  readonly acknowledged: ReadonlyMap<string, string>;
  readonly run: RunSnapshot | null;
  /** The runs that are recorded on the deployment, the newest first. */
  readonly runs: Loadable<RunList>;
  /** The run about which one decides, as the deployment now shows it. */
  readonly settled: Loadable<SettledRun>;
  /** Starting or stopping a run: what went wrong, or that it is on its way. */
  readonly runRequest: Loadable<null>;
  readonly verification: Loadable<Verification>;
  /** How far what the last run sent has come; the wait goes on until every server has it. */
  readonly replication: Loadable<ReplicationProgress>;
  readonly contacts: ContactWork;
  /** The newest network check; null when there was none. */
  readonly readiness: ReadinessProgress | null;
  /** Beginning a network check: what went wrong, or that it is on its way. */
  readonly readinessRequest: Loadable<null>;
  /** DNS servers to ask, as typed; it is no answer, so no draft keeps it. */
  readonly dnsServers: string;
  /** The record of the request, as it was read or changed last. */
  readonly provisioning: Loadable<ProvisioningView>;
  /** What came of the last import of SIP domains. */
  readonly domainImport: ImportState;
}

export const INITIAL_STATE: WizardState = {
  app: null,
  draftOffer: null,
  draftMovedAside: null,
  draftFailure: null,
  step: 'start',
  furthest: { 'set-up': 'start', check: 'start', retire: 'start' },
  mode: null,
  preparedProduct: '',
  practice: DEFAULT_PRACTICE,
  form: EMPTY_FORM,
  prefilled: NOT_PREFILLED,
  deployment: { status: 'none' },
  touched: new Set(),
  checkedSteps: new Set(),
  refusals: 0,
  plan: { status: 'idle' },
  acknowledged: new Map(),
  run: null,
  runs: { status: 'idle' },
  settled: { status: 'idle' },
  runRequest: { status: 'idle' },
  verification: { status: 'idle' },
  replication: { status: 'idle' },
  contacts: NO_CONTACTS,
  readiness: null,
  readinessRequest: { status: 'idle' },
  dnsServers: '',
  provisioning: { status: 'idle' },
  domainImport: { status: 'none' },
};

/** The deployment as it was read, or null while it is not known. */
export function snapshotOf(state: Pick<WizardState, 'deployment'>): Snapshot | null {
  return state.deployment.status === 'ready' ? state.deployment.snapshot : null;
}
