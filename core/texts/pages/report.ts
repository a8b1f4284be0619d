/** The Report page. */
export const reportText = {
  lead: 'One file that shows what was asked for, what was done and what the deployment is like now. It opens in any browser, and holds no script and no external content.',
  holds: 'What it holds',
  parts: {
    request: 'The data of the request',
    noRequest: 'No request: you chose to leave it out',
    environment: 'Product, module and PowerShell',
    plan: 'The plan: every change, with its command, before and after',
    run: 'What ran: times, results and what was read back',
    noRun: 'No run: nothing has been applied',
    verification: 'Get-CsPublicProvider, and how it compares with what was asked for',
    next: 'What to do next',
  },
  save: 'Save report',
  saving: 'Saving',
  saved: (path: string) => `The report was saved at ${path}.`,
  savedTitle: 'Saved',
  notSaved: 'The report was not saved.',
  nextTitle: 'What to do next',
  next: [
    'Keep the report with the documentation of the deployment.',
    'Publish _sipfederationtls._tcp on port 5061 for every SIP domain, and see that the Edge certificate has its name.',
    'Tell users how to write addresses, and which alerts to set.',
    'Check again after the next replication.',
  ],
  nextPrepare: [
    'Run the saved script in the management shell of the deployment.',
    'Look at the output of Get-CsPublicProvider: Skype is listed and enabled.',
    'Publish _sipfederationtls._tcp on port 5061 for every SIP domain, and see that the Edge certificate has its name.',
    'Tell users how to write addresses, and which alerts to set.',
  ],
  openGuide: "Microsoft's page on Skype connectivity",
} as const;
