import { listedUsers } from '../../../core/wizard/form.ts';
import {
  type ExternalAccessPolicy,
  type Snapshot,
  type User,
  policyKey,
  userKey,
  findUser,
} from '../../../core/deployment/deployment.ts';
import { policyOfUser } from '../../../core/deployment/governed-users.ts';
import { findPolicy, otherFlagsOn } from '../../../core/plan/policy-changes.ts';
import type { PolicyAnswer } from './policy-rows.ts';

/** A user who is to be given a policy, as far as the deployment knows them. */
export interface PilotUser {
  /** As it is typed. */
  readonly typed: string;
  readonly user: User | null;
  /** The policy that governs them now, as the deployment names it. */
  readonly presentPolicy: string | null;
  /** Settings that are on for them now and will not be any more. */
  readonly loses: readonly string[];
}

/** The users of a policy's list, each with what is so now and what the policy takes from them. */
export function pilotUsers(answer: PolicyAnswer, snapshot: Snapshot): readonly PilotUser[] {
  const policyOf = policyOfUser(snapshot);
  const nameOf = policyNames(snapshot);
  const kept = keptFlags(answer, snapshot);
  return listedUsers(answer.users ?? '').map((typed) => {
    const user = findUser(snapshot.users, typed);
    const present = user && findPolicy({ snapshot }, policyOf(user));
    return {
      typed,
      user,
      presentPolicy: user && nameOf(policyOf(user)),
      loses: otherFlagsOn(present).filter((name) => !kept.includes(name)),
    };
  });
}

/** The policies of a deployment by key, as they are named in commands. A user may have one that could not be read. */
export function policyNames({
  externalAccessPolicies,
}: Pick<Snapshot, 'externalAccessPolicies'>): (key: string) => string {
  const names = new Map(
    externalAccessPolicies.map(({ Identity }) => [policyKey(Identity), Identity.replace(/^tag:/iu, '')]),
  );
  return (key) => names.get(key) ?? key;
}

/** The settings beside the public ones that a policy has on: its own, or for a new one those of Global. */
export function keptFlags({ identity }: PolicyAnswer, snapshot: Snapshot): readonly string[] {
  const present: ExternalAccessPolicy | null = findPolicy({ snapshot }, identity);
  return otherFlagsOn(present ?? findPolicy({ snapshot }, 'Global'));
}

/** How a user is named in a list: by the SIP address without its scheme. */
export function addressOf({ SipAddress, Identity }: User): string {
  return (SipAddress ?? Identity).replace(/^sip:/iu, '');
}

/** The users whose name, address or policy holds every word that was typed. */
export function matchingUsers(users: readonly User[], query: string): readonly User[] {
  const words = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return users;
  return users.filter((user) => {
    const text = `${user.DisplayName ?? ''} ${addressOf(user)} ${user.ExternalAccessPolicy ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The list with a user added at its end, or without them; the other lines stay as they were typed. */
export function withUser(list: string, address: string, isGiven: boolean): string {
  const others = listedUsers(list).filter((one) => userKey(one) !== userKey(address));
  return [...others, ...(isGiven ? [address] : [])].join('\n');
}
