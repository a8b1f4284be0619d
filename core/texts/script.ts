/** Comments of the exported script. */
export const scriptTexts = {
  title: (product: string) =>
    `Federation with Skype for ${product}. Run it in the management shell, as a member of RTCUniversalServerAdmins.`,
  plan: (hash: string) => `Plan ${hash}`,
  removeConflicting: 'Remove providers that use the same identity or address: the server accepts each only once.',
  nothingToDo: 'Everything is right already. There is nothing to change.',
  show: 'Show the result.',
} as const;
