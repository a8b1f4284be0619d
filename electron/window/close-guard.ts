import type { BrowserWindow } from 'electron';

/** How often a closing window looks whether the run has ended. */
const CHECK_MS = 50;

/** What the guard asks of the program. */
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
    }, CHECK_MS);
  };
}
