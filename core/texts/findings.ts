type Words = readonly [message: string, remedy: string];

/** What the checks before a run found: what is so, and what to do. */
export const findingTexts = {
  cmdletMissing: (cmdlet: string, product: string): Words => [
    `The management shell of ${product} has no ${cmdlet}.`,
    'Run this on a computer with the full Lync Server or Skype for Business Server management shell.',
  ],
  parameterMissing: (cmdlet: string, parameter: string): Words => [
    `${cmdlet} of this management shell has no parameter ${parameter}, which the setup needs.`,
    'Use the management shell that belongs to the newest server of the deployment.',
  ],
  unreadable: (part: string, message: string): Words => [
    `A part of the deployment could not be read (${part}): ${message}`,
    'Check that your account is in RTCUniversalServerAdmins or RTCUniversalReadOnlyAdmins, then read the deployment again.',
  ],
  defaultRouting: (method: string): Words => [
    `The Access Edge uses ${method}. No public provider works while it routes by default route.`,
    'Change the Access Edge to DNS SRV routing first.',
  ],
  policyMissing: (identity: string, present: readonly string[]): Words => [
    `There is no external access policy "${identity}".`,
    `Choose one of: ${present.join(', ')}.`,
  ],
  noPublicAccess: [
    'No external access policy allows communication with public users, so no user can reach a Skype contact.',
    'Allow it in at least one policy.',
  ] as Words,
  hostingCollision: (identity: string, proxyFqdn: string): Words => [
    `The hosting provider "${identity}" (${proxyFqdn}) uses the same identity or address. The server would refuse the new provider.`,
    'Choose another identity, or remove the hosting provider in the management shell if it is not used.',
  ],
  unlistedConflict: (identity: string): Words => [
    `The public provider "${identity}" stands in the way of the new one, and is not on the list of providers to remove.`,
    'Add it to the list, or choose to remove what conflicts.',
  ],
  deadProvider: (identity: string): Words => [
    `The public provider "${identity}" is enabled, but its service ended on 30 June 2014.`,
    'Disable or remove it when convenient. This setup leaves it as it is.',
  ],
  federationOff: [
    'The answers want federation and public IM connectivity switched off. Skype cannot be reached then.',
    'Switch it on, unless this is what you want.',
  ] as Words,
  providerDisabled: [
    'The provider is to be created disabled, so it stays without effect.',
    'Enable it when it is to be used.',
  ] as Words,
  replicationBehind: (replicas: readonly string[]): Words => [
    `Replication has not reached: ${replicas.join(', ')}.`,
    'This is normal for a minute after a change.',
  ],
} as const;
