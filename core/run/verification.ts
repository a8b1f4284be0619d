import {
  findProvider,
  policyKey,
  type PublicProvider,
  type Snapshot,
  PROVIDER_PROPERTIES,
  findUser,
  userPolicyName,
  isRead,
} from '../deployment/deployment.ts';
import { type CmdletError, type Result, success } from '../failure.ts';
import { type PlannedChange, type Properties, type PublicChange, type Subject, publicChange } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import { differingProperties, isSameValue, pickProperties } from '../plan/properties.ts';

/** One property of the provider: as wanted, as it is, and whether they agree (`null`: nothing was asked for). */
export interface ComparedProperty {
  readonly name: string;
  readonly wanted: string | number | boolean | null;
  readonly actual: string | number | boolean | null;
  readonly isAsWanted: boolean | null;
}

/** A planned change with what was read back for it. */
export interface VerifiedChange extends PublicChange {
  readonly readBack: Properties | null;
}

/** What a deployment is like, compared with what was asked for. Made by reading only. */
export interface Verification {
  readonly outcome: 'as-wanted' | 'differs' | 'cannot-tell';
  readonly changes: readonly VerifiedChange[];
  readonly provider: PublicProvider | null;
  readonly properties: readonly ComparedProperty[];
  readonly replication: readonly { readonly ReplicaFqdn: string; readonly UpToDate: boolean }[];
  /** What could not be read, by the snapshot's name of the part or the cmdlet, and why, in PowerShell's words. */
  readonly unread: readonly { readonly part: string; readonly message: string }[];
  /** `Get-CsPublicProvider` as the shell prints it; empty when there is no provider, null when it could not be run. */
  readonly textOutput: string | null;
  /** What the shell has run since it was opened: proof that a check only read. Null where it was not asked. */
  readonly account: ShellAccount | null;
}

/** How many cmdlets a shell has run that read and that write, and how many writing ones it refused. */
export interface ShellAccount {
  readonly readOnly: boolean;
  readonly reads: number;
  readonly writes: number;
  readonly refused: number;
}

/**
 * Compares a fresh plan (made from answers and the deployment as it is now) with what was read; `shown` is what
 * `Get-CsPublicProvider` printed, or how it failed.
 */
export function verify(
  plan: Plan,
  snapshot: Snapshot,
  shown: Result<string, CmdletError> = success(''),
  account: ShellAccount | null = null,
): Verification {
  const wanted = plan.changes.flatMap(({ subject, after }) =>
    subject.type === 'provider' && after !== null ? [{ Identity: subject.identity, ...after }] : [],
  )[0];
  const provider = wanted ? findProvider(snapshot, wanted.Identity) : null;
  const statuses = new Set(plan.changes.map((change) => change.status));
  return {
    outcome: statuses.has('would-change') ? 'differs' : statuses.has('cannot-tell') ? 'cannot-tell' : 'as-wanted',
    changes: plan.changes.map((change) => ({ ...publicChange(change), readBack: readBackOf(snapshot, change) })),
    provider,
    properties: wanted && isRead(snapshot, 'publicProviders') ? compareProvider(wanted, provider) : [],
    replication: snapshot.replication.map(({ ReplicaFqdn, UpToDate }) => ({ ReplicaFqdn, UpToDate })),
    unread: unreadOf(snapshot, shown),
    textOutput: shown.ok ? shown.value : null,
    account,
  };
}

/** Where the providers could not be read, the same reason is not told again for their text. */
function unreadOf(snapshot: Snapshot, shown: Result<string, CmdletError>): Verification['unread'] {
  const parts = snapshot.unreadable.map(({ part, error }) => ({ part, message: error.message }));
  if (shown.ok || !isRead(snapshot, 'publicProviders')) return parts;
  return [...parts, { part: 'Get-CsPublicProvider', message: shown.failure.message }];
}

/** The card of the provider: each property that the product has, or that was asked for. */
export function compareProvider(wanted: Properties, provider: PublicProvider | null): readonly ComparedProperty[] {
  return ['Identity', ...PROVIDER_PROPERTIES]
    .filter((name) => Object.hasOwn(wanted, name) || (provider && Object.hasOwn(provider, name)))
    .map((name) => {
      const actual = provider ? (pickProperties(provider, [name])[name] ?? null) : null;
      const isWanted = Object.hasOwn(wanted, name);
      const wantedValue = wanted[name] ?? null;
      return {
        name,
        wanted: wantedValue,
        actual,
        isAsWanted: isWanted ? provider !== null && isSameValue(wantedValue, actual) : null,
      };
    });
}

/** The object that a change touches, as it is in a snapshot; null when there is none. */
export function subjectObject(snapshot: Snapshot, subject: Subject): Readonly<Record<string, unknown>> | null {
  switch (subject.type) {
    case 'access-edge':
      return snapshot.accessEdgeConfiguration;
    case 'policy':
      return (
        snapshot.externalAccessPolicies.find((one) => policyKey(one.Identity) === policyKey(subject.identity)) ?? null
      );
    case 'provider':
      return findProvider(snapshot, subject.identity);
    case 'user': {
      const user = findUser(snapshot.users, subject.identity);
      return user && { ExternalAccessPolicy: userPolicyName(user) };
    }
  }
}

/** The properties that a change is about, read from a snapshot; null when the object is not there. */
export function readBackOf(
  snapshot: Snapshot,
  change: Pick<PlannedChange, 'subject' | 'before' | 'after'>,
): Properties | null {
  const object = subjectObject(snapshot, change.subject);
  return object ? pickProperties(object, Object.keys(change.after ?? change.before ?? {})) : null;
}

/** True when what was read back is what the change wanted (`null` wanted: the object is gone). */
export function isAsWanted(after: Properties | null, readBack: Properties | null): boolean {
  if (after === null || readBack === null) return after === readBack;
  return Object.keys(differingProperties(after, readBack)).length === 0;
}
