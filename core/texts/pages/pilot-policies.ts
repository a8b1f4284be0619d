import { joined } from '../../formats/lists.ts';
import { counted, numberText } from '../../formats/plural.ts';

const USERS = { one: 'user', other: 'users' };

/** Policies for chosen users, on the External access policy page. */
export const pilotText = {
  title: 'Chosen users first',
  lead: 'A policy that is given to users wins over site and Global. With one of these a few users reach Skype contacts while everybody else stays as they are.',
  nameLabel: 'Name of a new policy',
  nameHint: 'For example SkypePilot.',
  create: 'Create policy',
  existingLabel: 'A policy that is there already',
  existingHint: 'Its present users keep it, and get what is changed in it.',
  existingChoose: 'Choose a policy',
  existing: 'Choose users',
  everybody: (policies: readonly string[]) =>
    `This is no pilot yet: users governed by ${joined(policies)} are allowed the same. Untick or switch that off above to keep to the chosen users.`,
  newBadge: 'New policy',
  card: (policy: string) => `Policy ${policy}`,
  remove: 'Remove',
  removeNamed: (policy: string) => `Remove policy ${policy}`,
  removeUsersOf: (policy: string) => `Remove chosen users of ${policy}`,
  publicAccess: 'Allow communication with public users',
  publicAudioVideo: 'Allow audio and video with public users',
  keeps: (names: readonly string[]) =>
    names.length === 0
      ? 'Global has none of the other settings on, so this policy has none either.'
      : `Taken over from Global, so that its users lose nothing that Global gives: ${names.join(', ')}.`,
  keepsUnknown: 'What Global allows beside this is not known here. The script looks it up and takes it over.',
  has: (names: readonly string[]) =>
    names.length === 0
      ? 'This policy has none of the other settings on.'
      : `This policy also has on: ${names.join(', ')}.`,
  find: 'Find users',
  findHint: (count: number) => `${counted(count, USERS)}. Type a part of the name, the address or the policy.`,
  findPlaceholder: 'Name or address',
  noMatch: 'No user matches.',
  moreMatches: (count: number) => `and ${numberText(count)} more: type to narrow the list`,
  policyNow: (policy: string | null) => (policy === null ? 'policy not known' : `now ${policy}`),
  users: 'SIP addresses of users',
  usersHint: 'One user a line. A list can be pasted.',
  count: (count: number) => `${counted(count, USERS)} chosen`,
  noUsers: 'Nobody is given this policy yet.',
  line: (line: number, user: string) => `Number ${line}, ${user}`,
  problems: 'Lines that cannot be used',
  table: (policy: string) => `Users who are given ${policy}`,
  user: 'User',
  present: 'Policy now',
  effect: 'What changes',
  hasAlready: 'Has it already',
  getsIt: 'Gets this policy',
  loses: (names: readonly string[]) => `Loses ${names.join(', ')}`,
  unknownUser: 'Not in this deployment',
  takeOut: 'Remove',
  takeOutNamed: (user: string) => `Remove ${user}`,
  more: (count: number) => `and ${numberText(count)} more in the list above`,
} as const;
