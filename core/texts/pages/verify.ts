/** The Verify page. */
export const verifyText = {
  lead: 'The deployment is read again and compared with what you asked for. Nothing is changed.',
  checking: 'Reading the deployment',
  again: 'Check again',
  outcomes: {
    'as-wanted': {
      title: 'Everything is as you asked for',
      body: (identity: string) => `The provider ${identity} is there, and every setting agrees.`,
    },
    differs: {
      title: 'Something is not as you asked for',
      body: () =>
        'The differences are marked below. If you have not applied the plan yet, this is what it would change.',
    },
    'cannot-tell': {
      title: 'Not everything could be compared',
      body: () => 'A part of the deployment could not be read. What is known is shown below.',
    },
  },
  card: (identity: string) => `The provider ${identity}`,
  noProvider: 'There is no such provider in the deployment.',
  property: 'Property',
  wanted: 'Asked for',
  actual: 'In the deployment',
  verdict: 'Compared',
  same: 'As asked',
  different: 'Differs',
  notAsked: 'Not asked for',
  empty: 'empty',
  output: 'Get-CsPublicProvider, as the shell prints it',
  outputName: 'Output',
  noOutput: 'The shell printed nothing: there is no public provider.',
  settings: 'Other settings',
  replication: 'Replication',
  replicationLead: 'Changes travel from the Central Management Store to every server, usually within a minute.',
  replica: 'Server',
  state: 'State',
  upToDate: 'Up to date',
  behind: 'Behind',
  noReplicas: 'The deployment reports no replicas.',
} as const;
