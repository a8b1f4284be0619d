import type { Answers } from '../../core/answers/answers-schema.ts';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunSnapshot } from '../../core/run/run.ts';
import { type Fault, type PracticeSetup, UNREVIEWED } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet } from '../fakes/scope.ts';
import { until } from '../fakes/until.ts';

/**
 * Answers that change the provider alone. It is read for the plan, after each of the two changes, three times while the
 * removal is taken back, at the end, and for the text that is shown.
 */
const PROVIDER_ONLY: Answers = { ...SAMPLE_ANSWERS, externalAccess: [], accessEdge: { allowFederatedUsers: false } };
const FAILED_CREATION: Fault = { cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' };
const reading = (call: number, kind: string): Fault => ({ cmdlet: 'Get-CsPublicProvider', call, kind });

const open: PracticeSetup[] = [];

async function practice(...faults: readonly Fault[]): Promise<PracticeSetup> {
  const one = await pooledPracticeSetup(faults);
  open.push(one);
  return one;
}

async function run({ setup }: PracticeSetup, answers: Answers = PROVIDER_ONLY): Promise<RunSnapshot> {
  const started = await setup.runs.start('practice', answers, UNREVIEWED);
  if (!started.ok) throw new Error(JSON.stringify(started.failure));
  return started.value.ended;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.dispose()));
});

describe('a run whose readings fail', () => {
  it('reads once more, and so knows that everything is as it was', async () => {
    const ended = await run(await practice(FAILED_CREATION, reading(8, 'error')));
    expect(ended).toMatchObject({ outcome: 'restored', byHand: [] });
  });

  it.runIf(isWholeSet)('does not take what cannot be read for gone, and names what may stand', async () => {
    const ended = await run(await practice(FAILED_CREATION, reading(8, 'error'), reading(9, 'access-denied')));
    expect(ended).toMatchObject({ outcome: 'unknown', byHand: ["Remove-CsPublicProvider -Identity 'Skype'"] });
  });

  it.runIf(isWholeSet)('goes on in a new PowerShell when the old one ends while it reads back', async () => {
    const site = await practice(reading(4, 'kill'));
    expect((await run(site)).outcome).toBe('done');
    expect(await site.identities()).toContain('Skype');
  });

  it.runIf(isWholeSet)('can be cancelled while a reading hangs', async () => {
    const site = await practice(reading(3, 'hang'));
    const started = await site.setup.runs.start('practice', PROVIDER_ONLY, UNREVIEWED);
    if (!started.ok) throw new Error(JSON.stringify(started.failure));
    const calls = (): Promise<string> => readFile(`${site.statePath}.calls`, 'utf8');
    await until(async () => /(?:Get-CsPublicProvider[^]*){3}/u.test(await calls()));
    site.setup.runs.cancel();
    expect(await started.value.ended).toMatchObject({ isCancelled: true, outcome: 'cancelled' });
    expect(await site.identities()).toContain('Messenger');
  });

  it.runIf(isWholeSet)(
    'says that a change stands which failed after it was made and is not taken back unasked',
    async () => {
      const ended = await run(
        await practice({ cmdlet: 'Set-CsAccessEdgeConfiguration', call: 1, kind: 'partial' }),
        SAMPLE_ANSWERS,
      );
      expect(ended).toMatchObject({
        outcome: 'left-changed',
        byHand: ['Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false'],
      });
      expect(ended.changes[0]).toMatchObject({ id: 'access-edge', result: 'done' });
    },
  );

  it.runIf(isWholeSet)('is neither settled nor resumed by a reading in which something is missing', async () => {
    const site = await practice(FAILED_CREATION, reading(10, 'error'), reading(11, 'error'));
    const { id } = await run(site);
    const journal = async (): Promise<string> => {
      const name = (await readdir(join(site.dataDir, 'runs'))).find((one) => one.endsWith('.jsonl'));
      return readFile(join(site.dataDir, 'runs', name ?? ''), 'utf8');
    };
    const recorded = await journal();
    const unread = { ok: false, failure: { kind: 'cmdlet-failed', during: 'Get-CsPublicProvider' } };
    expect(await site.setup.runs.settle('practice', id)).toMatchObject(unread);
    expect(await site.setup.runs.resume('practice', id, 'rollback')).toMatchObject(unread);
    expect(await journal()).toBe(recorded);
  });
});
