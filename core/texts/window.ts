/** Words of the window itself: its title and its native dialogs. */
export const windowTexts = {
  title: 'Skype Federation Setup',
  saveReport: { title: 'Save the report', filter: 'Web page' },
  saveScript: { title: 'Save the script', filter: 'PowerShell script' },
  savePlan: { title: 'Save the plan', filter: 'Plan' },
  saveList: { title: 'Save the list', filter: 'CSV list' },
  saveHandOut: { title: 'Save the hand-out', page: 'Web page', text: 'Plain text' },
  saveReminder: { title: 'Save the reminder', filter: 'Calendar' },
  openDomains: { title: 'Import SIP domains', filter: 'Lists of domains', all: 'All files' },
  closeDuringRun: {
    message: 'Changes are being applied.',
    detail:
      'Closing cancels the run after the command in hand. What has been changed by then stays and is in the journal.',
    keepRunning: 'Keep running',
    cancelAndClose: 'Cancel the run and close',
  },
  pageEnded: {
    message: 'The page stopped working.',
    detail: 'Your entries are in the saved draft. A run that is in progress goes on.',
    reload: 'Open it again',
    close: 'Close the window',
  },
  alreadyOpen: 'Skype Federation Setup is open already. Its window was brought to the front.',
} as const;
