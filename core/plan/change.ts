import type { Command } from '../deployment/cmdlets.ts';
import { commandText } from '../deployment/command-text.ts';
import { identityKey, policyKey, userKey } from '../deployment/deployment.ts';
import { reversalTexts } from './plan-texts.ts';

/** Property values under PowerShell's own names. */
export type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** What a change touches; the same value tells how to read it back. */
export type Subject =
  | { readonly type: 'access-edge' }
  | { readonly type: 'policy'; readonly identity: string }
  | { readonly type: 'provider'; readonly identity: string }
  | { readonly type: 'user'; readonly identity: string };

/** What a change does to its object. */
export const CHANGE_KINDS = ['set', 'new', 'remove', 'enable', 'disable', 'grant', 'replicate'] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The four words for a change, as Terraform and DSC have them. */
export const CHANGE_STATUSES = ['would-change', 'already-right', 'not-applicable', 'cannot-tell'] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** Whom a change affects. */
export interface Reach {
  readonly sentence: string;
  /** How many users; null where that is not known. */
  readonly users: number | null;
  /** The servers that get the change by replication. */
  readonly replicas: readonly string[];
}

/** One planned change: what, by which command, from what to what, whom it affects, and how it is taken back. */
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
  readonly affects: Reach;
  /** What is left out, and why. */
  readonly notes: readonly string[];
}

/** How a change is taken back: in words, and by which command where there is one. */
interface Reversal {
  readonly sentence: string;
  readonly command: string | null;
}

/** A planned change as other programs read it: the texts of the commands in place of the calls. */
export interface PublicChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly status: ChangeStatus;
  readonly sentence: string;
  readonly subject: Subject;
  readonly command: string | null;
  readonly before: Properties | null;
  readonly after: Properties | null;
  readonly destructive: boolean;
  readonly affects: Reach;
  /** Null when the change issues no command. */
  readonly reversal: Reversal | null;
  readonly notes: readonly string[];
}

/** The published form of a change: what JSON output, pages and report show. */
export function publicChange(change: PlannedChange): PublicChange {
  const { id, kind, status, sentence, subject, before, after, destructive, affects, notes } = change;
  return {
    id,
    kind,
    status,
    sentence,
    subject,
    command: change.call ? commandText(change.call) : null,
    before,
    after,
    destructive,
    affects,
    reversal: change.call ? reversalOf(change) : null,
    notes,
  };
}

function reversalOf({ kind, subject, undo }: PlannedChange): Reversal {
  if (undo === null) return { sentence: reversalTexts.unknown, command: null };
  const command = commandText(undo);
  // Others may rely on the organisation-wide switch by then, so it is never taken back blindly (facts J.8).
  if (subject.type === 'access-edge') return { sentence: reversalTexts.federationSwitch, command };
  return { sentence: kind === 'remove' ? reversalTexts.createdAgain : reversalTexts.command, command };
}

/** True when both changes touch the same object, such as a provider that is removed and created again under its name. */
export function isSameSubject({ subject: one }: Pick<PlannedChange, 'subject'>, other: Subject): boolean {
  return subjectKey(one) === subjectKey(other);
}

/** A text that is the same for two subjects when they are the same object. */
export function subjectKey(subject: Subject): string {
  switch (subject.type) {
    case 'access-edge':
      return subject.type;
    case 'policy':
      return `policy:${policyKey(subject.identity)}`;
    case 'provider':
      return `provider:${identityKey(subject.identity)}`;
    case 'user':
      return `user:${userKey(subject.identity)}`;
  }
}
