import type { Answers } from '../../core/answers/answers-schema.ts';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedChange } from '../../core/plan/change.ts';
import { makePlan, type Plan } from '../../core/plan/plan.ts';
import { setupScript } from '../../core/plan/setup-script.ts';
import { type Fault, type PracticeSetup, UNREVIEWED } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { type ScriptSite, comparable, scriptSite } from '../fakes/run-script.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { facts } from '../fakes/sample-deployment.ts';
import { SCRIPT_PARTS } from '../fakes/script-parts.ts';
import { isWholeSet } from '../fakes/scope.ts';

const ROLLBACK = { args: '-Rollback -Confirm:$false' };
const WHOLE_ROLLBACK = { args: '-Rollback -IncludeFederationSwitch -Confirm:$false' };

/** The provider under its own name with another value that cannot be set, so that it is removed and created anew. */
const RENEWED: Answers = {
  ...SAMPLE_ANSWERS,
  provider: { ...SAMPLE_ANSWERS.provider, nameDecorationRoutingDomain: 'live.com' },
};

let planned: PracticeSetup;
let before = '';
let after = '';
let script = '';
let renewingScript = '';
const open: ScriptSite[] = [];

async function scriptOf(answers: Answers): Promise<string> {
  return valueOf(await planned.setup.script({ deployment: 'practice' }, answers)).script;
}

async function site(text: string, state: string, faults: readonly Fault[] = []): Promise<ScriptSite> {
  const made = await scriptSite(text, state, faults);
  open.push(made);
  return made;
}

beforeAll(async () => {
  planned = await pooledPracticeSetup();
  script = await scriptOf(SAMPLE_ANSWERS);
  before = await readFile(planned.statePath, 'utf8');
  const started = valueOf(await planned.setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED));
  expect((await started.ended).outcome).toBe('done');
  after = await readFile(planned.statePath, 'utf8');
  renewingScript = await scriptOf(RENEWED);
});
afterAll(() => planned.dispose());
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.remove()));
});

describe('a script with -Rollback', () => {
  it('restores what was before, last change first', async () => {
    const at = await site(script, after);
    const { code, text } = await at.run(WHOLE_ROLLBACK);
    expect(code).toBe(0);
    expect([...text.matchAll(/^Take back: (\w+)/gmu)].map(([, word]) => word)).toEqual([
      'Create',
      'Remove',
      'In',
      'Switch',
    ]);
    expect(comparable(await at.state())).toEqual(comparable(before));
  });

  it.runIf(isWholeSet)('leaves the organisation-wide switch as it is, and says why', async () => {
    const at = await site(script, after);
    const { code, text } = await at.run(ROLLBACK);
    expect(code).toBe(0);
    expect(text).toContain('other partners may rely on it. Add -IncludeFederationSwitch');
    const restored = comparable(before);
    expect(comparable(await at.state())).toEqual({
      ...restored,
      accessEdgeConfiguration: expect.objectContaining({ AllowFederatedUsers: true }) as unknown,
    });
  });

  it.runIf(isWholeSet)('shows each step with -WhatIf, and takes nothing back', async () => {
    const at = await site(renewingScript, after);
    await at.run();
    const renewed = await at.state();
    const { code, text } = await at.run({ args: '-Rollback -WhatIf' });
    expect(code).toBe(0);
    expect(text.match(/^What if: Take back: /gmu)).toHaveLength(2);
    expect(await at.state()).toBe(renewed);
  });

  it.runIf(isWholeSet)('brings back a provider that was replaced by one of the same name', async () => {
    const at = await site(renewingScript, after);
    expect((await at.run()).code).toBe(0);
    expect(await at.state()).toContain('"NameDecorationRoutingDomain": "live.com"');
    expect((await at.run(ROLLBACK)).code).toBe(0);
    expect(comparable(await at.state())).toEqual(comparable(after));
  });

  it.runIf(isWholeSet)('takes back what stands after the shell was killed half-way through the swap', async () => {
    const at = await site(script, before, [{ cmdlet: 'New-CsPublicProvider', call: 1, kind: 'kill' }]);
    expect((await at.run()).code).not.toBe(0);
    expect(await at.state()).not.toMatch(/"Identity": "(Messenger|Skype)"/u);
    const { code, text } = await at.run(WHOLE_ROLLBACK);
    expect(code).toBe(0);
    expect(text).toContain('Does not stand: Create the public provider "Skype"');
    expect(comparable(await at.state())).toEqual(comparable(before));
  });

  it.runIf(isWholeSet)('has nothing to do where nothing of the plan stands', async () => {
    const at = await site(script, before);
    const { code, text } = await at.run(WHOLE_ROLLBACK);
    expect(code).toBe(0);
    expect(text).toContain('There is nothing to do.');
    expect(await at.state()).toBe(before);
  });

  it('refuses when somebody has changed an object since, and names the property', async () => {
    const at = await site(script, after);
    await at.change((state) => state.replace(/("Identity": "Skype"[^}]*"Enabled": )true/u, '$1false'));
    const moved = await at.state();
    const { code, text } = await at.run(WHOLE_ROLLBACK);
    expect(code).toBe(1);
    expect(text).toContain(
      'Something is neither as it was before the plan nor as the plan made it. Nothing was changed.',
    );
    expect(text).toContain('The public provider "Skype": Enabled is False and not True.');
    expect(await at.state()).toBe(moved);
  });

  it.runIf(isWholeSet)('keeps the new provider when the old one cannot be created again', async () => {
    const at = await site(script, after, [{ cmdlet: 'New-CsPublicProvider', call: 1, kind: 'error' }]);
    const { code } = await at.run(ROLLBACK);
    expect(code).toBe(1);
    expect(comparable(await at.state())).toEqual(comparable(after));
  });

  it.runIf(isWholeSet)('is needed for -IncludeFederationSwitch', async () => {
    const at = await site(script, after);
    expect((await at.run({ args: '-IncludeFederationSwitch' })).code).toBe(1);
    expect(await at.state()).toBe(after);
  });
});

describe('a change of a user’s policy', () => {
  const grant = (PolicyName: string | null) =>
    ({ cmdlet: 'Grant-CsExternalAccessPolicy', parameters: { Identity: 'alarsen@contoso.com', PolicyName } }) as const;
  const change = {
    id: 'user',
    kind: 'grant',
    status: 'would-change',
    sentence: 'Assign the policy to a user.',
    subject: { type: 'user', identity: 'alarsen@contoso.com' },
    call: grant('SalesExternalAccess'),
    undo: grant(null),
    before: { ExternalAccessPolicy: null },
    after: { ExternalAccessPolicy: 'Tag:SalesExternalAccess' },
    destructive: false,
    unit: null,
    notes: [],
  } as unknown as PlannedChange;
  const plan: Plan = { ...makePlan(SAMPLE_ANSWERS, facts(), () => 'hash'), changes: [change] };
  const grantingScript = setupScript({ plan, answers: SAMPLE_ANSWERS, isRead: true }, SCRIPT_PARTS);

  it.runIf(isWholeSet)('is made, read back whatever the tag, and taken back', async () => {
    const at = await site(grantingScript, before);
    expect((await at.run()).code).toBe(0);
    expect(await at.state()).toMatch(/"ExternalAccessPolicy": "SalesExternalAccess",[^}]*alarsen/u);
    expect((await at.run(ROLLBACK)).code).toBe(0);
    expect(comparable(await at.state())).toEqual(comparable(before));
  });
});
