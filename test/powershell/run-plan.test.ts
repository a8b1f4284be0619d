import type { Answers } from '../../core/answers/answers-schema.ts';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunSnapshot } from '../../core/run/run.ts';
import { latestRun } from '../../electron/run/journal.ts';
import { type Fault, type PracticeSetup, UNREVIEWED, recordOf } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet, oneOfEach } from '../fakes/scope.ts';
import { until } from '../fakes/until.ts';

/** Answers that change the provider alone, so that a failed swap leaves nothing else behind. */
const PROVIDER_ONLY: Answers = { ...SAMPLE_ANSWERS, externalAccess: [], accessEdge: { allowFederatedUsers: false } };

const open: PracticeSetup[] = [];

async function practice(faults: readonly Fault[] = [], dataDir?: string): Promise<PracticeSetup> {
  const one = await pooledPracticeSetup(faults, dataDir);
  open.push(one);
  return one;
}

async function run({ setup }: PracticeSetup, answers: Answers = SAMPLE_ANSWERS): Promise<RunSnapshot> {
  const started = await setup.runs.start('practice', answers, UNREVIEWED);
  if (!started.ok) throw new Error(JSON.stringify(started.failure));
  return started.value.ended;
}

function results(of: RunSnapshot): Record<string, string> {
  return Object.fromEntries(of.changes.map(({ id, result }) => [id, result]));
}

const fault = (cmdlet: string, kind: string): Fault => ({ cmdlet, call: 1, kind });

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.dispose()));
});

