import { describe, expect, it } from 'vitest';
import type { SetUpAnswers } from '../../../core/answers/answers-schema.ts';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { type PreparedProductId, PREPARED_PRODUCT_IDS } from '../../../core/deployment/products.ts';
import { makePlan } from '../../../core/plan/plan.ts';
import { factsOfPreparedProduct } from '../../../core/plan/planning-facts.ts';
import { setupScript } from '../../../core/plan/setup-script.ts';
import { hostileStrings } from '../../fakes/hostile-strings.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { SKYPE, facts, provider } from '../../fakes/sample-deployment.ts';
import { SCRIPT_PARTS } from '../../fakes/script-parts.ts';

const digest = (): string => 'the-hash';

function scriptFor(differences: Partial<Snapshot> = {}, changes: Partial<SetUpAnswers> = {}): string {
  const answers = { ...SAMPLE_ANSWERS, ...changes };
  return setupScript({ plan: makePlan(answers, facts(differences), digest), answers, isRead: true }, SCRIPT_PARTS);
}

function preparedScript(product: PreparedProductId, changes: Partial<SetUpAnswers> = {}): string {
  const answers = { ...SAMPLE_ANSWERS, ...changes };
  const plan = makePlan(answers, factsOfPreparedProduct(product), digest);
  return setupScript({ plan, answers, isRead: false }, SCRIPT_PARTS);
}

/** The part of a script that the plan decides. */
function planPart(script: string): string {
  return script.slice(script.indexOf('# ---- The plan'), script.indexOf('# ---- Reading'));
}

const DONE: Partial<Snapshot> = {
  publicProviders: [SKYPE],
  accessEdgeConfiguration: { AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' },
  externalAccessPolicies: [
    { Identity: 'Global', EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: true },
  ],
};

describe('the script of a plan', () => {
  it('holds the commands of the plan in its order, each with the command that takes it back', () => {
    const commands = [...planPart(scriptFor()).matchAll(/(Apply|Undo) {2,}= \{ (\S+) (.*) -Confirm:\$false/gu)];
    expect(commands.map(([, part, cmdlet, parameters]) => [part, cmdlet, parameters?.slice(0, 28)])).toEqual([
      ['Apply', 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers $true'],
      ['Undo', 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers $false'],
      ['Apply', 'Set-CsExternalAccessPolicy', "-Identity 'Global' -EnablePu"],
      ['Undo', 'Set-CsExternalAccessPolicy', "-Identity 'Global' -EnablePu"],
      ['Apply', 'Remove-CsPublicProvider', "-Identity 'Messenger'"],
      ['Undo', 'New-CsPublicProvider', "-Identity 'Messenger' -Proxy"],
      ['Apply', 'New-CsPublicProvider', "-Identity 'Skype' -ProxyFqdn"],
      ['Undo', 'Remove-CsPublicProvider', "-Identity 'Skype'"],
    ]);
  });

  it('names the plan, the product and the number of the version that the product has', () => {
    expect(scriptFor()).toMatch(
      /^# Plan the-hash\n# Made for Lync Server 2013 \(5\.0\.8308\.738\), from what was read/u,
    );
    const plan = planPart(scriptFor());
    expect(plan).toContain("Hash               = 'the-hash'");
    expect(plan).toContain("Product            = 'Lync Server 2013'");
    expect(plan).toContain("MajorVersion       = '5'");
  });

  it('lists every cmdlet with its parameters, those of taking back included', () => {
    const plan = planPart(
      scriptFor({
        publicProviders: [
          provider({ Identity: 'Old', ProxyFqdn: 'federation.messenger.msn.com', NameDecorationDomain: 'x.com' }),
        ],
      }),
    );
    expect(plan).toContain("'Set-CsAccessEdgeConfiguration' = @('AllowFederatedUsers', 'Confirm')");
    expect(/'New-CsPublicProvider' = (.*)/u.exec(plan)?.[1]).toContain("'NameDecorationDomain'");
  });

  it('lists what is right already as a comment, and not among the changes', () => {
    const plan = planPart(scriptFor({ ...DONE, publicProviders: [] }));
    expect(plan).toContain('# Left alone:\n#   Federation and public IM connectivity is on already.\n');
    expect(plan).not.toContain('Set-CsAccessEdgeConfiguration');
  });

  it('says so when there is nothing to do, and holds no command that changes anything', () => {
    const plan = planPart(scriptFor(DONE));
    expect(plan).toContain('# Everything was right already, so there is nothing to change.');
    expect(plan).toContain('$Changes = @(\n)');
    expect(plan).not.toMatch(/(New|Set|Remove)-Cs/u);
  });

  it('knows the values before only where the deployment was read, and looks for what conflicts only where it was not', () => {
    expect(scriptFor()).not.toContain('Get-ConflictRemoval');
    const prepared = preparedScript('lync2013-cu5');
    expect(prepared).toContain('Get-ConflictRemoval');
    expect(planPart(prepared)).toContain('WasRead            = $false\n    RemovesConflicting = $true');
    expect(planPart(preparedScript('lync2013-cu5', { removeProviders: ['AOL'] }))).toContain(
      'RemovesConflicting = $false',
    );
  });

  it.each([
    ['lync2010', '4'],
    ['lync2013-rtm', '5'],
    ['lync2013-cu5', '5'],
    ['sfb2015', '6'],
    ['sfb2019', '7'],
  ] as const)('for %s sends only what that product has, and wants version %s', (product, version) => {
    const plan = planPart(preparedScript(product));
    expect(plan).toContain(`MajorVersion       = '${version}'`);
    expect(plan.includes('-NameDecorationRoutingDomain ')).toBe(!['lync2010', 'lync2013-rtm'].includes(product));
    expect(plan.includes('-IconUrl ')).toBe(product !== 'lync2010');
  });

  it('is there for every product that can be stated', () => {
    expect(PREPARED_PRODUCT_IDS).toHaveLength(5);
  });

  it('is plain ASCII on the same lines, whatever an identity is', () => {
    const lines = planPart(scriptFor({}, {})).split('\n').length;
    for (const identity of hostileStrings('/tmp/canary')) {
      const script = scriptFor({}, { provider: { ...SAMPLE_ANSWERS.provider, identity } });
      expect(script).toMatch(/^[\n\x20-\x7e]*$/u);
      expect(planPart(script).split('\n')).toHaveLength(lines);
    }
  });

  it('uses nothing that only a later PowerShell has', () => {
    const words =
      /\s-(not)?in\s|\[ordered\]|\[pscustomobject\]|::new\(|\$PSScriptRoot|\$PSCommandPath|\?\?|\s&&\s|\sclass\s/iu;
    expect(scriptFor()).not.toMatch(words);
    expect(preparedScript('lync2010')).not.toMatch(words);
  });
});
