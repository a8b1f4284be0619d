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

/** How the program closes the window by itself. */
export interface Closing {
  /** As the administrator's yes: a run is cancelled and its end waited for, then the window closes. Asking twice does nothing. */
  closeUnasked(): void;
}

/**
 * Asks before the window closes during a run. Once the administrator agrees, the run is cancelled and the window stays
 * open until the run has ended, so that a provider that was removed is put back first.
 */
export function guardClosing(window: Pick<BrowserWindow, 'on' | 'close' | 'isDestroyed'>, guard: CloseGuard): Closing {
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
    // Somebody else may have asked the program to end meanwhile.
    if (state.value === 'ending') return;
    state.value = isAgreed ? 'ending' : 'open';
    if (isAgreed) closeAfterRun();
  };
  const closeUnasked = (): void => {
    if (state.value === 'ending') return;
    state.value = 'ending';
    if (guard.isRunActive()) closeAfterRun();
    else window.close();
  };
  const closeAfterRun = (): void => {
    guard.cancelRun();
    const check = setInterval(() => {
      if (guard.isRunActive()) return;
      clearInterval(check);
      if (!window.isDestroyed()) window.close();
    }, CHECK_MS);
  };
  return { closeUnasked };
}
