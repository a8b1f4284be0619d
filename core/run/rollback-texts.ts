import { plural } from '../formats/plural.ts';

/** What taking a run back says of its steps. */
export const rollbackTexts = {
  sentence: (change: string) => `Take back: ${change}`,
  unknownBefore: 'What was there before is not known.',
  othersRelyOnFederation:
    'Allowed domains, partner discovery or hosting providers have changed since. Others may rely on federation by now, so the switch stays.',
  federationBack:
    'Allowed domains, partner discovery and hosting providers are as they were before this run: nobody else has come to rely on the switch.',
  relianceUnknown: 'It cannot be read whether others rely on federation by now, so the switch stays.',
  addressTaken: (provider: string) =>
    `The provider ${provider} has its address now, and an address is there only once, so it cannot be created again.`,
  policyInUse: (users: number) =>
    plural(users, {
      one: 'One other user has this policy by now and would lose it, so it stays.',
      other: `${users} other users have this policy by now and would lose it, so it stays.`,
    }),
  usersUnknown: 'It cannot be read whether other users have this policy by now, so it stays.',
  changedSince: 'It is no longer as this run left it. Somebody has changed it since, so it stays.',
} as const;
