import { defaultPracticeStatePath } from '../../electron/launch/data-folders.ts';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunSnapshot } from '../../core/run/run.ts';
import { isRunning, needsDecision } from '../../core/run/run.ts';
import { type Practice, createPractice } from '../../electron/setup/practice.ts';
import { type PracticeSetup, UNREVIEWED, practiceSetup } from '../fakes/practice-setup.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { isWholeSet } from '../fakes/scope.ts';

const FAILING = { cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' } as const;

let site: PracticeSetup;
let practice: Practice;

async function openSite(make: () => Promise<PracticeSetup>): Promise<void> {
  site = await make();
  const { setup, dataDir, statePath } = site;
  practice = createPractice({
    setup,
    dataDir,
    statePathOf: (profile) => (profile === 'lync2013-cu5' ? statePath : defaultPracticeStatePath(dataDir, profile)),
    isRunActive: () => isRunning(setup.runs.current()),
    now: () => new Date(),
  });
}
beforeEach(() => openSite(pooledPracticeSetup));
afterEach(() => site.dispose());

async function run(): Promise<RunSnapshot> {
  return valueOf(await site.setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED)).ended;
}

describe('the practice deployment of the window', () => {
  it.runIf(isWholeSet)(
    'makes the faults that were chosen from the next connect on, counts calls from then, and makes none once they are taken away',
    async () => {
      // With PowerShells of its own, to see that each choice is made in a new one.
      await openSite(practiceSetup);
      const before = valueOf(await site.setup.connect('practice', 'read-write')).connection.powershell.processId;
      valueOf(await practice.choose({ profile: 'lync2013-cu5', faults: [FAILING] }));
      expect(await practice.describe()).toEqual({ profile: 'lync2013-cu5', faults: [FAILING] });
      expect(JSON.parse(await readFile(join(site.dataDir, 'practice', 'faults.json'), 'utf8'))).toEqual([FAILING]);
      const after = valueOf(await site.setup.connect('practice', 'read-write')).connection.powershell.processId;
      expect(after).not.toBe(before);
      expect((await run()).outcome).toBe('left-changed');
      valueOf(await practice.choose({ profile: 'lync2013-cu5', faults: [FAILING] }));
      expect((await run()).changes.at(-1)?.result).toBe('failed');
      valueOf(await practice.choose({ profile: 'lync2013-cu5', faults: [] }));
      expect((await run()).outcome).toBe('done');
    },
  );

  it('refuses to become another one while a run is going on', async () => {
    valueOf(await practice.choose({ profile: 'lync2013-cu5', faults: [{ ...FAILING, kind: 'slow' }] }));
    const started = valueOf(await site.setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED));
    expect(await practice.choose({ profile: 'lync2013-cu5', faults: [] })).toMatchObject({ failure: { kind: 'busy' } });
    expect(await practice.reset()).toMatchObject({ failure: { kind: 'busy' } });
    expect((await started.ended).outcome).toBe('done');
  });

  it.runIf(isWholeSet)(
    'is as it was at first after a reset, and a run on it waits for no decision any more',
    async () => {
      const fresh = valueOf(await site.setup.read('practice', 'read-write')).publicProviders;
      valueOf(await practice.choose({ profile: 'lync2013-cu5', faults: [FAILING] }));
      const failed = await run();
      expect((await site.setup.runs.list('practice')).runs.map(needsDecision)).toEqual([true]);
      valueOf(await practice.reset());
      expect(existsSync(site.statePath)).toBe(false);
      expect((await site.setup.runs.list('practice')).runs.map((one) => [one.id, needsDecision(one)])).toEqual([
        [failed.id, false],
      ]);
      expect(valueOf(await site.setup.read('practice', 'read-write')).publicProviders).toEqual(fresh);
    },
  );

  it('lists the runs of the product that it behaves as, and of no other', async () => {
    const made = await run();
    expect((await site.setup.runs.list('practice')).runs.map(({ id }) => id)).toEqual([made.id]);
    valueOf(await practice.choose({ profile: 'sfb2019', faults: [] }));
    expect(await site.setup.runs.list('practice')).toEqual({ runs: [], damaged: [] });
    expect(await site.setup.runs.settle('practice', made.id)).toMatchObject({ failure: { kind: 'no-such-run' } });
    expect(site.setup.practice().statePath).toBe(join(site.dataDir, 'practice', 'sfb2019.json'));
  });

  it('reports no faults for a faults file that cannot be read', async () => {
    await site.setup.usePractice({ ...site.setup.practice(), faultsPath: join(site.folder, 'none.json') });
    expect((await practice.describe()).faults).toEqual([]);
  });
});
