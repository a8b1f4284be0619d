import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { powershell } from '../../build/bootstrap/parts/powershell.mjs';
import { compiledPowerShell } from '../../build/bootstrap/parts/powershell-compiled.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { recordedProgress, scratchFolder, writeFiles, writeProgram } from './scratch.mjs';

const ready = (detail) => `PowerShell ......... ready (TIME): ${detail}`;

/** A checkout with a test host to compile, and a folder of programs that alone is searched. */
function place() {
  const root = scratchFolder();
  const bin = path.join(root, 'bin');
  writeFiles(root, { 'build/powershell-host/Program.cs': '// first', 'package-lock.json': '{}', calls: '' });
  const setUp = async (env = {}, parts = [powershell]) => {
    const { lines, write } = recordedProgress();
    const context = createContext({ root, env: { PATH: bin, ...env }, platform: 'linux' });
    const isReady = await makeReady(parts, context, createProgress({ write }));
    return { isReady, text: lines.join('\n'), path: context.values.powershellPath, values: context.values };
  };
  const calls = () => readFileSync(path.join(root, 'calls'), 'utf8').trim().split('\n').filter(Boolean);
  const log = (text) => `echo "${text}" >> '${root}/calls'`;
  return { root, bin, setUp, calls, log };
}

/** Where the tool holds its assemblies for this system, and for another one. */
const assemblies = '.store/powershell/7.6.0/powershell/7.6.0/tools/net10.0/any/unix';
const others = assemblies.replace('unix', 'win');

/** `dotnet`: a feed with or without the tool, and a compiler that makes a host which answers, or machine code. */
function writeDotnet({ bin, log }, { tool = false, engine = false, compiles = true } = {}) {
  const writeEngine = [assemblies, others]
    .map(
      (folder) => `/bin/mkdir -p "$folder/${folder}"; echo code > "$folder/${folder}/System.Management.Automation.dll"`,
    )
    .join('; ');
  const compile = `[ -f "$source/System.Management.Automation.dll" ] || exit 8
       /bin/mkdir -p "$folder"
       for name in System.Management.Automation compiled-powershell; do echo machine code > "$folder/$name.dll"; done`;
  const make = (file, version) =>
    `/bin/mkdir -p "$folder"; printf '#!/bin/sh\\necho ${version}\\n' > "$folder/${file}"; /bin/chmod +x "$folder/${file}"`;
  writeProgram(
    bin,
    'dotnet',
    `${log('$1')}
     [ -n "$DOTNET_CLI_HOME" ] && [ -n "$NUGET_PACKAGES" ] || exit 9
     for argument in "$@"; do
       case "$previous" in --tool-path|--output) folder="$argument";; esac
       case "$argument" in -p:PowerShellFolder=*) source="\${argument#*=}";; esac
       previous="$argument"
     done
     case "$1 $2" in
       'tool install') ${tool ? make('pwsh', 'PowerShell 7.6.0') : 'echo "not found in NuGet feeds" >&2; exit 1'}
         ${engine ? writeEngine : ''};;
       'publish build/compiled-powershell') ${compiles ? compile : 'echo "no compiler" >&2; exit 1'};;
       publish*) ${compiles ? make('powershell-host', 'PowerShell 7.6.9') : 'echo "Program.cs(1,1): error" >&2; exit 1'};;
     esac`,
  );
}

