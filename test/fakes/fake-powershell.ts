import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Session, openSession } from '../../electron/powershell/session.ts';
import type { StartTimer } from '../../electron/powershell/timer.ts';
import { handTimers } from './hand-timers.ts';

/** A program that behaves like a PowerShell with the FederationHost module, well or badly. */
export const FAKE_POWERSHELL = fileURLToPath(new URL('fake-powershell.mjs', import.meta.url));

export interface FakeOptions {
  /** What it does at its start: `dies`, `hangs`, `no-module`, `ignores-signals`, `environment`. */
  readonly start?: string;
  readonly log?: (message: string) => void;
  readonly env?: Readonly<Record<string, string>>;
  readonly startTimeoutMs?: number;
  readonly graceMs?: number;
  readonly startTimer?: StartTimer;
}

/** Opens a session on the fake; no time is up for it unless the test says so. */
export function openFake({ start = '', log, env = {}, ...times }: FakeOptions): ReturnType<typeof openSession> {
  return openSession({
    executable: FAKE_POWERSHELL,
    bootLine: "Import-Module -Name 'FederationHost' -ErrorAction Stop",
    env: { ...process.env, ...env, FAKE_START: start },
    startTimer: handTimers().start,
    ...times,
    ...(log === undefined ? {} : { log }),
  });
}

/** A session on the fake that must open. */
export async function openedFake(options: FakeOptions = {}): Promise<Session> {
  const opened = await openFake(options);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value;
}

/** True while the process lives; one that has ended and whose parent has not yet noticed does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = process.platform === 'linux' ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
  } catch {
    return false;
  }
}
