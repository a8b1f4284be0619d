import { join } from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { windowTexts } from '../core/texts/window.ts';

/** The native dialogs of one window. */
export interface Dialogs {
  /** The path that was chosen, or null when the dialog was closed. */
  chooseReportPath(suggestedName: string): Promise<string | null>;
  chooseScriptPath(suggestedName: string): Promise<string | null>;
  choosePlanPath(suggestedName: string): Promise<string | null>;
  chooseReminderPath(suggestedName: string): Promise<string | null>;
  /** A file to read SIP domains from. */
  chooseDomainsFile(): Promise<string | null>;
  /** Asks whether a run is cancelled for the sake of closing the window. */
  confirmCancelAndClose(): Promise<boolean>;
  /** Asks what to do after the page's process ended. */
  confirmReload(): Promise<boolean>;
}

/** The native dialogs, each shown on top of the window. */
export function createDialogs(window: BrowserWindow): Dialogs {
  const choosePath = async (title: string, filter: string, extension: string, name: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: filter, extensions: [extension] }],
      properties: ['showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? null : filePath;
  };
  const { saveReport, saveScript, savePlan, saveReminder, openDomains, closeDuringRun, pageEnded } = windowTexts;
  return {
    chooseReportPath: (name) => choosePath(saveReport.title, saveReport.filter, 'html', name),
    chooseScriptPath: (name) => choosePath(saveScript.title, saveScript.filter, 'ps1', name),
    choosePlanPath: (name) => choosePath(savePlan.title, savePlan.filter, 'json', name),
    chooseReminderPath: (name) => choosePath(saveReminder.title, saveReminder.filter, 'ics', name),
    async chooseDomainsFile() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: openDomains.title,
        filters: [
          { name: openDomains.filter, extensions: ['csv', 'txt', 'tsv'] },
          { name: openDomains.all, extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },
    async confirmCancelAndClose() {
      const { message, detail, keepRunning, cancelAndClose } = closeDuringRun;
      return (await ask(window, 'question', message, detail, [keepRunning, cancelAndClose])) === 1;
    },
    async confirmReload() {
      const { message, detail, reload, close } = pageEnded;
      return (await ask(window, 'error', message, detail, [reload, close])) === 0;
    },
  };
}

/** Shows a question; the first answer is the default and what Escape gives. */
async function ask(
  window: BrowserWindow,
  type: 'question' | 'error',
  message: string,
  detail: string,
  buttons: string[],
): Promise<number> {
  const { response } = await dialog.showMessageBox(window, {
    type,
    title: windowTexts.title,
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response;
}
