import type { Answers } from '../../core/answers/answers-schema.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, type PracticeSetup, UNREVIEWED } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { type ScriptSite, comparable, scriptSite } from '../fakes/run-script.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet, oneOfEach } from '../fakes/scope.ts';

/** Answers that change the provider alone. */
const PROVIDER_ONLY: Answers = { ...SAMPLE_ANSWERS, externalAccess: [], accessEdge: { allowFederatedUsers: false } };

let planned: PracticeSetup;
/** The site that was never set up, before and after the plan was applied. */
let before = '';
let after = '';
let planHash = '';
let script = '';
let providerScript = '';
let doneScript = '';
const open: ScriptSite[] = [];

async function scriptOf(answers: Answers): Promise<string> {
  return valueOf(await planned.setup.script({ deployment: 'practice' }, answers)).script;
}

async function site(text: string, faults: readonly Fault[] = [], state = before): Promise<ScriptSite> {
  const made = await scriptSite(text, state, faults);
  open.push(made);
  return made;
}

const fault = (cmdlet: string, kind: string, call = 1): Fault => ({ cmdlet, call, kind });

beforeAll(async () => {
  planned = await pooledPracticeSetup();
  planHash = valueOf(await planned.setup.plan('practice', SAMPLE_ANSWERS)).hash;
  script = await scriptOf(SAMPLE_ANSWERS);
  providerScript = await scriptOf(PROVIDER_ONLY);
  before = await readFile(planned.statePath, 'utf8');
  const started = valueOf(await planned.setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED));
  expect((await started.ended).outcome).toBe('done');
  after = await readFile(planned.statePath, 'utf8');
  doneScript = await scriptOf(SAMPLE_ANSWERS);
});
afterAll(() => planned.dispose());
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.remove()));
});

describe('the script of a plan', () => {
  it('leads to the same state as applying the plan, and records what it did', async () => {
    const at = await site(script);
    const { code, text } = await at.run();
    expect(code).toBe(0);
    expect(text.match(/Done, and read back\./gu)).toHaveLength(4);
    expect(text).toMatch(/Identity +: Skype\n/u);
    expect(text).toContain('skype-federation-setup verify --answers FILE');
    expect(comparable(await at.state())).toEqual(comparable(after));
    const [transcript = ''] = await at.transcripts();
    expect(transcript).toContain(`Plan ${planHash}`);
    expect(transcript).toContain("New-CsPublicProvider -Identity 'Skype'");
    expect(transcript).toMatch(/Identity +: Skype/u);
    expect(transcript).toMatch(/transcript end/iu);
  });

  it.runIf(isWholeSet)('has nothing to do where the plan stands already', async () => {
    const at = await site(script, [], after);
    const { code, text } = await at.run();
    expect(code).toBe(0);
    expect(text).toContain('Every change of this plan stands already.\nThere is nothing to do.');
    expect(await at.state()).toBe(after);
  });

  it.runIf(isWholeSet)('only reads when everything was right already', async () => {
    const at = await site(doneScript, [], after);
    const { code, text } = await at.run();
    expect(code).toBe(0);
    expect(text).toContain('Everything was right already when this plan was made.');
    expect(await at.state()).toBe(after);
  });

  it('with -WhatIf shows every change and makes none, and writes no file', async () => {
    const at = await site(script);
    const { code, text } = await at.run({ args: '-WhatIf' });
    expect(code).toBe(0);
    expect(text.match(/^What if: /gmu)).toHaveLength(4);
    expect(text).toContain('EnablePublicCloudAccess: False -> True');
    expect(text).toContain('Nothing was changed.');
    expect(await at.state()).toBe(before);
    expect(await at.transcripts()).toEqual([]);
  });

  it('asks once before each change: the cmdlets do not ask again', async () => {
    const at = await site(script);
    const answers = ['y', 'y', 'y', 'y'];
    const { code, text } = await at.run({ args: '-Confirm', before: "$global:ConfirmPreference = 'Low'", answers });
    expect(code).toBe(0);
    expect(text.match(/Make this change\?/gu)).toHaveLength(4);
    expect(comparable(await at.state())).toEqual(comparable(after));
  });

  it.runIf(isWholeSet)(
    'asks without being told to, and where nobody can answer it fails before anything is changed',
    async () => {
      const at = await site(script);
      expect((await at.run({ args: '' })).code).toBe(1);
      expect(await at.state()).toBe(before);
    },
  );

  it.runIf(isWholeSet)('stops at the first no, and says what stands', async () => {
    const at = await site(script);
    const { code, text } = await at.run({ args: '', answers: ['y', 'n'] });
    expect(code).toBe(1);
    expect(text).toContain('This stands now:\n  - Switch on federation');
    expect(text).toContain('To take it back, run this script with -Rollback.');
    expect(await at.state()).toContain('"Identity": "Messenger"');
  });

  it.runIf(isWholeSet)('creates the old provider again when the answer is no half-way through the swap', async () => {
    const at = await site(providerScript);
    const { code, text } = await at.run({ args: '', answers: ['y', 'n'] });
    expect(code).toBe(1);
    expect(text).toContain('Taken back, and read back.');
    expect(comparable(await at.state())).toEqual(comparable(before));
  });

  it.each(oneOfEach(['error', 'access-denied', 'partial', 'silent'], () => 'it fails'))(
    'puts the old provider back when creating the new one fails (%s)',
    async (kind) => {
      const at = await site(providerScript, [fault('New-CsPublicProvider', kind)]);
      const { code, text } = await at.run();
      expect(code).toBe(1);
      expect(text).toContain('Taken back, and read back.');
      expect(text).toContain('Nothing that this run did stands.');
      expect(comparable(await at.state())).toEqual(comparable(before));
    },
  );

  it.runIf(isWholeSet)('names every old value when the old provider cannot be put back either', async () => {
    const faults = [fault('New-CsPublicProvider', 'error'), fault('New-CsPublicProvider', 'access-denied', 2)];
    const { code, text } = await (await site(providerScript, faults)).run();
    expect(code).toBe(1);
    expect(text).toContain('This could not be taken back');
    expect(text).toMatch(/"Messenger" was: Enabled False, .*ProxyFqdn "federation\.messenger\.msn\.com"/u);
  });

  it('counts success that is not so as a failure, makes no later change, and records the reason', async () => {
    const at = await site(script, [fault('Set-CsExternalAccessPolicy', 'silent')]);
    const { code, text } = await at.run();
    const reason = '"Global" is not as wanted: EnablePublicCloudAccess is False and not True';
    expect(code).toBe(1);
    expect(text).toContain(reason);
    expect(await at.state()).toContain('"Identity": "Messenger"');
    const [transcript = ''] = await at.transcripts();
    expect(transcript).toContain(`Stopped. It reported success, but the external access policy ${reason}`);
    expect(transcript).toMatch(/transcript end/iu);
  });

  it.runIf(isWholeSet)('adds its transcript to the file that is named', async () => {
    const at = await site(script, [], after);
    const path = join(at.folder, 'a [record].txt');
    const args = `-TranscriptPath '${path}' -Confirm:$false`;
    await at.run({ args });
    await at.run({ args });
    expect((await readFile(path, 'utf8')).match(/transcript start/giu)).toHaveLength(2);
    expect(await at.transcripts()).toEqual([]);
  });

  it.runIf(isWholeSet)('warns, and goes on, where the host cannot record', async () => {
    const at = await site(script);
    const { code, text } = await at.run({ before: "function Start-Transcript { throw 'Not in this host.' }" });
    expect(code).toBe(0);
    expect(text).toContain('WARNING: There is no transcript of this run. Not in this host.');
  });
});

