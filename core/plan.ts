import type { Answers } from './answers.ts';
import type { Command } from './cmdlets.ts';
import { commandText } from './command-text.ts';
import type { Capabilities, Product, Snapshot } from './deployment.ts';
import type { Finding } from './finding.ts';
import { planFindings } from './plan-findings.ts';
import { policyChanges } from './plan-policies.ts';
import { providerChanges } from './plan-providers.ts';
import { accessEdgeChange } from './plan-access-edge.ts';

/** Property values under PowerShell's own names. */
export type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** What a change touches; the same value tells how to read it back. */
export type Subject =
  | { readonly type: 'access-edge' }
  | { readonly type: 'policy'; readonly identity: string }
  | { readonly type: 'provider'; readonly identity: string };

/** The four words for a change, as Terraform and DSC have them. */
export type ChangeStatus = 'would-change' | 'already-right' | 'not-applicable' | 'cannot-tell';
type ChangeKind = 'set' | 'new' | 'remove' | 'enable' | 'disable' | 'grant' | 'replicate';

/** One planned change: what, by which command, from what to what, and how it is taken back. */
export interface PlannedChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly status: ChangeStatus;
  readonly sentence: string;
  readonly subject: Subject;
  /** The call that makes the change; null when there is nothing to do. */
  readonly call: Command | null;
  /** The call that takes it back; null when there is nothing to take back, or it is not known how. */
  readonly undo: Command | null;
  /** The touched properties as they are; null when the object does not exist or is not known. */
  readonly before: Properties | null;
  /** The same properties as wanted; null when the object shall be gone. */
  readonly after: Properties | null;
  readonly destructive: boolean;
  /** Taken back together when one of them fails: removing the old provider and creating the new one. */
  readonly unit: 'provider-swap' | null;
  /** What is left out, and why. */
  readonly notes: readonly string[];
}

/** Answers and deployment, turned into an ordered list of changes. Plain data; it executes nothing. */
export interface Plan {
  readonly version: 1;
  readonly product: Product;
  readonly changes: readonly PlannedChange[];
  readonly totals: Readonly<Record<ChangeStatus | 'destructive', number>>;
  readonly findings: readonly Finding[];
  /** SHA-256 over product, answers and changes: the same plan has the same hash. */
  readonly hash: string;
}

/** What is known of the deployment that a plan is made for; `snapshot` is null when nothing could be asked. */
export interface PlanningFacts {
  readonly product: Product;
  readonly capabilities: Capabilities;
  readonly snapshot: Snapshot | null;
}

/**
 * Makes the plan in the documented order (facts J.2): access edge switch, policies, removals, provider.
 * `digest` returns the SHA-256 of a text as hexadecimal; it is passed in because this room has no cryptography.
 */
export function makePlan(answers: Answers, facts: PlanningFacts, digest: (text: string) => string): Plan {
  const changes = [
    accessEdgeChange(answers, facts),
    ...policyChanges(answers, facts),
    ...providerChanges(answers, facts),
  ];
  return {
    version: 1,
    product: facts.product,
    changes,
    totals: totalsOf(changes),
    findings: planFindings(answers, facts, changes),
    hash: digest(JSON.stringify([facts.product, answers, changes])),
  };
}

function totalsOf(changes: readonly PlannedChange[]): Plan['totals'] {
  const count = (status: ChangeStatus) => changes.filter((change) => change.status === status).length;
  return {
    'would-change': count('would-change'),
    'already-right': count('already-right'),
    'not-applicable': count('not-applicable'),
    'cannot-tell': count('cannot-tell'),
    destructive: changes.filter((change) => change.destructive && change.call !== null).length,
  };
}

/** The changes that issue a command, in order. */
export function pendingChanges(plan: Plan): readonly PlannedChange[] {
  return plan.changes.filter((change) => change.call !== null);
}

/** The findings that stop apply. */
export function blockersOf(plan: Plan): readonly Finding[] {
  return plan.findings.filter((finding) => finding.severity === 'blocker');
}

/** A planned change as other programs read it: the text of the command in place of the call. */
export interface PublicChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly status: ChangeStatus;
  readonly sentence: string;
  readonly command: string | null;
  readonly before: Properties | null;
  readonly after: Properties | null;
  readonly destructive: boolean;
  readonly notes: readonly string[];
}

/** The published form of a change: what JSON output, journal and report show. */
export function publicChange(change: PlannedChange): PublicChange {
  const { id, kind, status, sentence, before, after, destructive, notes } = change;
  return {
    id,
    kind,
    status,
    sentence,
    command: change.call ? commandText(change.call) : null,
    before,
    after,
    destructive,
    notes,
  };
}