describe.skipIf(process.platform === 'win32')('a PowerShell engine', () => {
  test('that is pointed to is used; one that is not there is a failure', async () => {
    const { bin, setUp } = place();
    writeProgram(bin, 'mine', 'exit 0');
    const file = path.join(bin, 'mine');
    expect(await setUp({ SKYPE_FEDERATION_POWERSHELL: file })).toMatchObject({ isReady: true, path: file });
    const { isReady, text } = await setUp({ SKYPE_FEDERATION_POWERSHELL: '/nowhere/pwsh' });
    expect(isReady).toBe(false);
    expect(text).toContain('Next: correct SKYPE_FEDERATION_POWERSHELL, or unset it.');
  });

  test('on PATH comes before all others, and is asked for its version once', async () => {
    const at = place();
    writeProgram(at.bin, 'pwsh', `${at.log('pwsh $*')}; echo PowerShell 7.5.1`);
    writeDotnet(at, { tool: true });
    expect(await at.setUp()).toMatchObject({ isReady: true, path: path.join(at.bin, 'pwsh') });
    expect((await at.setUp()).text).toBe(ready('PowerShell 7.5.1'));
    expect(at.calls()).toEqual(['pwsh -Version']);
    writeProgram(at.bin, 'pwsh', `${at.log('pwsh $*')}; echo PowerShell 7.6.0 is newer`);
    expect((await at.setUp()).text).toContain('PowerShell 7.6.0');
  });

  test('on PATH that does not answer is passed over for the .NET tool', async () => {
    const at = place();
    writeProgram(at.bin, 'pwsh', 'echo no runtime >&2; exit 150');
    writeDotnet(at, { tool: true });
    const { isReady, path: file } = await at.setUp();
    expect(isReady).toBe(true);
    expect(file).toBe(path.join(at.root, '.cache', 'powershell', 'tool', 'pwsh'));
    expect((await at.setUp()).text).toBe(ready('PowerShell 7.6.0'));
    expect(at.calls()).toEqual(['tool']);
  });

  test('of the .NET tool is compiled for tests, beside the tool as it is', async () => {
    const at = place();
    writeDotnet(at, { tool: true, engine: true });
    const parts = [powershell, compiledPowerShell];
    const { isReady, values } = await at.setUp({}, parts);
    expect(isReady).toBe(true);
    expect(values.powershellPath).toBe(path.join(at.root, '.cache', 'powershell', 'tool', 'pwsh'));
    expect(values.testPowerShellPath).toBe(path.join(at.root, '.cache', 'powershell', 'compiled', 'pwsh'));
    expect((await at.setUp({}, parts)).values).toEqual(values);
    expect(at.calls()).toEqual(['tool', 'publish']);
    const engine = (folder, system) =>
      readFileSync(
        path.join(at.root, '.cache', 'powershell', folder, system, 'System.Management.Automation.dll'),
        'utf8',
      );
    expect(engine('compiled', assemblies)).toBe('machine code\n');
    expect(engine('compiled', others)).toBe('code\n');
    expect(engine('tool', assemblies)).toBe('code\n');
    expect(readdirSync(path.join(at.root, '.cache', 'powershell', 'compiled', assemblies))).toEqual([
      'System.Management.Automation.dll',
    ]);
  });

  test('of the .NET tool that cannot be compiled is used by tests as it is', async () => {
    const at = place();
    writeDotnet(at, { tool: true, engine: true, compiles: false });
    const { isReady, text, values } = await at.setUp({}, [powershell, compiledPowerShell]);
    expect(isReady).toBe(true);
    expect(text).toContain('tests use it as it is');
    expect(values.testPowerShellPath).toBeUndefined();
    expect(existsSync(path.join(at.root, '.cache', 'powershell', 'compiled'))).toBe(false);
  });

  test('that is no .NET tool is not compiled', async () => {
    const at = place();
    writeProgram(at.bin, 'pwsh', 'echo PowerShell 7.5.1');
    writeDotnet(at, { tool: true, engine: true });
    expect((await at.setUp({}, [powershell, compiledPowerShell])).values.testPowerShellPath).toBeUndefined();
    expect(at.calls()).toEqual([]);
  });

  test('is the test host where there is no other; that the feed has no tool is remembered for the lock file', async () => {
    const at = place();
    writeDotnet(at);
    expect((await at.setUp()).text).toContain(ready('test host, PowerShell 7.6.9'));
    expect((await at.setUp()).text).toBe(ready('test host, PowerShell 7.6.9'));
    expect(at.calls()).toEqual(['tool', 'publish']);
    writeFiles(at.root, { 'build/powershell-host/Program.cs': '// second', 'build/powershell-host/obj/made.txt': '' });
    expect((await at.setUp()).isReady).toBe(true);
    expect(at.calls()).toEqual(['tool', 'publish', 'publish']);
    expect(
      readdirSync(path.join(at.root, '.cache', 'powershell')).filter((name) => name.startsWith('host-')),
    ).toHaveLength(1);
    writeFiles(at.root, { 'build/powershell-host/Program.cs': '// third', 'package-lock.json': '{"changed":1}' });
    await at.setUp();
    expect(at.calls()).toEqual(['tool', 'publish', 'publish', 'tool', 'publish']);
  });

  test('that cannot be had names each way and why, and leaves nothing behind that is used', async () => {
    const at = place();
    writeDotnet(at, { compiles: false });
    const { isReady, text } = await at.setUp();
    expect(isReady).toBe(false);
    expect(text).toContain('pwsh on PATH: there is none.');
    expect(text).toContain('not found in NuGet feeds');
    expect(text).toContain('test host: dotnet publish exited with 1\n        Program.cs(1,1): error');
    expect(readdirSync(path.join(at.root, '.cache', 'powershell'))).toEqual(['tool-not-available']);
  });

  test('without the .NET SDK says what to install', async () => {
    const at = place();
    const { isReady, text } = await at.setUp();
    expect(isReady).toBe(false);
    expect(text).toContain('the .NET SDK (dotnet) was not found on PATH.');
    expect(text).toContain(
      'Next: install PowerShell 7 (https://aka.ms/powershell) or the .NET SDK 10 (https://dot.net)',
    );
    expect(existsSync(path.join(at.root, '.cache', 'powershell'))).toBe(false);
  });
});
