/** Comments of the exported script; what it says when it runs stands in its fixed parts. */
export const scriptTexts = {
  heading: 'The plan',
  plan: (hash: string) => `Plan ${hash}`,
  read: (product: string, version: string | null) =>
    `Made for ${product}${version === null ? '' : ` (${version})`}, from what was read of the deployment.`,
  stated: (product: string) => `Made for ${product}. No deployment was read: the script looks when it runs.`,
  leftAlone: 'Left alone:',
  nothingToDo: 'Everything was right already, so there is nothing to change.',
  removesConflicting:
    'Providers that use the same identity or address are removed first: the server accepts each only once.',
  needed: 'Every cmdlet that the changes use, with its parameters.',
} as const;