describe('before it changes anything, the script', () => {
  it('does not come to be where a check refuses the plan', async () => {
    const nobody = { identity: 'Nobody', publicCloudAccess: true, publicCloudAudioVideoAccess: true };
    expect(
      await planned.setup.script({ deployment: 'practice' }, { ...SAMPLE_ANSWERS, externalAccess: [nobody] }),
    ).toMatchObject({ ok: false, failure: { kind: 'refused', findings: [{ id: 'policy-missing:Nobody' }] } });
  });

  it('compares all that it touches with what the plan was made from, and names each difference', async () => {
    const at = await site(script);
    await at.change((state) =>
      state
        .replace('"EnablePublicCloudAudioVideoAccess": false', '"EnablePublicCloudAudioVideoAccess": true')
        .replace('"VerificationLevel": "UseSourceVerification"', '"VerificationLevel": "AlwaysVerifiable"'),
    );
    const moved = await at.state();
    const { code, text } = await at.run();
    expect(code).toBe(1);
    expect(text).toContain('The deployment is not as it was when the plan was made.');
    expect(text).toContain('Nothing was changed.');
    expect(text).toContain('"Global": EnablePublicCloudAudioVideoAccess is True and not False.');
    expect(text).toContain('"Messenger": VerificationLevel is "AlwaysVerifiable" and not "UseSourceVerification".');
    expect(await at.state()).toBe(moved);
  });

  it.runIf(isWholeSet)('refuses when an object that it touches is gone, or one that it creates is there', async () => {
    const at = await site(script);
    await at.change((state) => state.replaceAll('"Messenger"', '"Skype"'));
    const { code, text } = await at.run();
    expect(code).toBe(1);
    expect(text).toContain('"Messenger": it is not there.');
    expect(text).toContain('"Skype": it is there and should not be.');
  });

  it.runIf(isWholeSet)('refuses on another product, and warns where the product cannot be told', async () => {
    const other = "function Get-CsServerVersion { 'Skype for Business Server 2019 (7.0.2046.0)' }";
    const at = await site(script);
    const refused = await at.run({ before: other });
    expect(refused.code).toBe(1);
    expect(refused.text).toContain('The plan was made for another product. Nothing was changed.');
    expect(refused.text).toContain('This computer has: Skype for Business Server 2019 (7.0.2046.0).');
    expect(await at.state()).toBe(before);
    const untold = await at.run({ args: '-WhatIf', before: 'function Get-CsServerVersion { throw }' });
    expect(untold.code).toBe(0);
    expect(untold.text).toContain('WARNING: It cannot be told here whether this is Lync Server 2013');
  });

  it.runIf(isWholeSet)('refuses where a cmdlet or a parameter is missing, and names it', async () => {
    const at = await site(script);
    const older =
      'function New-CsPublicProvider { [CmdletBinding(SupportsShouldProcess)]param($Identity, $ProxyFqdn) }';
    const refused = await at.run({ before: older });
    expect(refused.code).toBe(1);
    expect(refused.text).toContain('New-CsPublicProvider has no parameter -IconUrl here.');
    expect(await at.state()).toBe(before);
    const nowhere = await at.runFile();
    expect(nowhere.code).toBe(1);
    expect(nowhere.text).toContain('The cmdlet New-CsPublicProvider is not here. Is this the management shell?');
  });
});
