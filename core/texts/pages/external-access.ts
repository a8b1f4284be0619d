import type { GovernedByScope, PolicyScope } from '../../deployment/governed-users.ts';

/** The External access policy page. */
export const externalAccessText = {
  lead: 'Users reach Skype contacts only if their external access policy allows communication with public users.',
  precedenceTitle: 'Which policy a user has',
  precedence:
    'A policy given to the user wins over the policy of the site, and that one wins over Global. Policies take effect only while federation is on, which is the next page.',
  precedenceExample: (counts: GovernedByScope) => {
    const all = `Of the ${users(counts.users)} here, ${number(counts.user)} ${counts.user === 1 ? 'has' : 'have'} a policy of their own`;
    return 'shared' in counts
      ? `${all}. The other ${number(counts.shared)} have the policy of their site where there is one, else Global.`
      : `${all}, ${number(counts.site)} ${counts.site === 1 ? 'is' : 'are'} governed by the policy of a site, and ${number(counts.global)} by Global.`;
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
  given: (count: number) => `and ${number(count)} chosen`,
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

function users(count: number): string {
  return count === 1 ? '1 user' : `${number(count)} users`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
