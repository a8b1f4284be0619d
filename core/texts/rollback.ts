/** What taking a run back says of its steps. */
export const rollbackTexts = {
  sentence: (change: string) => `Take back: ${change}`,
  unknownBefore: 'What was there before is not known.',
  othersRelyOnFederation:
    'Allowed domains, partner discovery or hosting providers have changed since. Others may rely on federation by now, so the switch stays.',
  federationBack:
    'Allowed domains, partner discovery and hosting providers are as they were before this run: nobody else has come to rely on the switch.',
  changedSince: 'It is no longer as this run left it. Somebody has changed it since, so it stays.',
} as const;
