/**
 * This folder holds the window and its walls, and is the only one beside `main.ts` and `preload.ts` that uses Electron.
 * `guards` and `app-scheme` are the walls, `ipc` the one door, `dialogs` what is asked outside of the page.
 */
import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences, nativeTheme } from 'electron';
import { windowTexts } from '../../core/texts/window.ts';

/** Every preference that security or behaviour depends on, stated, so that no default of Electron decides it. */
const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  webgl: false,
  spellcheck: false,
  enablePreferredSizeMode: false,
  autoplayPolicy: 'document-user-activation-required',
} as const satisfies WebPreferences;

/** The same as the pages' own background (renderer/base.css), so that nothing flashes before the first paint. */
const backgrounds = { light: '#fafafa', dark: '#1f1f1f' } as const;

export interface WindowOptions {
  /** The compiled preload script; absolute. */
  readonly preloadPath: string;
  readonly hasDevTools: boolean;
}

/**
 * Creates the window, at once and in the page's own background: a window that waits for its first paint may wait for ever
 * when it is resized or zoomed before.
 */
export function createWindow({ preloadPath, hasDevTools }: WindowOptions): BrowserWindow {
  const options: BrowserWindowConstructorOptions = {
    title: windowTexts.title,
    width: 1100,
    height: 760,
    minWidth: 900,
    minHeight: 640,
    backgroundColor: background(),
    webPreferences: { ...WEB_PREFERENCES, preload: preloadPath, devTools: hasDevTools },
  };
  const window = new BrowserWindow(options);
  followTheme(window);
  return window;
}

/** Brings the window to the front, as after a second start of the program. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}
