import type { CmdletName, Command } from '../deployment/cmdlets.ts';
import { type Snapshot, policyKey, isRead } from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import type { PlannedChange, Properties } from '../plan/change.ts';
import { hasSameFederation } from '../plan/fingerprint.ts';
import { isSameValue } from '../plan/properties.ts';
import { rollbackTexts as say } from './rollback-texts.ts';
import type { RunChange } from './run.ts';
import { isAsWanted } from './verification.ts';

/**
 * True when the object is as the run left it, so far as that is known: of a change that was read back, what was read; of
 * one that failed or was lost, each property as before or as wanted. Anything else is somebody else's doing.
 */
export function isOwnState(
  change: PlannedChange,
  made: Pick<RunChange, 'result' | 'readBack'> | undefined,
  present: Properties | null,
): boolean {
  if (made?.result === 'done') return isAsWanted(change.after, present);
  if (made?.result === 'not-as-wanted') return isAsWanted(made.readBack, present);
  // The run left it as it was before; what is there now is something else.
  if (made?.result === 'restored') return false;
  return isBetween(change, present);
}

function isBetween({ before, after }: PlannedChange, present: Properties | null): boolean {
  if (isAsWanted(before, present) || isAsWanted(after, present)) return true;
  if (before === null || after === null || present === null) return false;
  return Object.entries(present).every(
    ([name, value]) => isSameValue(value, before[name]) || isSameValue(value, after[name]),
  );
}

type Claim = (undo: Command, before: Snapshot, live: Snapshot) => string | null;

/** What somebody else may have come to need since; a command that is not here takes nothing from anybody. */
const CLAIMS: Readonly<Partial<Record<CmdletName, Claim>>> = {
  'Set-CsAccessEdgeConfiguration': federationClaim,
  'New-CsPublicProvider': addressClaim,
  'Remove-CsExternalAccessPolicy': policyClaim,
};

/** Why somebody else would lose by the command that takes a change back, or stands in its way; null when nobody does. */
export function othersClaim(undo: Command, before: Snapshot, live: Snapshot): string | null {
  return CLAIMS[undo.cmdlet]?.(undo, before, live) ?? null;
}

/** Off again takes federation from everybody: only while nobody else has come to rely on it (facts J.8). */
function federationClaim({ parameters }: Command, before: Snapshot, live: Snapshot): string | null {
  if (parameters['AllowFederatedUsers'] !== false) return null;
  if (!isRead(live, 'allowedDomains') || !isRead(live, 'hostingProviders')) return say.relianceUnknown;
  return hasSameFederation(before, live) ? null : say.othersRelyOnFederation;
}

/** An address is unique over public and hosting providers (facts A.1). */
function addressClaim(
  { parameters }: Command,
  _before: Snapshot,
  { publicProviders, hostingProviders }: Snapshot,
): string | null {
  const address = String(parameters['ProxyFqdn']);
  const holder = [...publicProviders, ...hostingProviders].find(({ ProxyFqdn }) => isSameDomain(ProxyFqdn, address));
  return holder ? say.addressTaken(holder.Identity) : null;
}

/** Removing a policy takes it from everybody who has it (facts A.2). */
function policyClaim({ parameters }: Command, _before: Snapshot, live: Snapshot): string | null {
  if (!isRead(live, 'users')) return say.usersUnknown;
  const key = policyKey(String(parameters['Identity']));
  const users = live.users.filter(({ ExternalAccessPolicy: policy }) => policyKey(policy ?? '') === key).length;
  return users > 0 ? say.policyInUse(users) : null;
}
