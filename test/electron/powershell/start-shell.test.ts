import { afterEach, expect, test } from 'vitest';
import { type Session, openSession } from '../../../electron/powershell/session.ts';
import type { StartedShell } from '../../../electron/powershell/shell-process.ts';
import { startShell } from '../../../electron/powershell/start-shell.ts';
import { containing } from '../../fakes/containing.ts';
import { FAKE_POWERSHELL, isAlive } from '../../fakes/fake-powershell.ts';
import { handTimers } from '../../fakes/hand-timers.ts';
import { until } from '../../fakes/until.ts';

const OPTIONS = { executable: FAKE_POWERSHELL, bootLine: "Import-Module -Name 'FederationHost' -ErrorAction Stop" };
const sessions: Session[] = [];
const lines: string[] = [];

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
  lines.length = 0;
});

const start = (how: string, more: Readonly<Record<string, string>> = {}): StartedShell =>
  startShell({ ...OPTIONS, env: { ...process.env, ...more, FAKE_START: how } });

async function open(started: StartedShell): ReturnType<typeof openSession> {
  const { start: startTimer } = handTimers();
  const opened = await openSession({ ...OPTIONS, started, startTimer, log: (line) => lines.push(line) });
  if (opened.ok) sessions.push(opened.value);
  return opened;
}

test('a shell that was started ahead becomes the session’s, with all that it had said', async () => {
  const started = start('environment', { KEPT: 'Jörg' });
  // It has printed, and nobody has listened yet.
  await until(() => isAlive(started.pid ?? 0));
  const session = await open(started);
  expect(session).toMatchObject({ ok: true, value: { processId: started.pid, status: 'ready' } });
  await until(() => lines.join('\n').includes('"KEPT":"Jörg"'));
});

test('a shell that ended before anybody listened is a failure with the reason', async () => {
  const started = start('dies');
  await until(() => !isAlive(started.pid ?? 0));
  expect(await open(started)).toMatchObject({
    ok: false,
    failure: { kind: 'powershell-not-starting', detail: containing('Loading the engine failed') },
  });
});

test('a shell that could not be started is a failure when it is wanted, and nothing before', async () => {
  const started = startShell({ ...OPTIONS, executable: '/nowhere/pwsh' });
  expect(started.pid).toBeNull();
  expect(await openSession({ ...OPTIONS, started })).toMatchObject({
    ok: false,
    failure: { kind: 'powershell-not-starting', detail: containing('ENOENT') },
  });
});
