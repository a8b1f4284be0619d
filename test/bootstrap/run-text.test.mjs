import { expect, test } from 'vitest';
import { runText } from '../../build/practice-run/run-text.mjs';
import { runPlan } from '../../electron/run/run-plan.ts';
import { FEDERATED, planned, startOf } from '../fakes/planned-run.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { simulatedShell } from '../fakes/simulated-shell.ts';

const SWITCH = 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true';
const POLICY =
  "Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true";
const REMOVAL = "Remove-CsPublicProvider -Identity 'Messenger'";
const CREATION =
  "New-CsPublicProvider -Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com' -IconUrl 'https://images.edge.messenger.live.com/Messenger_16x16.png' -NameDecorationRoutingDomain 'msn.com' -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' -VerificationLevel UseSourceVerification -Enabled $true";

/** What is printed of a run that the product makes on a simulated shell, which refuses the given cmdlets. */
async function printed({ refused = [], differences = {} } = {}) {
  const value = planned(SAMPLE_ANSWERS, differences);
  const shell = {
    ...simulatedShell(value.before, refused),
    show: async () => ({ ok: true, value: '\nIdentity : AOL\n\nIdentity : Skype\n\n' }),
  };
  const never = new AbortController().signal;
  const run = await runPlan(
    {
      ...value,
      shell,
      reopen: async () => ({ ok: true, value: shell }),
      journal: { path: '', append: async () => undefined, close: async () => undefined },
      now: () => new Date(),
      onChange: () => undefined,
      cancelSignal: never,
      forceSignal: never,
    },
    startOf(value),
    'rollback',
  );
  return runText(run).split('\n');
}

test('of a run each command is printed as it ran, then what the deployment says, then the outcome', async () => {
  expect(await printed()).toEqual([
    'Commands that ran:',
    ...[SWITCH, POLICY, REMOVAL, CREATION].map((command) => `  ${command}`),
    '',
    'Get-CsPublicProvider:',
    '',
    'Identity : AOL',
    '',
    'Identity : Skype',
    '',
    'Outcome: done',
    '',
  ]);
});

test('of what was right already is said that no command ran', async () => {
  expect((await printed({ differences: { accessEdgeConfiguration: FEDERATED } })).slice(0, 8)).toEqual([
    'Commands that ran:',
    ...[POLICY, REMOVAL, CREATION].map((command) => `  ${command}`),
    '',
    'Right already, so that no command ran:',
    '  Federation and public IM connectivity is on already.',
    '',
  ]);
});

test('of a command that failed, and of one that took a change back, it is said', async () => {
  const lines = await printed({ refused: ['New-CsPublicProvider'] });
  expect(lines.slice(3, 8)).toEqual([
    `  ${REMOVAL}`,
    `  ${CREATION} [failed]`,
    '',
    'Commands that took changes back:',
    "  New-CsPublicProvider -Identity 'Messenger' -ProxyFqdn 'federation.messenger.msn.com' -VerificationLevel UseSourceVerification -Enabled $false [failed]",
  ]);
  expect(lines).toContain('Outcome: left-changed');
});
