import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAnswers } from '../../core/answers/answers.ts';
import { htmlReport } from '../../electron/reports/html-report.ts';
import { hostileStrings } from '../fakes/hostile-strings.ts';
import { UNREVIEWED, type PracticeSetup } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet } from '../fakes/scope.ts';

const RUNS = isWholeSet ? 12 : 3;

let site: PracticeSetup;

beforeAll(async () => {
  site = await pooledPracticeSetup();
});
afterAll(() => site.dispose());

test('a hostile identity is applied, read back and reported exactly as it was typed, and nothing of it runs', async () => {
  const canary = join(site.folder, 'canary');
  const accepted = hostileStrings(canary)
    .map((identity) => checkAnswers({ ...SAMPLE_ANSWERS, provider: { ...SAMPLE_ANSWERS.provider, identity } }))
    .flatMap((checked) => (checked.ok ? [checked.value] : []));
  const chosen = accepted.filter((_, index) => index % Math.floor(accepted.length / RUNS) === 0);
  expect(chosen.length).toBeGreaterThanOrEqual(RUNS);
  for (const answers of chosen) {
    const { identity } = answers.provider;
    const started = await site.setup.runs.start('practice', answers, UNREVIEWED);
    if (!started.ok) throw new Error(JSON.stringify(started.failure));
    const run = await started.value.ended;
    expect(run.outcome, identity).toBe('done');
    expect(run.provider?.Identity).toBe(identity);
    expect(await site.identities()).toContain(identity);
    const report = await site.setup.report('practice', answers);
    expect(report.ok && !htmlReport(report.value).includes(identity.includes('<') ? identity : '<script')).toBe(true);
  }
  expect(existsSync(canary)).toBe(false);
});
