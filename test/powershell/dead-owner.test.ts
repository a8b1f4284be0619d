import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildProgram } from '../fakes/build-program.ts';
import { isAlive } from '../fakes/fake-powershell.ts';
import { engineOverride, listOf, recordOf } from '../fakes/practice-setup.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet } from '../fakes/scope.ts';
import { until } from '../fakes/until.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Longer than anything that is waited for here: a shell that outlives its program still makes its change in the end. */
const SLOW_SECONDS = 60;

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram(join(ROOT, 'electron/cli.ts'));
});
afterAll(() => rm(program.folder, { recursive: true, force: true }));

let folder: string;
let statePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dead-owner-'));
  statePath = join(folder, 'state.json');
  await writeFile(join(folder, 'answers.json'), JSON.stringify(SAMPLE_ANSWERS));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts a command of the product's command line in a program of its own, as a shell would. */
function start(command: string, ...args: readonly string[]): ChildProcess {
  const deployment = ['--deployment', 'practice', '--data-dir', folder, '--practice-state', statePath];
  return spawn(process.execPath, [program.path, command, ...deployment, ...args], {
    env: { ...process.env, SKYPE_FEDERATION_POWERSHELL: engineOverride() ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Begins to apply, with a cmdlet that takes its time over a provider, and waits until that change is the one in hand. */
async function applySlowly(cmdlet: string, change: string, seconds: number): Promise<ChildProcess> {
  const faults = join(folder, 'faults.json');
  await writeFile(faults, JSON.stringify([{ cmdlet, call: 1, kind: 'slow', seconds }]));
  const answers = join(folder, 'answers.json');
  const applying = start('apply', '--answers', answers, '--yes', '--practice-faults', faults);
  await until(async () => (await lastEvent())['id'] === change);
  return applying;
}

async function end(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

async function events(): Promise<readonly Record<string, unknown>[]> {
  const runs = join(folder, 'runs');
  const names = existsSync(runs) ? await readdir(runs) : [];
  const [journal] = names.filter((name) => name.endsWith('.jsonl'));
  if (journal === undefined) return [];
  const lines = (await readFile(join(runs, journal), 'utf8')).split('\n').slice(0, -1);
  return lines.filter((line) => line !== '').map((line) => recordOf(JSON.parse(line)));
}

const lastEvent = async (): Promise<Record<string, unknown>> => (await events()).at(-1) ?? {};

/** The PowerShell that the run's journal names. */
async function shellId(): Promise<number> {
  const [started] = await events();
  return Number(recordOf(started?.['powershell'])['processId']);
}

async function providers(): Promise<readonly string[]> {
  const { publicProviders } = recordOf(JSON.parse(await readFile(statePath, 'utf8')));
  return listOf(publicProviders)
    .map((one) => String(recordOf(one)['Identity']))
    .toSorted();
}

const BEFORE = ['AOL', 'Messenger', 'Yahoo!'];

describe('a program that dies in the middle of a command', () => {
  test('takes its PowerShell with it: nothing is changed any more, and the run is rolled back', async () => {
    const applying = await applySlowly('New-CsPublicProvider', 'provider:Skype', SLOW_SECONDS);
    const shell = await shellId();
    expect(isAlive(shell)).toBe(true);
    applying.kill('SIGKILL');
    await until(() => !isAlive(shell));
    expect(await providers()).toEqual(['AOL', 'Yahoo!']);
    const rolledBack = await end(start('rollback', '--yes'));
    expect(rolledBack.code).toBe(0);
    expect(await providers()).toEqual(BEFORE);
  });

  // Signals that stop a process for a while are known to POSIX alone.
  test.skipIf(process.platform === 'win32')(
    'and whose PowerShell did not notice: it is ended before anything is read',
    async () => {
      const applying = await applySlowly('New-CsPublicProvider', 'provider:Skype', SLOW_SECONDS);
      const shell = await shellId();
      process.kill(shell, 'SIGSTOP');
      applying.kill('SIGKILL');
      await once(applying, 'exit');
      expect(isAlive(shell)).toBe(true);
      const rolledBack = await end(start('rollback', '--yes'));
      expect(isAlive(shell)).toBe(false);
      expect(rolledBack.code).toBe(0);
      expect(await providers()).toEqual(BEFORE);
    },
  );
});

describe('a program that is asked to stop', () => {
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
  test.each(isWholeSet ? signals : signals.slice(0, 1))(
    '%s: finishes the command in hand, puts the provider back and closes the journal',
    async (signal) => {
      const applying = await applySlowly('Remove-CsPublicProvider', 'remove:Messenger', 2);
      const ended = end(applying);
      applying.kill(signal);
      expect((await ended).code).toBe(130);
      expect(await lastEvent()).toMatchObject({ type: 'run-ended', outcome: 'left-changed', isCancelled: true });
      expect(await providers()).toEqual(BEFORE);
      expect((await readdir(folder)).filter((name) => name.endsWith('.run.lock'))).toEqual([]);
    },
  );
});

describe('output that nobody reads', () => {
  test.each(isWholeSet ? (['stdout', 'stderr'] as const) : (['stderr'] as const))(
    '(%s closed after its first line) does not end a run',
    async (name) => {
      const applying = start('apply', '--answers', join(folder, 'answers.json'), '--yes');
      const ended = once(applying, 'exit');
      // Standard error tells each change; the result comes on standard output at the end.
      if (name === 'stderr') applying.stderr?.once('data', () => applying.stderr?.destroy());
      else applying.stdout?.destroy();
      expect((await ended)[0]).toBe(0);
      expect(await lastEvent()).toMatchObject({ type: 'run-ended', outcome: 'done' });
      expect(await providers()).toEqual(['AOL', 'Skype', 'Yahoo!']);
    },
  );
});
