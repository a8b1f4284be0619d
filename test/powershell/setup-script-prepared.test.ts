import type { SetUpAnswers } from '../../core/answers/answers-schema.ts';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type Fault, type PracticeSetup, UNREVIEWED, recordOf } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { type ScriptSite, comparable, scriptSite } from '../fakes/run-script.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet, oneOfEach } from '../fakes/scope.ts';

let planned: PracticeSetup;
let before = '';
let after = '';
const open: ScriptSite[] = [];

async function site(
  answers: Partial<SetUpAnswers> = {},
  {
    state = before,
    faults = [],
    product = 'lync2013-cu5',
  }: { state?: string; faults?: readonly Fault[]; product?: PreparedProductId } = {},
): Promise<ScriptSite> {
  const { script } = valueOf(await planned.setup.script({ product }, { ...SAMPLE_ANSWERS, ...answers }));
  const made = await scriptSite(script, state, faults);
  open.push(made);
  return made;
}

/** The state in which the provider that is in the way has a value in every property. */
function withFilledProvider(): string {
  const state = recordOf(JSON.parse(before));
  const filled = {
    Identity: 'Windows Live',
    Name: 'Windows Live',
    ProxyFqdn: 'federation.messenger.msn.com',
    IconUrl: 'https://example.com/icon.png',
    NameDecorationDomain: 'a.example.com',
    NameDecorationRoutingDomain: 'b.example.com',
    NameDecorationExcludedDomainList: 'c.example.com,d.example.com',
    VerificationLevel: 'AlwaysUnverifiable',
    Enabled: true,
  };
  return JSON.stringify({ ...state, publicProviders: [filled] });
}

beforeAll(async () => {
  planned = await pooledPracticeSetup();
  await planned.setup.connect('practice', 'read-write');
  before = await readFile(planned.statePath, 'utf8');
  const started = valueOf(await planned.setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED));
  expect((await started.ended).outcome).toBe('done');
  after = await readFile(planned.statePath, 'utf8');
});
afterAll(() => planned.dispose());
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.remove()));
});

describe('a script that was prepared without reading a deployment', () => {
  it('leads to the same state as applying the plan', async () => {
    const at = await site();
    const { code, text } = await at.run();
    expect(code).toBe(0);
    expect(text).toContain('Remove the public provider "Messenger" (federation.messenger.msn.com).');
    expect(comparable(await at.state())).toEqual(comparable(after));
  });

  it.runIf(isWholeSet)('makes only what is not right yet', async () => {
    const at = await site({}, { state: after });
    const { code, text } = await at.run();
    expect(code).toBe(0);
    expect(text.match(/^Right already: /gmu)).toHaveLength(3);
    expect(text).toContain('There is nothing to do.');
    expect(await at.state()).toBe(after);
  });

  it.runIf(isWholeSet)('with -WhatIf shows what it found, and changes nothing', async () => {
    const at = await site();
    const { code, text } = await at.run({ args: '-WhatIf' });
    expect(code).toBe(0);
    expect(text.match(/^What if: /gmu)).toHaveLength(4);
    expect(text).toContain('AllowFederatedUsers: False -> True');
    expect(await at.state()).toBe(before);
  });

  it.each(oneOfEach(['error', 'partial', 'silent'], () => 'it fails'))(
    'creates the old provider again, with every value, when the new one fails (%s)',
    async (kind) => {
      const state = withFilledProvider();
      const faults = [{ cmdlet: 'New-CsPublicProvider', call: 1, kind }];
      const at = await site({ externalAccess: [], accessEdge: { allowFederatedUsers: false } }, { state, faults });
      const { code, text } = await at.run();
      expect(code).toBe(1);
      expect(text).toContain('Taken back, and read back.');
      expect(comparable(await at.state())).toEqual(comparable(state));
    },
  );

  it.runIf(isWholeSet)('names every old value when it cannot create the old provider again', async () => {
    const faults = [1, 2].map((call) => ({ cmdlet: 'New-CsPublicProvider', call, kind: 'error' }));
    const { code, text } = await (await site({}, { state: withFilledProvider(), faults })).run();
    expect(code).toBe(1);
    expect(text).toMatch(/"Windows Live" was: Enabled True, IconUrl "https:\/\/example\.com\/icon\.png"/u);
  });

  it.runIf(isWholeSet)(
    'removes what is listed where it is there, and refuses where something else is in the way',
    async () => {
      const listed = await site({ removeProviders: ['AOL', 'Gone', 'Messenger'] });
      expect((await listed.run()).code).toBe(0);
      expect(await listed.state()).not.toMatch(/"Identity": "(AOL|Messenger)"/u);
      const unlisted = await site({ removeProviders: ['AOL'] });
      const { code, text } = await unlisted.run();
      expect(code).toBe(1);
      expect(text).toContain('"Messenger" has the same identity or address, and the plan does not remove it.');
      expect(await unlisted.state()).toBe(before);
    },
  );

  it.runIf(isWholeSet)('does not remove a listed provider that it would only create again', async () => {
    const at = await site({ removeProviders: ['Skype'] }, { state: after });
    expect((await at.run()).text).toContain('There is nothing to do.');
    expect(await at.state()).toBe(after);
  });

  it.runIf(isWholeSet)('refuses when a hosting provider is in the way, and when a policy is not there', async () => {
    const hosting = { Identity: 'Online', Name: 'Online', ProxyFqdn: 'FEDERATION.messenger.msn.com', Enabled: true };
    const more = { VerificationLevel: 'AlwaysVerifiable', EnabledSharedAddressSpace: false, HostsOCSUsers: false };
    const state = JSON.stringify({
      ...recordOf(JSON.parse(after)),
      publicProviders: [],
      hostingProviders: [{ ...hosting, ...more, IsLocal: false, AutodiscoverUrl: null }],
    });
    expect((await (await site({}, { state })).run()).text).toContain('"Online" has the same identity or address');
    const nobody = { identity: 'Nobody', publicCloudAccess: true, publicCloudAudioVideoAccess: true };
    const at = await site({ externalAccess: [nobody] });
    expect((await at.run()).text).toContain('The external access policy "Nobody": it is not there.');
    expect(await at.state()).toBe(before);
  });

  it('refuses on another product than the stated one', async () => {
    const at = await site({}, { product: 'lync2010' });
    const { code, text } = await at.run();
    expect(code).toBe(1);
    expect(text).toContain('The plan is for Lync Server 2010.');
    expect(await at.state()).toBe(before);
  });

  it.runIf(isWholeSet)('cannot take back what it did not read, and says so', async () => {
    const at = await site({}, { state: after });
    const { code, text } = await at.run({ args: '-Rollback -Confirm:$false' });
    expect(code).toBe(1);
    expect(text).toContain('It is not known what was there before. Nothing was changed.');
    expect(await at.state()).toBe(after);
  });
});
