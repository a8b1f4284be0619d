import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { createPractice } from '../../electron/setup/practice.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSavedPlan } from '../../electron/command-line/options/saved-plan.ts';
import { createHandlers } from '../../electron/handlers/handlers.ts';
import { createReadinessChecks } from '../../electron/network/readiness-checks.ts';
import { planFile } from '../../electron/reports/plan-file.ts';
import type { PracticeSetup } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { valueOf } from '../fakes/practice-shell.ts';

describe('the plan that the window saves', () => {
  let practice: PracticeSetup;
  beforeAll(async () => (practice = await pooledPracticeSetup()));
  afterAll(() => practice.dispose());

  const handlers = (path: string | null) =>
    createHandlers({
      setup: practice.setup,
      practice: createPractice({
        setup: practice.setup,
        dataDir: practice.dataDir,
        statePathOf: () => practice.statePath,
        isRunActive: () => false,
        now: () => new Date(),
      }),
      readiness: createReadinessChecks({ now: () => new Date(), extraRootsPath: null, onChange: () => undefined }),
      description: { version: 'test', deployment: 'practice', dataFolder: practice.dataDir },
      dialogs: {
        chooseReportPath: async () => path,
        chooseScriptPath: async () => path,
        chooseReminderPath: () => Promise.resolve(null),
        chooseDomainsFile: () => Promise.resolve(null),
        choosePlanPath: async () => path,
        chooseListPath: async () => path,
        chooseHandOutPath: async () => path,
      },
      clipboard: { writeText: () => undefined },
      openLink: async () => undefined,
      now: () => new Date('2024-05-06T10:00:00Z'),
    });
  const input = { mode: 'practice', preparedProduct: '', form: { ...EMPTY_FORM, keepsRequest: false } } as const;

  it('is the one on the page, to the last character, and the command line applies it', async () => {
    const path = join(practice.folder, 'plan.json');
    const window = handlers(path);
    const plan = valueOf(await window['plan.make'](input));
    expect(await window['plan.save']({ planHash: plan.hash })).toEqual({ ok: true, value: path });
    const { answers, saved } = valueOf(await readSavedPlan(path));
    expect(await readFile(path, 'utf8')).toBe(planFile(plan, answers));
    const started = await practice.setup.runs.start('practice', answers, {
      reviewed: saved,
      acknowledged: [],
      onFailure: 'stop',
    });
    expect((await valueOf(started).ended).outcome).toBe('done');
  });

  it('is not saved when another plan has been made since', async () => {
    const path = join(practice.folder, 'other.json');
    const window = handlers(path);
    const first = valueOf(await window['plan.make'](input));
    const provider = { ...EMPTY_FORM.provider, enabled: false };
    await window['plan.make']({ ...input, form: { ...input.form, provider } });
    expect(await window['plan.save']({ planHash: first.hash })).toMatchObject({
      ok: false,
      failure: { kind: 'plan-out-of-date' },
    });
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it('is not written when the dialog was closed', async () => {
    const window = handlers(null);
    const plan = valueOf(await window['plan.make'](input));
    expect(await window['plan.save']({ planHash: plan.hash })).toEqual({ ok: true, value: null });
  });
});
