/**
 * From answers and a deployment to a plan: ordered changes, what was found before them, and the script of both. Nothing is
 * read or run here.
 */

import type { Answers } from '../answers/answers-schema.ts';
import type { Product } from '../deployment/deployment.ts';
import type { Failure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Goal } from '../goal.ts';
import { accessEdgeChange } from './access-edge-change.ts';
import type { ChangeStatus, PlannedChange } from './change.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { planFindings } from './plan-findings.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { policyChanges } from './policy-changes.ts';
import { providerChanges } from './provider-changes.ts';
import { type ProviderIntent, providerIntent } from './provider-intent.ts';
import { retirementChanges } from './retirement-changes.ts';

/** Answers and deployment, turned into an ordered list of changes. Plain data; it executes nothing. */
export interface Plan {
  readonly version: 1;
  readonly goal: Goal;
  readonly product: Product;
  readonly changes: readonly PlannedChange[];
  readonly totals: Readonly<Record<ChangeStatus | 'destructive', number>>;
  readonly findings: readonly Finding[];
  /** SHA-256 over product, answers and what is done: the same plan has the same hash. */
  readonly hash: string;
  readonly answersHash: string;
  /** What the plan was made from; null when nothing could be asked. */
  readonly fingerprint: Fingerprint | null;
  /** What the deployment said to each command with -WhatIf; null where it was not asked. */
  readonly evidence: readonly RehearsedChange[] | null;
}

/** What a command would do, in the words of the deployment's own shell; or why it could not be asked. */
export interface RehearsedChange {
  readonly id: string;
  readonly lines: readonly string[];
  readonly failure: Failure | null;
}

/** Returns the SHA-256 of a text as hexadecimal; passed in because this room has no cryptography. */
export type Digest = (text: string) => string;

/**
 * Makes the plan. Setting up goes in the documented order (facts J.2): access edge switch, policies and grants, removals,
 * provider. A check makes the same plan, which is then only looked at. Retiring goes the other way round.
 */
export function makePlan(answers: Answers, facts: PlanningFacts, digest: Digest): Plan {
  const intent = providerIntent(answers, facts);
  const changes =
    answers.goal === 'retire' ? retirementChanges(answers, intent, facts) : setUpChanges(answers, intent, facts);
  return {
    version: 1,
    goal: answers.goal,
    product: facts.product,
    changes,
    totals: totalsOf(changes),
    findings: planFindings(answers, intent, facts, changes),
    hash: planHash({ product: facts.product, answers, changes }, digest),
    answersHash: digest(JSON.stringify(answers)),
    fingerprint: facts.snapshot && fingerprintOf(facts.snapshot, answers, digest),
    evidence: null,
  };
}

/**
 * What names a plan: the hash over product, answers and what is done. Sentences and counts of users are left out: that
 * somebody was hired meanwhile does not make it another plan.
 */
export function planHash(
  { product, answers, changes }: Pick<Plan, 'product' | 'changes'> & { readonly answers: Answers },
  digest: Digest,
): string {
  const done = changes.map(({ id, status, call, before, after }) => [id, status, call, before, after]);
  return digest(JSON.stringify([product, answers, done], keysInOrder));
}

/** For JSON.stringify: a plan that was written and read again has its keys in another order, and is the same. */
function keysInOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function setUpChanges(answers: Answers, intent: ProviderIntent, facts: PlanningFacts): PlannedChange[] {
  return [
    accessEdgeChange(answers.accessEdge.allowFederatedUsers, facts),
    ...policyChanges(answers, facts),
    ...providerChanges(answers, intent, facts),
  ];
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
export function pendingChanges(plan: Pick<Plan, 'changes'>): readonly PlannedChange[] {
  return plan.changes.filter((change) => change.call !== null);
}

/** The identities of the providers that the plan removes: each removal is confirmed by its name. */
export function removedProviders(plan: Pick<Plan, 'changes'>): readonly string[] {
  return pendingChanges(plan).flatMap(({ kind, subject }) =>
    kind === 'remove' && subject.type === 'provider' ? [subject.identity] : [],
  );
}

/** The findings that stop apply. */
export function blockersOf(plan: Pick<Plan, 'findings'>): readonly Finding[] {
  return plan.findings.filter((finding) => finding.severity === 'blocker');
}

/** The findings that have to be acknowledged, one by one, before apply. */
export function warningsOf(plan: Pick<Plan, 'findings'>): readonly Finding[] {
  return plan.findings.filter((finding) => finding.severity === 'warning');
}
