import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { containing } from '../fakes/containing.ts';
import { quoted } from '../../core/deployment/command-text.ts';
import { PRACTICE_MODULE, PROFILE, openShell, valueOf } from '../fakes/practice-shell.ts';

let folder = '';
let modules = '';
/** One for all: each connect looks anew for what is installed by then. */
let shell: ManagementShell;

/** Installs a made-up management module: its cmdlets are the practice ones, on a state file of its own. */
async function install(name: string, version: string): Promise<void> {
  await mkdir(join(modules, name), { recursive: true });
  const state = quoted(join(folder, `${name}.json`));
  const script = `Import-Module -Name ${quoted(PRACTICE_MODULE)} -ArgumentList ${state}, ${quoted(PROFILE)}\nExport-ModuleMember -Function *-Cs*\n`;
  await writeFile(join(modules, name, `${name}.psm1`), script);
  const manifest = `@{ RootModule = '${name}.psm1'; ModuleVersion = '${version}'; FunctionsToExport = '*' }\n`;
  await writeFile(join(modules, name, `${name}.psd1`), manifest);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-deployment-'));
  modules = join(folder, 'modules');
  await mkdir(modules);
  const path = [modules, process.env['PSModulePath']].filter(Boolean).join(delimiter);
  shell = await openShell({ env: { ...process.env, PSModulePath: path } });
});
afterAll(async () => {
  await shell.close();
  await rm(folder, { recursive: true });
});

test('without a management module, the names and the folders that were searched are told', async () => {
  const result = await shell.connect({ deployment: 'local' });
  expect(result).toMatchObject({ ok: false, failure: { kind: 'module-missing' } });
  const detail = result.ok || result.failure.kind !== 'module-missing' ? '' : result.failure.detail;
  for (const part of ['SkypeForBusiness', 'Lync', modules]) expect(detail).toContain(part);
  expect(shell.isOpen()).toBe(true);
});

test('the module Lync is found, loaded and worked with', async () => {
  await install('Lync', '5.0');
  const connection = valueOf(await shell.connect({ deployment: 'local' }));
  expect(connection).toMatchObject({
    product: { name: 'Lync Server 2013', edition: 'lync2013', version: '5.0.8308.0' },
    module: { name: 'Lync', version: '5.0' },
    operator: { name: containing(userInfo().username) },
    readOnly: false,
  });
  // Only Windows can tell the groups of an account.
  expect(Array.isArray(connection.operator.groups)).toBe(process.platform === 'win32');
  expect(connection.module).not.toHaveProperty('behavesAs');
  valueOf(await shell.execute({ cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: 'Messenger' } }));
  expect(valueOf(await shell.snapshot()).publicProviders.map(({ Identity }) => Identity)).toEqual(['AOL', 'Yahoo!']);
  expect(valueOf(await shell.show())).toMatch(/Identity +: AOL\n/u);
});

test('a module that cannot be loaded is a failure with PowerShell’s words', async () => {
  await install('SkypeForBusiness', '7.0');
  await writeFile(
    join(modules, 'SkypeForBusiness', 'SkypeForBusiness.psm1'),
    'throw "The database cannot be reached."\n',
  );
  expect(await shell.connect({ deployment: 'local' })).toMatchObject({
    ok: false,
    failure: {
      kind: 'cmdlet-failed',
      during: 'connect',
      error: { message: containing('cannot be reached') },
    },
  });
});

test('SkypeForBusiness is preferred where both are installed', async () => {
  await install('Lync', '5.0');
  await install('SkypeForBusiness', '7.0');
  expect(valueOf(await shell.connect({ deployment: 'local' }))).toMatchObject({
    module: { name: 'SkypeForBusiness', version: '7.0' },
  });
});
