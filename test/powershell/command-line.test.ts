import { readFile, readdir, writeFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../electron/command-line/run-cli.ts';
import { engineOverride, listOf, recordOf } from '../fakes/practice-setup.ts';
import { openPooledShell } from '../fakes/shell-pool.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet, oneOfEach } from '../fakes/scope.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let folder: string;
let statePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
  statePath = join(folder, 'state.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Called {
  readonly code: number;
  readonly json: Record<string, unknown>;
  readonly err: string;
}

/** Runs one command on the practice deployment, as a person without a terminal does, and reads its one JSON document. */
async function call(command: string, ...args: readonly string[]): Promise<Called> {
  const written = { out: '', err: '' };
  const deployment = ['--deployment', 'practice', '--data-dir', folder, '--practice-state', statePath, '--json'];
  const code = await runCli([command, ...deployment, ...args], {
    version: 'test',
    assetsDir: join(ROOT, 'assets'),
    powershellOverride: engineOverride(),
    programData: null,
    streams: { out: (text) => (written.out += text), err: (text) => (written.err += text) },
    isInteractive: false,
    onInterrupt: () => undefined,
    log: () => undefined,
    openShell: openPooledShell,
  });
  return { code, json: recordOf(JSON.parse(written.out)), err: written.err };
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

/** The state of the deployment without what moves by itself; one that was created again stands last in its list. */
async function state(): Promise<unknown> {
  const { replicas: _, publicProviders, ...rest } = recordOf(JSON.parse(await readFile(statePath, 'utf8')));
  const providers = listOf(publicProviders).map(recordOf);
  const byIdentity = (one: Record<string, unknown>, other: Record<string, unknown>): number =>
    String(one['Identity']).localeCompare(String(other['Identity']));
  return { ...rest, publicProviders: providers.toSorted(byIdentity) };
}

const answersFile = (): Promise<string> => file('answers.json', SAMPLE_ANSWERS);

describe('a saved plan', () => {
  test('is applied exactly, and the hash stands in plan, run and journal', async () => {
    const saved = join(folder, 'plan.json');
    const planned = await call('plan', '--answers', await answersFile(), '--out', saved);
    expect(planned.code).toBe(3);
    expect(JSON.parse(await readFile(saved, 'utf8'))).toEqual(planned.json);
    const applied = await call('apply', '--plan', saved, '--yes');
    expect(applied).toMatchObject({ code: 0, json: { outcome: 'done', planHash: planned.json['hash'] } });
    const commands = (changes: unknown): unknown[] => listOf(changes).map((change) => recordOf(change)['command']);
    expect(commands(applied.json['changes'])).toEqual(commands(planned.json['changes']));
    const journal = (await readdir(join(folder, 'runs'))).find((name) => name.endsWith('.jsonl'));
    expect(await readFile(join(folder, 'runs', journal ?? ''), 'utf8')).toContain(String(planned.json['hash']));
  });

  test('is refused when the deployment has moved, with every property that differs, and nothing is changed', async () => {
    const saved = join(folder, 'plan.json');
    await call('plan', '--answers', await answersFile(), '--out', saved);
    const moved = recordOf(JSON.parse(await readFile(statePath, 'utf8')));
    const publicProviders = listOf(moved['publicProviders'])
      .map(recordOf)
      .map((one) => (one['Identity'] === 'Messenger' ? { ...one, Enabled: true } : one));
    await writeFile(statePath, JSON.stringify({ ...moved, publicProviders }));
    const before = await state();
    const refused = await call('apply', '--plan', saved, '--yes');
    expect(refused.code).toBe(7);
    expect(recordOf(refused.json['error'])).toMatchObject({
      kind: 'plan-out-of-date',
      differences: [{ path: 'publicProviders/Messenger/Enabled', planned: false, live: true }],
    });
    expect(await state()).toEqual(before);
  });

  const edited: readonly [string, (plan: Record<string, unknown>) => unknown, string][] = [
    ['its answers', (plan) => ({ ...plan, answers: { ...SAMPLE_ANSWERS, externalAccess: [] } }), 'invalid-plan'],
    [
      'its fingerprint',
      (plan) => ({ ...plan, fingerprint: { ...recordOf(plan['fingerprint']), properties: {} } }),
      'invalid-plan',
    ],
    ['its hash', (plan) => ({ ...plan, hash: 'f'.repeat(64) }), 'plan-out-of-date'],
    ['everything', () => ['not a plan'], 'invalid-plan'],
  ];
  test.each(oneOfEach(edited, ([, , kind]) => kind))(
    'is refused when somebody has changed %s',
    async (_what, change, kind) => {
      const saved = join(folder, 'plan.json');
      await call('plan', '--answers', await answersFile(), '--out', saved);
      const before = await state();
      const edited = await file('edited.json', change(recordOf(JSON.parse(await readFile(saved, 'utf8')))));
      const refused = await call('apply', '--plan', edited, '--yes');
      expect(recordOf(refused.json['error'])['kind']).toBe(kind);
      expect(await state()).toEqual(before);
    },
  );
});

describe('the three goals', () => {
  test('a check shows the drift, applies nothing, and cannot change anything', async () => {
    const check = await file('check.json', { ...SAMPLE_ANSWERS, goal: 'check' });
    const verified = await call('verify', '--answers', check);
    expect(verified).toMatchObject({ code: 3, json: { outcome: 'differs' } });
    const before = await readFile(statePath, 'utf8');
    expect((await call('apply', '--answers', check, '--yes')).code).toBe(7);
    expect(await readFile(statePath, 'utf8')).toBe(before);
  });

  test.runIf(isWholeSet)('retiring leaves no public provider enabled, and federation as it was', async () => {
    await call('apply', '--answers', await answersFile(), '--yes');
    const retire = await file('retire.json', { version: 1, goal: 'retire' });
    expect(await call('apply', '--answers', retire, '--yes')).toMatchObject({ code: 0, json: { outcome: 'done' } });
    const after = recordOf(await state());
    expect(listOf(after['publicProviders']).map((one) => recordOf(one)['Enabled'])).not.toContain(true);
    expect(recordOf(after['accessEdgeConfiguration'])['AllowFederatedUsers']).toBe(true);
    expect((await call('verify', '--answers', retire)).code).toBe(0);
    expect((await call('plan', '--answers', retire)).code).toBe(0);
  });

  test.runIf(isWholeSet).each(['Get-CsPublicProvider', 'Get-CsExternalAccessPolicy'])(
    'a retirement does not pass for done while %s is denied',
    async (cmdlet) => {
      const retire = await file('retire.json', { version: 1, goal: 'retire' });
      await call('apply', '--answers', retire, '--yes');
      const faults = await file(
        'faults.json',
        [1, 2, 3].map((call) => ({ cmdlet, call, kind: 'access-denied' })),
      );
      const { code, json } = await call('verify', '--answers', retire, '--practice-faults', faults);
      expect([code, json['outcome']]).toEqual([3, 'cannot-tell']);
      expect(listOf(json['unread']).map((one) => recordOf(one)['message'])).toEqual([
        `${cmdlet}: access to the Central Management Store was denied.`,
      ]);
    },
  );
});

describe('a run that fails', () => {
  const failing = (): Promise<string> =>
    file('faults.json', [{ cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' }]);

  test('stands as far as it came, is listed, and is taken back on request', async () => {
    await call('snapshot');
    const before = await state();
    const faults = ['--practice-faults', await failing()];
    const applied = await call('apply', '--answers', await answersFile(), '--yes', ...faults);
    expect(applied).toMatchObject({ code: 5, json: { outcome: 'left-changed' } });
    expect(applied.json['byHand']).toEqual([
      "Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $false -EnablePublicCloudAudioVideoAccess $false",
      'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false',
    ]);
    const listed = await call('runs');
    expect(listed.json['runs']).toMatchObject([{ id: applied.json['runId'], outcome: 'left-changed', standing: 2 }]);
    const run = ['--run', String(applied.json['runId'])];
    expect(await call('resume', ...run)).toMatchObject({ code: 3, json: { canContinue: true } });
    expect(await call('rollback', ...run, '--yes')).toMatchObject({ code: 0, json: { outcome: 'restored' } });
    expect(await state()).toEqual(before);
  });

  test.runIf(isWholeSet)('is continued to its end', async () => {
    const faults = ['--practice-faults', await failing()];
    await call('apply', '--answers', await answersFile(), '--yes', ...faults);
    expect(await call('resume', '--action', 'continue', '--yes')).toMatchObject({ code: 0, json: { outcome: 'done' } });
    expect((await call('verify', '--answers', await answersFile())).code).toBe(0);
  });

  test.runIf(isWholeSet)('is taken back at once with --on-failure rollback', async () => {
    await call('snapshot');
    const before = await state();
    const faults = ['--practice-faults', await failing(), '--on-failure', 'rollback'];
    const applied = await call('apply', '--answers', await answersFile(), '--yes', ...faults);
    expect(applied).toMatchObject({ code: 4, json: { outcome: 'restored', byHand: [] } });
    expect(await state()).toEqual(before);
  });

  test.runIf(isWholeSet)('keeps the federation switch on when others have come to rely on it since', async () => {
    await call('apply', '--answers', await answersFile(), '--yes');
    const now = recordOf(JSON.parse(await readFile(statePath, 'utf8')));
    const allowedDomains = [
      { Identity: 'fabrikam.net', Domain: 'fabrikam.net', ProxyFqdn: null, Comment: null, MarkForMonitoring: false },
    ];
    await writeFile(statePath, JSON.stringify({ ...now, allowedDomains }));
    const rolledBack = await call('rollback', '--yes');
    expect(rolledBack).toMatchObject({ code: 5, json: { outcome: 'left-changed' } });
    const edge = recordOf(recordOf(await state())['accessEdgeConfiguration']);
    expect(edge['AllowFederatedUsers']).toBe(true);
    // What others rely on is not named among the commands to run by hand.
    expect(rolledBack.json['byHand']).toEqual([]);
  });

  test('that is none is said to be none', async () => {
    expect(await call('rollback', '--run', '../../etc/passwd', '--yes')).toMatchObject({ code: 2 });
    expect(await call('resume')).toMatchObject({ code: 2 });
  });
});
