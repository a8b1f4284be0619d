import type { App, Session, WebContents } from 'electron';
import { LINKS } from '../../core/contract/links.ts';
import { APP_ORIGIN, APP_PAGE } from './app-scheme.ts';

/** Which addresses the window may load. In development the pages come from a local server with live reload. */
export interface AllowedAddresses {
  /** The page that the window opens, and may reload. */
  readonly page: string;
  /** As `WebFrameMain.origin` prints it. */
  readonly origin: string;
  isRequestAllowed(url: string): boolean;
}

/**
 * The addresses of the program's own pages, and nothing on any network.
 * @param rendererUrl the development server, or null
 */
export function allowedAddresses(rendererUrl: string | null): AllowedAddresses {
  if (rendererUrl === null) {
    return {
      page: APP_PAGE,
      origin: APP_ORIGIN,
      isRequestAllowed: (url) => url.startsWith(`${APP_ORIGIN}/`) || isInline(url),
    };
  }
  const { origin, host } = new URL(rendererUrl);
  const isRequestAllowed = (url: string): boolean =>
    [`${origin}/`, `ws://${host}/`, 'devtools:'].some((start) => url.startsWith(start)) || isInline(url);
  return { page: new URL(rendererUrl).href, origin, isRequestAllowed };
}

/** Content that an address carries in itself; the pages' policy says where it may be used. */
function isInline(url: string): boolean {
  return url.startsWith('data:');
}

/** True for the addresses that may be opened in the administrator's browser. */
export function isKnownLink(url: string): boolean {
  return Object.values<string>(LINKS).includes(url);
}

const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/** The walls that stand before Electron is ready: every renderer sandboxed, every new page guarded. */
export function guardApp(app: App, addresses: AllowedAddresses): void {
  // Chromium cannot start as root with its sandbox; `enableSandbox` would take back the explicit switch. The window's own
  // preference keeps the page without Node either way.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (app.isPackaged) debuggingSwitches.forEach((name) => app.commandLine.removeSwitch(name));
  app.on('web-contents-created', (_event, contents) => guardContents(contents, addresses.page));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, select) => {
    event.preventDefault();
    select();
  });
}

/** The walls of the session: no permission, no device, no download, no request but for the program's own files. */
export function guardSession(session: Session, { isRequestAllowed }: AllowedAddresses): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isRequestAllowed(url) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

/** The walls of a page: it stays where it is, opens nothing and embeds nothing. */
function guardContents(contents: WebContents, page: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (event.url !== page) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== page) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && event.url.startsWith('about:')) setImmediate(() => comeBack(contents, page));
  });
  contents.on('select-bluetooth-device', (event, _devices, select) => {
    event.preventDefault();
    select('');
  });
}

/** Chromium lets a page go to its own `about:` pages without asking, and cannot be stopped from within the event. */
function comeBack(contents: WebContents, page: string): void {
  // A load that is overtaken by another is rejected; the page is there all the same.
  if (!contents.isDestroyed()) contents.loadURL(page).catch(() => {});
}
