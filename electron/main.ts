/**
 * The program with a window. Everything that runs in Node lies in this room; `main.ts`, `preload.ts` and `window/` are all
 * of it that knows Electron, so that the command line (`cli.ts`) does without.
 */
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserWindow, Menu, app, clipboard, ipcMain, protocol, session, shell } from 'electron';
import { windowTexts } from '../core/texts/window.ts';
import type { WindowServices } from './handlers/window-services.ts';
import { type LaunchOptions, commandLineOf, environmentOptions, readLaunchOptions } from './launch/launch-options.ts';
import { standardStreams } from './launch/standard-streams.ts';
import { onStopSignal } from './launch/stop-signals.ts';
import { APP_PRIVILEGES, APP_SCHEME, createAppResponder } from './window/app-scheme.ts';
import { guardClosing } from './window/close-guard.ts';
import { type Dialogs, createDialogs } from './window/dialogs.ts';
import { type AllowedAddresses, allowedAddresses, guardApp, guardSession, isKnownLink } from './window/guards.ts';
import { sendEvent, serveRequests, trustedSender } from './window/ipc.ts';
import { lazy } from './window/lazy.ts';
import { createWindow, focusWindow } from './window/window.ts';
import { enableZoom } from './window/zoom.ts';

/** How long the end of the program waits for PowerShell to end. */
const DISPOSE_LIMIT_MS = 3_000;

/** Shared by the window and the command line of a packaged program. PowerShell cannot read inside of an archive. */
const assetsDir = app.isPackaged ? join(process.resourcesPath, 'assets') : join(app.getAppPath(), 'assets');

/** First of all: a log that nobody reads must not end the program, or make it log that for ever. */
const streams = standardStreams(process);

const args = process.argv.slice(1);
const command = app.isPackaged ? commandLineOf(args) : null;
if (command === null) startWindow();
else await runCommandLine(command);

/** Runs one command in the packaged program: before `ready`, and so without a window. */
async function runCommandLine(command: readonly string[]): Promise<void> {
  const { startCli } = await import('./command-line/start-cli.ts');
  const code = await startCli(command, {
    version: app.getVersion(),
    assetsDir,
    ...environmentOptions(process.env),
    streams,
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    onInterrupt: onStopSignal,
    log: () => {},
  });
  await new Promise((written) => process.stdout.write('', written));
  app.exit(code);
}

function startWindow(): void {
  process.on('unhandledRejection', (reason) => log(`Unhandled rejection: ${described(reason)}`));
  process.on('uncaughtException', (error) => log(`Uncaught exception: ${described(error)}`));
  const options = readLaunchOptions(args, process.env);
  if (!options.ok) {
    log(options.failure);
    app.exit(2);
    return;
  }
  app.setPath('userData', profileFolder(options.value.dataDir));
  if (!app.requestSingleInstanceLock()) {
    log(windowTexts.alreadyOpen);
    app.exit(0);
    return;
  }
  const addresses = allowedAddresses(app.isPackaged ? null : options.value.rendererUrl);
  protocol.registerSchemesAsPrivileged([APP_PRIVILEGES]);
  guardApp(app, addresses);
  // Otherwise Electron makes a menu of its own, with reloading and developer tools.
  Menu.setApplicationMenu(null);
  void app.whenReady().then(() => openWindow(options.value, addresses));
}

/** The window first; what works behind it is loaded while the page is. */
function openWindow(options: LaunchOptions, addresses: AllowedAddresses): void {
  const root = app.getAppPath();
  guardSession(session.defaultSession, addresses);
  servePages(join(root, 'out', 'renderer'));
  const window = createWindow({
    preloadPath: join(root, 'out', 'preload', 'preload.cjs'),
    hasDevTools: !app.isPackaged,
  });
  const dialogs = createDialogs(window);
  const services = lazy(() => loadServices(options, window, dialogs));
  serveRequests({
    ipcMain,
    answer: async (name, input) => (await services.load()).answer(name, input),
    isTrustedSender: trustedSender(window.webContents, addresses.origin),
    log,
  });
  void window.loadURL(addresses.page).catch((error: unknown) => log(`The page was not loaded: ${described(error)}`));
  // Desktops on Linux do not take the icon from the program file.
  if (process.platform === 'linux') window.setIcon(join(assetsDir, 'icons', 'icon-256.png'));
  enableZoom(window.webContents);
  const closing = guardClosing(window, {
    isRunActive: () => services.loaded()?.isRunActive() ?? false,
    cancelRun: () => services.loaded()?.cancelRun(),
    confirm: () => dialogs.confirmCancelAndClose(),
  });
  onStopSignal(() => closing.closeUnasked());
  // Windows signs the user out: what is under way is ended first, and nobody can be asked any more.
  window.on('query-session-end', (event) => {
    if (!(services.loaded()?.isRunActive() ?? false)) return;
    event.preventDefault();
    closing.closeUnasked();
  });
  window.on('session-end', () => services.loaded()?.cancelRun());
  app.on('second-instance', () => focusWindow(window));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`The page's process ended: ${reason}`);
    void dialogs.confirmReload().then((isWanted) => (isWanted ? window.webContents.reload() : window.close()));
  });
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => endServices(event, services.loaded()));
}

/**
 * Serves the compiled pages on the app scheme. Not with `protocol.handle`: before its first answer, Node loads its whole web
 * client for `Request` and `Response`, for which the window would wait (decision 015).
 */
function servePages(folder: string): void {
  const respond = createAppResponder(folder);
  protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => answer(respond(request)));
}

async function loadServices(options: LaunchOptions, window: BrowserWindow, dialogs: Dialogs): Promise<WindowServices> {
  const { createWindowServices } = await import('./handlers/window-services.ts');
  return createWindowServices({
    options,
    assetsDir,
    version: app.getVersion(),
    dialogs,
    clipboard,
    openLink: async (url) => {
      if (isKnownLink(url)) await shell.openExternal(url);
    },
    emit: (name, payload) => sendEvent(window.webContents, name, payload),
    log,
  });
}

/** Lets PowerShell end before the program does, but does not wait for ever. */
function endServices(event: Electron.Event, services: WindowServices | null): void {
  if (services === null) return;
  event.preventDefault();
  const limit = new Promise((resolve) => setTimeout(resolve, DISPOSE_LIMIT_MS));
  const disposed = services.dispose().catch((error: unknown) => log(`PowerShell did not end: ${described(error)}`));
  void Promise.race([disposed, limit]).then(() => app.exit(0));
}

/** Chromium's own files, apart from ours. In a folder that cannot be written, the window still opens and says so. */
function profileFolder(dataDir: string): string {
  const folder = resolve(dataDir, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    log(`The data folder cannot be used: ${described(error)}`);
    return mkdtempSync(join(tmpdir(), 'skype-federation-setup-'));
  }
}

function log(line: string): void {
  streams.err(`${line}\n`);
}

function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
