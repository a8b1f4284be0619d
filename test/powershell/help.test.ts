import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CMDLETS, type CmdletName } from '../../core/deployment/cmdlets.ts';
import { quoted } from '../../core/deployment/command-text.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type PracticeState, practiceState } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { isWholeSet, oneOfEach } from '../fakes/scope.ts';

const CMDLET_NAMES = Object.keys(CMDLETS).filter((name): name is CmdletName => Object.hasOwn(CMDLETS, name));

const NEW_SKYPE = '$null = New-CsPublicProvider Skype -ProxyFqdn skype.example.com -Enabled $true';

/** What the examples of a cmdlet need before each of them. */
const PREPARED: Partial<Record<CmdletName, string>> = {
  'Get-CsPublicProvider': NEW_SKYPE,
  'New-CsPublicProvider': 'Get-CsPublicProvider | Remove-CsPublicProvider',
  'Set-CsPublicProvider': NEW_SKYPE,
  'Remove-CsPublicProvider': NEW_SKYPE,
  'Enable-CsPublicProvider': `${NEW_SKYPE}; Disable-CsPublicProvider Skype`,
  'Disable-CsPublicProvider': NEW_SKYPE,
  'Set-CsAccessEdgeConfiguration': 'Get-CsPublicProvider | Remove-CsPublicProvider',
};

const HOSTING_PROVIDER = {
  Identity: 'Fabrikam.com',
  Name: 'Fabrikam.com',
  ProxyFqdn: 'proxyserver.fabrikam.com',
  VerificationLevel: 'UseSourceVerification',
  Enabled: true,
  EnabledSharedAddressSpace: true,
  HostsOCSUsers: false,
  IsLocal: false,
  AutodiscoverUrl: null,
};

const ALLOWED_DOMAIN = {
  Identity: 'fabrikam.com',
  Domain: 'fabrikam.com',
  ProxyFqdn: null,
  Comment: null,
  MarkForMonitoring: false,
  VerificationLevel: 'UseSourceVerification',
};

const helpSchema = z.object({ synopsis: z.string(), examples: z.array(z.string()), remarks: z.array(z.string()) });
type Help = z.infer<typeof helpSchema>;

const READ_HELP = (cmdlet: CmdletName): string => `
  $help = Get-Help ${quoted(cmdlet)}
  [ordered]@{
    synopsis = $help.Synopsis
    examples = @($help.examples.example | ForEach-Object { $_.code })
    remarks  = @($help.examples.example | ForEach-Object { $_.remarks[0].Text })
  }`;

/** What runs on the oldest and on the newest product runs on those between. */
const PRODUCTS: readonly PreparedProductId[] = isWholeSet ? ['lync2010', 'sfb2019'] : ['lync2010'];

describe.each(PRODUCTS)('Get-Help on %s', (product) => {
  let state: PracticeState;
  let shell: ScriptShell;
  beforeAll(async () => {
    state = await practiceState(product);
    shell = await openScripts(state.path, product);
  });
  afterAll(async () => {
    await shell.close();
    await state.remove();
  });

  const helpOf = async (cmdlet: CmdletName): Promise<Help> => {
    const [help] = await shell.output(READ_HELP(cmdlet));
    return helpSchema.parse(help);
  };

  test.each(oneOfEach(CMDLET_NAMES, (name) => name.split('-')[0]))(
    'tells what %s does, and its examples run',
    async (cmdlet) => {
      const { synopsis, examples, remarks } = await helpOf(cmdlet);
      expect(synopsis).toMatch(/^[A-Z].+\.$/u);
      // The reference has one example of this cmdlet alone: there is one way to call it.
      expect(examples.length).toBeGreaterThanOrEqual(cmdlet === 'Get-CsServerVersion' ? 1 : 2);
      for (const remark of remarks) expect(remark).toMatch(/^[A-Z].+\.$/u);
      for (const example of examples) {
        expect(example).toContain(cmdlet);
        await state.reset();
        await state.change({
          ...(cmdlet === 'Get-CsHostingProvider' ? { hostingProviders: [HOSTING_PROVIDER] } : {}),
          allowedDomains: [ALLOWED_DOMAIN],
        });
        const prepared = PREPARED[cmdlet]?.replace(NEW_SKYPE, NEW_SKYPE);
        if (prepared !== undefined) await shell.output(prepared);
        // Throws when anything is reported as an error.
        await shell.output(example);
      }
    },
  );
});
