import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences, nativeTheme } from 'electron';
import { windowTexts } from '../core/texts/window.ts';

/** Every preference that security or behaviour depends on, stated, so that no default of Electron decides it. */
export const WEB_PREFERENCES = {
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
  /** Shown by desktops that do not take the icon from the program file. */
  readonly iconPath: string | null;
  readonly hasDevTools: boolean;
}

/** Creates the window. It stays hidden until its page has been painted. */
export function createWindow({ preloadPath, iconPath, hasDevTools }: WindowOptions): BrowserWindow {
  const options: BrowserWindowConstructorOptions = {
    title: windowTexts.title,
    width: 1100,
    height: 760,
    minWidth: 900,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: background(),
    ...(iconPath === null ? {} : { icon: iconPath }),
    webPreferences: { ...WEB_PREFERENCES, preload: preloadPath, devTools: hasDevTools },
  };
  const window = new BrowserWindow(options);
  window.once('ready-to-show', () => window.show());
  followTheme(window);
  return window;
}

/** Brings the window to the front, as after a second start of the program. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export interface CloseGuard {
  readonly isRunActive: () => boolean;
  readonly cancelRun: () => void;
  /** True: cancel the run and close. */
  readonly confirm: () => Promise<boolean>;
}

/**
 * Asks before the window closes during a run. Once the administrator agrees, the run is cancelled and the window stays
 * open until the run has ended, so that a provider that was removed is put back first.
 */
export function guardClosing(window: Pick<BrowserWindow, 'on' | 'close' | 'isDestroyed'>, guard: CloseGuard): void {
  const state: { value: 'open' | 'asking' | 'ending' } = { value: 'open' };
  window.on('close', (event) => {
    if (!guard.isRunActive()) return;
    event.preventDefault();
    if (state.value !== 'open') return;
    state.value = 'asking';
    void ask();
  });
  const ask = async (): Promise<void> => {
    const isAgreed = await guard.confirm();
    state.value = isAgreed ? 'ending' : 'open';
    if (isAgreed) closeAfterRun();
  };
  const closeAfterRun = (): void => {
    guard.cancelRun();
    const check = setInterval(() => {
      if (guard.isRunActive()) return;
      clearInterval(check);
      if (!window.isDestroyed()) window.close();
    }, 50);
  };
}

function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}
