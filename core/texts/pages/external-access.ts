import type { GovernedByScope, PolicyScope } from '../../deployment/governed-users.ts';
import { counted, numberText } from '../../formats/plural.ts';

/** The External access policy page. */
export const externalAccessText = {
  lead: 'Users reach Skype contacts only if their external access policy allows communication with public users.',
  precedenceTitle: 'Which policy a user has',
  precedence:
    'A policy given to the user wins over the policy of the site, and that one wins over Global. Policies take effect only while federation is on, which is the next page.',
  precedenceExample: (counts: GovernedByScope) => {
    const all = `Of the ${counted(counts.users, { one: 'user', other: 'users' })} here, ${counted(counts.user, { one: 'has', other: 'have' })} a policy of their own`;
    return 'shared' in counts
      ? `${all}. The other ${numberText(counts.shared)} have the policy of their site where there is one, else Global.`
      : `${all}, ${counted(counts.site, { one: 'is', other: 'are' })} governed by the policy of a site, and ${numberText(counts.global)} by Global.`;
  },
  table: 'External access policies',
  change: 'Change',
  changeNamed: (policy: string) => `Change the policy ${policy}`,
  policy: 'Policy',
  scopes: {
    global: 'Everybody without another',
    site: 'Users of the site',
    user: 'Per user',
  } satisfies Record<PolicyScope, string>,
  reach: 'Users now',
  given: (count: number) => `and ${numberText(count)} chosen`,
  newPolicy: 'New',
  publicAccess: 'Public users',
  publicAudioVideo: 'Audio and video',
  publicAccessNamed: (policy: string) => `Communication with public users in ${policy}`,
  publicAudioVideoNamed: (policy: string) => `Audio and video with public users in ${policy}`,
  allowed: 'Allowed',
  notAllowed: 'Not allowed',
  notKnown: 'Not known',
  now: (words: string) => `now: ${words.toLowerCase()}`,
  hint: 'Tick a policy to change it. A policy that is not ticked stays as it is.',
  legend: 'Public users: IM and presence. Audio and video: calls as well.',
  noneChosen: 'No policy is changed. Users whose policy does not allow public users cannot reach Skype contacts.',
  notRead: 'The deployment has not been read, so only the policies that you named are listed.',
  missing: 'not in this deployment',
  addLabel: 'Identity of another policy',
  addHint: 'As Get-CsExternalAccessPolicy shows it, such as Global, site:Redmond or the name of a user policy.',
  addButton: 'Add',
  addEmpty: 'Enter the identity of the policy.',
  addTwice: 'This policy is in the table already.',
} as const;
