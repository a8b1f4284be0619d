import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardClosing } from '../../../electron/window/close-guard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window that closes when nobody prevents it, and a run that can be ended. */
function setting({ isRunActive, agrees }: { isRunActive: boolean; agrees: boolean }) {
  const events = new EventEmitter();
  const seen = { closed: 0, asked: 0, cancelled: 0 };
  const run = { isActive: isRunActive };
  const close = (): void => {
    const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) };
    events.emit('close', event);
    if (!event.isPrevented) seen.closed += 1;
  };
  const window = { on: events.on.bind(events), close, isDestroyed: () => false };
  const closing = guardClosing(window as unknown as BrowserWindow, {
    isRunActive: () => run.isActive,
    cancelRun: () => void (seen.cancelled += 1),
    confirm: async () => {
      seen.asked += 1;
      return agrees;
    },
  });
  return { seen, run, close, closing };
}

describe('closing the window', () => {
  it('asks nothing when no run is active', () => {
    const { seen, close } = setting({ isRunActive: false, agrees: false });
    close();
    expect(seen).toEqual({ closed: 1, asked: 0, cancelled: 0 });
  });

  it('is given up when the run shall go on', async () => {
    const { seen, close } = setting({ isRunActive: true, agrees: false });
    close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual({ closed: 0, asked: 1, cancelled: 0 });
    close();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.asked).toBe(2);
  });

  it('cancels the run, waits for its end, and then closes', async () => {
    const { seen, run, close } = setting({ isRunActive: true, agrees: true });
    close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual({ closed: 0, asked: 1, cancelled: 1 });
    run.isActive = false;
    await vi.advanceTimersByTimeAsync(200);
    expect(seen).toEqual({ closed: 1, asked: 1, cancelled: 1 });
  });

  it('asks once, however often it is tried', async () => {
    const { seen, close } = setting({ isRunActive: true, agrees: true });
    close();
    close();
    await vi.advanceTimersByTimeAsync(100);
    close();
    expect(seen).toMatchObject({ closed: 0, asked: 1, cancelled: 1 });
  });

  it('asks nobody when the system or a signal ends the program: the run is cancelled, and its end waited for', async () => {
    const { seen, run, closing } = setting({ isRunActive: true, agrees: false });
    closing.closeUnasked();
    closing.closeUnasked();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual({ closed: 0, asked: 0, cancelled: 1 });
    run.isActive = false;
    await vi.advanceTimersByTimeAsync(200);
    expect(seen).toEqual({ closed: 1, asked: 0, cancelled: 1 });
  });

  it('closes at once without a run', () => {
    const { seen, closing } = setting({ isRunActive: false, agrees: false });
    closing.closeUnasked();
    expect(seen).toEqual({ closed: 1, asked: 0, cancelled: 0 });
  });
});