describe('a run on a practice deployment', () => {
  it('makes every change, reads each back, and has nothing to do the second time', async () => {
    const site = await practice();
    const first = await run(site);
    expect(first).toMatchObject({ outcome: 'done', provider: { Identity: 'Skype', Enabled: true } });
    expect(first.changes.every((change) => change.result === 'done' && change.durationMs !== null)).toBe(true);
    expect(first.textOutput).toMatch(/Identity\s+: Skype/u);
    expect(await site.identities()).toEqual(['AOL', 'Yahoo!', 'Skype']);
    const stateBefore = await readFile(site.statePath, 'utf8');
    const second = await run(site);
    expect(second.outcome).toBe('nothing-to-do');
    expect(await readFile(site.statePath, 'utf8')).toBe(stateBefore);
  });

  it('has the start of each change on disk before the deployment changes', async () => {
    const site = await practice();
    await run(site);
    const name = (await readdir(join(site.dataDir, 'runs'))).find((one) => one.endsWith('.jsonl'));
    const lines = (await readFile(join(site.dataDir, 'runs', name ?? ''), 'utf8')).trim().split('\n');
    const types = lines.map((line) => String(recordOf(JSON.parse(line))['type']));
    expect(types).toEqual([
      'run-started',
      ...Array.from({ length: 4 }, () => ['change-started', 'change-ran', 'change-verified']).flat(),
      'run-ended',
    ]);
    expect(await latestRun(site.dataDir, { deployment: 'practice', place: site.statePath })).toEqual(
      site.pictures.at(-1),
    );
  });

  it.each(oneOfEach(['error', 'access-denied', 'partial', 'silent'], () => 'it fails'))(
    'puts the old provider back when creating the new one fails (%s)',
    async (kind) => {
      const site = await practice([fault('New-CsPublicProvider', kind)]);
      await site.setup.connect('practice', 'read-write');
      const before = (await site.state())['publicProviders'];
      const ended = await run(site, PROVIDER_ONLY);
      expect(ended.outcome).toBe('restored');
      expect(ended.restores.at(-1)).toMatchObject({ id: 'remove:Messenger', result: 'done' });
      expect(results(ended)).toMatchObject({ 'remove:Messenger': 'restored' });
      const byIdentity = (list: unknown) =>
        Array.isArray(list) ? list.map((one) => JSON.stringify(one)).toSorted() : [];
      expect(byIdentity((await site.state())['publicProviders'])).toEqual(byIdentity(before));
    },
  );

  it.runIf(isWholeSet)('says what stands when the provider is put back but earlier changes were made', async () => {
    const site = await practice([fault('New-CsPublicProvider', 'error')]);
    const ended = await run(site);
    expect(ended.outcome).toBe('left-changed');
    expect(results(ended)).toEqual({
      'access-edge': 'done',
      'policy:global': 'done',
      'remove:Messenger': 'restored',
      'provider:Skype': 'failed',
    });
    expect(await site.identities()).toContain('Messenger');
  });

  it.runIf(isWholeSet).each(['exit', 'kill'])(
    'says that the outcome is unknown, then reads it, when PowerShell ends in mid-command (%s)',
    async (kind) => {
      const site = await practice([fault('New-CsPublicProvider', kind)]);
      const ended = await run(site, PROVIDER_ONLY);
      const seen = site.pictures.flatMap(({ changes }) =>
        changes.filter(({ id }) => id === 'provider:Skype').map(({ result }) => result),
      );
      expect(seen).toContain('unknown');
      expect(ended.changes.at(-1)?.failure).toMatchObject({ kind: 'powershell-lost', reason: 'ended' });
      expect(ended.outcome).toBe('restored');
      expect((await site.identities()).toSorted()).toEqual(['AOL', 'Messenger', 'Yahoo!']);
    },
  );

  it.runIf(isWholeSet)('stops at the first change that fails and sends no later one', async () => {
    const site = await practice([fault('Set-CsExternalAccessPolicy', 'error')]);
    const ended = await run(site);
    expect(results(ended)).toEqual({
      'access-edge': 'done',
      'policy:global': 'failed',
      'remove:Messenger': 'skipped',
      'provider:Skype': 'skipped',
    });
    expect(ended.changes[1]?.failure).toMatchObject({
      kind: 'cmdlet-failed',
      error: { cmdlet: 'Set-CsExternalAccessPolicy' },
    });
    expect(ended.outcome).toBe('left-changed');
  });

  it.runIf(isWholeSet)('counts a change that reports success but is not so as a failure', async () => {
    const site = await practice([fault('Set-CsAccessEdgeConfiguration', 'silent')]);
    const ended = await run(site);
    expect(results(ended)['access-edge']).toBe('not-as-wanted');
    expect(ended.outcome).toBe('restored');
  });

  it.runIf(isWholeSet)('is not misled by noise on either output', async () => {
    const site = await practice([fault('New-CsPublicProvider', 'garbage'), fault('Get-CsPublicProvider', 'garbage')]);
    expect((await run(site)).outcome).toBe('done');
  });

  it.runIf(isWholeSet)('can be cancelled while a command hangs, and reads what is so', async () => {
    const site = await practice([fault('New-CsPublicProvider', 'hang')]);
    const started = await site.setup.runs.start('practice', PROVIDER_ONLY, UNREVIEWED);
    if (!started.ok) throw new Error('not started');
    const isCreating = () => site.pictures.at(-1)?.changes.at(-1)?.result === 'running';
    await until(isCreating);
    expect(await site.setup.runs.start('practice', PROVIDER_ONLY, UNREVIEWED)).toMatchObject({
      ok: false,
      failure: { kind: 'busy' },
    });
    site.setup.runs.cancel();
    const ended = await started.value.ended;
    expect(ended).toMatchObject({ isCancelled: true, outcome: 'cancelled' });
    expect(await site.identities()).toContain('Messenger');
  });

  it('refuses a plan that is not the one that was reviewed, and changes nothing', async () => {
    const site = await practice();
    const plan = await site.setup.plan('practice', SAMPLE_ANSWERS);
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    const reviewed = { hash: plan.value.hash, fingerprint: plan.value.fingerprint };
    await run(site, PROVIDER_ONLY);
    const refused = await site.setup.runs.start('practice', SAMPLE_ANSWERS, { ...UNREVIEWED, reviewed });
    const differences = !refused.ok && refused.failure.kind === 'plan-out-of-date' ? refused.failure.differences : [];
    expect(differences).toContainEqual({ path: 'publicProviders/Messenger/Enabled', planned: false, live: null });
    expect(differences).toContainEqual({ path: 'publicProviders/Skype/Enabled', planned: null, live: true });
  });

  it.runIf(isWholeSet)('does not begin when the journal cannot be written', async () => {
    const file = join((await practice()).folder, 'a-file');
    await writeFile(file, '');
    const site = await practice([], file);
    const stateBefore = (await site.setup.read('practice', 'read-write')).ok;
    expect(await site.setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED)).toMatchObject({
      ok: false,
      failure: { kind: 'storage' },
    });
    expect(stateBefore).toBe(true);
    expect(await site.identities()).toContain('Messenger');
  });

  it('moves a practice state aside that cannot be read, and says where', async () => {
    const site = await practice();
    await writeFile(site.statePath, '{ broken');
    const connected = await site.setup.connect('practice', 'read-write');
    const aside = connected.ok ? connected.value.movedAside : null;
    expect(aside).toContain('state.json.unreadable-');
    expect(await readFile(aside ?? '', 'utf8')).toBe('{ broken');
    expect(await site.identities()).toContain('Messenger');
  });
});
