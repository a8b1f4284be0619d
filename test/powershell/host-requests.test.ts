import { spawn } from 'node:child_process';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quoted } from '../../core/deployment/command-text.ts';
import { readAnswer, readOutputLine, callText } from '../../electron/powershell/framing.ts';
import { HOST_MODULE, type PracticeState, PROFILE, practiceState, testPowerShell } from '../fakes/practice-shell.ts';
import { isWholeSet } from '../fakes/scope.ts';

let state: PracticeState;
beforeAll(async () => {
  state = await practiceState();
});
afterAll(() => state.remove());

describe('a request that is not as agreed', () => {
  /** Sends raw statements to a shell with the module, and returns what it answered. */
  async function answers(statements: readonly string[]): Promise<readonly unknown[]> {
    const child = spawn(testPowerShell(), ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'], {
      env: { ...process.env, TERM: 'dumb', NO_COLOR: '1' },
    });
    child.stdin.end([`Import-Module -Name ${quoted(HOST_MODULE)}`, ...statements, 'exit', ''].join('\n'));
    const [output, errors] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
    expect(errors).toBe('');
    return output.split('\n').flatMap((line) => {
      const read = readOutputLine(line);
      return read.kind === 'answer' ? [readAnswer(read.payload, read.id)] : [];
    });
  }

  const encoded = (content: unknown): string =>
    `Invoke-FederationRequest ${Buffer.from(JSON.stringify(content)).toString('base64')}`;
  const sent = (operation: string, parameters: Readonly<Record<string, unknown>>): string =>
    callText('0a', operation, parameters).split(/\r?\n/u)[0] ?? '';

  test.runIf(isWholeSet)('is answered with an error of its own kind, whatever it is', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['Invoke-FederationRequest', '', 'MalformedRequest'],
      ['Invoke-FederationRequest no-base64', '', 'MalformedRequest'],
      ['Invoke-FederationRequest bm8ganNvbg==', '', 'MalformedRequest'],
      [encoded([1]), '', 'MalformedRequest'],
      [encoded({ operation: 'show', parameters: {} }), '', 'MalformedRequest'],
      [encoded({ id: 'X'.repeat(65), operation: 'show', parameters: {} }), '', 'MalformedRequest'],
      [encoded({ id: '0a', parameters: {} }), '0a', 'MalformedRequest'],
      [encoded({ id: '0a', operation: 'show' }), '0a', 'MalformedRequest'],
      [sent('reboot', {}), '0a', 'UnknownOperation'],
      [sent('show', {}), '0a', 'NotConnected'],
      [sent('execute', { cmdlet: 'Get-CsUser', parameters: {} }), '0a', 'NotConnected'],
      [sent('connect', { deployment: 'elsewhere' }), '0a', 'MalformedRequest'],
      [sent('connect', { deployment: 'practice', statePath: 7, profile: PROFILE }), '0a', 'MalformedRequest'],
      [sent('connect', { deployment: 'practice', readOnly: 'yes' }), '0a', 'MalformedRequest'],
      [sent('whatIf', { cmdlet: 'Remove-CsPublicProvider', parameters: {} }), '0a', 'NotConnected'],
      [sent('export', { subjects: [] }), '0a', 'NotConnected'],
      [sent('tally', {}), '0a', 'NotConnected'],
    ];
    const given = await answers(cases.map(([statement]) => statement));
    expect(given).toMatchObject(
      cases.map(([, id, error]) => ({ id, ok: false, error: { errorId: `FederationHost.${error}` } })),
    );
  });

  test('never reaches a cmdlet that is not allowed, nor a parameter that steers the shell', async () => {
    const connect = sent('connect', { deployment: 'practice', statePath: state.path, profile: PROFILE });
    const given = await answers([
      connect,
      sent('execute', { cmdlet: 'Remove-Item', parameters: { LiteralPath: state.path } }),
      sent('execute', { cmdlet: 'PracticeLync\\Get-CsUser', parameters: {} }),
      sent('execute', { cmdlet: 'Get-CsUser', parameters: { ErrorAction: 'SilentlyContinue' } }),
      sent('execute', { cmdlet: 'Get-CsUser', parameters: { OutVariable: 'x' } }),
      sent('execute', { cmdlet: 'Get-CsUser', parameters: [1] }),
      sent('whatIf', { cmdlet: 'Remove-Item', parameters: { LiteralPath: state.path } }),
      sent('whatIf', { cmdlet: 'Remove-CsPublicProvider', parameters: { WhatIf: false } }),
      sent('execute', { cmdlet: 'Remove-CsPublicProvider', parameters: { WhatIf: true } }),
      sent('export', { subjects: 'all' }),
      sent('export', { subjects: [{ type: 'Remove-Item', identity: 'x' }] }),
      sent('export', { subjects: [{ type: 'user', identity: null }] }),
    ]);
    expect(given.slice(1)).toMatchObject(
      [
        'CmdletNotAllowed',
        'CmdletNotAllowed',
        'ParameterNotAllowed',
        'ParameterNotAllowed',
        'MalformedRequest',
        'CmdletNotAllowed',
        'ParameterNotAllowed',
        'ParameterNotAllowed',
        'MalformedRequest',
        'MalformedRequest',
        'MalformedRequest',
      ].map((id) => ({ id: '0a', ok: false, error: { errorId: `FederationHost.${id}` } })),
    );
    expect(JSON.stringify((await state.read())['publicProviders'])).toContain('AOL');
  });
});
