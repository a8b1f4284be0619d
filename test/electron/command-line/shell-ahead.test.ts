import { describe, expect, test } from 'vitest';
import { startShellAhead } from '../../../electron/command-line/shell-ahead.ts';
import { openManagementShell } from '../../../electron/powershell/management-shell.ts';
import { FAKE_POWERSHELL } from '../../fakes/fake-powershell.ts';

const PLACES = { assetsDir: '/assets', powershellOverride: FAKE_POWERSHELL };

describe('a shell ahead of its command', () => {
  test('is given away once, and only to whoever needs that executable', async () => {
    const take = startShellAhead(['apply', '--answers', 'a.json'], PLACES);
    expect(take('/another/pwsh')).toBeNull();
    const started = take(FAKE_POWERSHELL);
    expect(started?.pid).toBeGreaterThan(0);
    expect(take(FAKE_POWERSHELL)).toBeNull();
    const lines: string[] = [];
    const shell = await openManagementShell({
      executable: FAKE_POWERSHELL,
      modulePath: '/assets/powershell/FederationHost/FederationHost.psd1',
      started,
      graceMs: 300,
      log: (line) => lines.push(line),
    });
    expect(lines[0]).toBe(`PowerShell ${started?.pid}: ${FAKE_POWERSHELL}`);
    expect(shell.ok).toBe(true);
    if (shell.ok) await shell.value.close();
  });

  test.each([[[]], [['contact-address', 'a@b.c']], [['runs']], [['--version']], [['apply', '--help']], [['apply ']]])(
    'is not started for %j',
    (args) => {
      expect(startShellAhead(args, PLACES)(FAKE_POWERSHELL)).toBeNull();
    },
  );

  test('is not started where there is none, and nothing is said of it yet', () => {
    expect(startShellAhead(['detect'], { ...PLACES, powershellOverride: '/nowhere' })('/nowhere')).toBeNull();
  });
});
