import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { quoted } from '../../core/deployment/command-text.ts';
import { MODULES, testPowerShell } from '../fakes/practice-shell.ts';

/** Says of each file why it is not one literal. `SafeGetValue` refuses whatever would have to be run. */
function literalProblems(files: readonly string[]): string {
  return `
foreach ($file in @(${files.map(quoted).join(', ')})) {
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($file, [ref]$null, [ref]$errors)
    $name = [System.IO.Path]::GetFileName($file)
    $statements = @($ast.EndBlock.Statements)
    if ($errors.Count -gt 0 -or $statements.Count -ne 1 -or $null -ne $ast.ParamBlock) { "$name is not one statement"; continue }
    try { [void]$statements[0].PipelineElements[0].Expression.SafeGetValue() } catch { "$name holds something to run" }
}`;
}

async function problemsOf(files: readonly string[]): Promise<readonly string[]> {
  const args = ['-NoProfile', '-NonInteractive', '-Command', literalProblems(files)];
  const { stdout } = await promisify(execFile)(testPowerShell(), args, { env: { ...process.env, NO_COLOR: '1' } });
  return stdout.split(/\r?\n/u).filter((line) => line !== '');
}

test('the tables of the modules are literals, of which nothing is run', async () => {
  const folder = join(MODULES, 'PracticeLync/Reference');
  const tables = (await readdir(folder)).map((name) => join(folder, name));
  expect(tables.length).toBeGreaterThan(5);
  expect(await problemsOf([...tables, join(MODULES, 'FederationHost/AllowedCmdlets.ps1')])).toEqual([]);
});

test('a table with a command, a call or a second statement is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'));
  const bad = { 'a.ps1': '@{ A = Get-Date }', 'b.ps1': "@{ A = 'x'.ToUpper() }", 'c.ps1': '@{ A = 1 }\n$x = 1' };
  const paths = Object.keys(bad).map((name) => join(folder, name));
  for (const [name, text] of Object.entries(bad)) await writeFile(join(folder, name), text);
  expect(await problemsOf(paths)).toEqual([
    'a.ps1 holds something to run',
    'b.ps1 holds something to run',
    'c.ps1 is not one statement',
  ]);
  await rm(folder, { recursive: true });
});
