import { join } from 'node:path';
import { type BrowserWindow, type FileFilter, app, dialog } from 'electron';
import { windowTexts } from '../../core/texts/window.ts';

/** The native dialogs of one window. */
export interface Dialogs {
  /** The path that was chosen, or null when the dialog was closed. */
  chooseReportPath(suggestedName: string): Promise<string | null>;
  chooseScriptPath(suggestedName: string): Promise<string | null>;
  choosePlanPath(suggestedName: string): Promise<string | null>;
  chooseListPath(suggestedName: string): Promise<string | null>;
  /** The hand-out is a web page, or plain text where the chosen name ends so. */
  chooseHandOutPath(suggestedName: string): Promise<string | null>;
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
  const { saveReport, saveScript, savePlan, saveList, saveHandOut, saveReminder } = windowTexts;
  const { closeDuringRun, pageEnded } = windowTexts;
  const save = (title: string, filters: FileFilter[], name: string) => chooseNewFile(window, title, filters, name);
  return {
    chooseReportPath: (name) => save(saveReport.title, [filter(saveReport.filter, 'html')], name),
    chooseScriptPath: (name) => save(saveScript.title, [filter(saveScript.filter, 'ps1')], name),
    choosePlanPath: (name) => save(savePlan.title, [filter(savePlan.filter, 'json')], name),
    chooseListPath: (name) => save(saveList.title, [filter(saveList.filter, 'csv')], name),
    chooseHandOutPath: (name) =>
      save(saveHandOut.title, [filter(saveHandOut.page, 'html'), filter(saveHandOut.text, 'txt')], name),
    chooseReminderPath: (name) => save(saveReminder.title, [filter(saveReminder.filter, 'ics')], name),
    chooseDomainsFile: () => chooseListFile(window),
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

function filter(name: string, ...extensions: string[]): FileFilter {
  return { name, extensions };
}

/** Asks where something is saved, beginning in the documents of whoever is signed in. */
async function chooseNewFile(
  window: BrowserWindow,
  title: string,
  filters: FileFilter[],
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), name),
    filters,
    properties: ['showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

async function chooseListFile(window: BrowserWindow): Promise<string | null> {
  const { title, filter: lists, all } = windowTexts.openDomains;
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: [filter(lists, 'csv', 'txt', 'tsv'), filter(all, '*')],
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
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
