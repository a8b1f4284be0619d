import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { powershell } from '../../build/bootstrap/parts/powershell.mjs';
import { compiledPowerShell } from '../../build/bootstrap/parts/powershell-compiled.mjs';
import { CROSSGEN, POWERSHELL } from '../../build/bootstrap/pins.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { checkout, recordedProgress, scratchFolder, startNode, writeFiles, writeProgram } from './scratch.mjs';

const ready = (detail) => `PowerShell ......... ready (TIME): ${detail}`;

/** A checkout, and a folder of programs that alone is searched. */
function place() {
  const root = scratchFolder();
  const bin = path.join(root, 'bin');
  writeFiles(root, { calls: '' });
  const setUp = async (env = {}, parts = [powershell], arch = 'x64') => {
    const { lines, write } = recordedProgress();
    const context = createContext({ root, env: { PATH: bin, ...env }, platform: 'linux', arch });
    const isReady = await makeReady(parts, context, createProgress({ write }));
    return { isReady, text: lines.join('\n'), path: context.values.powershellPath, values: context.values };
  };
  const calls = () =>
    readFileSync(path.join(root, 'calls'), 'utf8')
      .split('\n')
      .map((call) => call.trim())
      .filter(Boolean);
  const log = (text) => `echo "${text}" >> '${root}/calls'`;
  return { root, bin, setUp, calls, log };
}

/** Where the package of the tool has PowerShell for Linux; Windows' lies beside it. */
const inside = `.store/powershell/${POWERSHELL}/powershell/${POWERSHELL}/tools/net10.0/any/unix`;

const ASSEMBLIES = [
  'System.Management.Automation.dll',
  'Microsoft.PowerShell.ConsoleHost.dll',
  'Microsoft.PowerShell.Commands.Management.dll',
  'Microsoft.PowerShell.Commands.Utility.dll',
  'Microsoft.PowerShell.Security.dll',
];

/** `dotnet`: a feed with or without the tool, and with or without a compiler, which tells what it is asked to compile. */
function writeDotnet({ bin, log, root }, { tool = false, version = POWERSHELL, compiler = true } = {}) {
  const starter = `printf '#!/bin/sh\\necho PowerShell ${version}\\n'`;
  const install = `for system in unix win; do
         inside="$folder/${path.dirname(inside)}/$system"
         /bin/mkdir -p "$inside"
         for name in pwsh.dll Other.dll ${ASSEMBLIES.join(' ')}; do echo code > "$inside/$name"; done
       done
       printf '#!/bin/sh\\necho starts a second .NET >&2; exit 3\\n' > "$folder/pwsh"
       inside="$folder/${inside}"
       ${starter} > "$inside/pwsh"; /bin/chmod +x "$folder/pwsh" "$inside/pwsh"`;
  const crossgen = `#!/bin/sh
[ "$2" = --out ] && [ "$4" = --reference ] && [ "$5" = "${root}/framework/10.0.12/*.dll" ] && [ "$6" = --reference ] || exit 8
${log('crossgen2 ${1##*/}')}
echo machine code > "$3"
`;
  writeFiles(root, { crossgen2: crossgen });
  const download = `tools="$folder/microsoft.netcore.app.crossgen2.linux-x64/${CROSSGEN}/tools"
       /bin/mkdir -p "$tools"; /bin/cp '${root}/crossgen2' "$tools/crossgen2"; /bin/chmod +x "$tools/crossgen2"`;
  writeProgram(
    bin,
    'dotnet',
    `${log('$1 $2 $3 $4 $5')}
     [ -n "$DOTNET_CLI_HOME" ] && [ -n "$NUGET_PACKAGES" ] || exit 9
     for argument in "$@"; do
       case "$previous" in --tool-path|--output) folder="$argument";; esac
       previous="$argument"
     done
     case "$1 $2" in
       'tool install') ${tool ? install : 'echo "not found in NuGet feeds" >&2; exit 1'};;
       'package download') ${compiler ? download : 'echo "no such package" >&2; exit 1'};;
       '--list-runtimes ') echo 'Microsoft.AspNetCore.App 10.0.12 [${root}/asp]'
         echo 'Microsoft.NETCore.App 9.0.1 [${root}/framework]'; echo 'Microsoft.NETCore.App 10.0.12 [${root}/framework]';;
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
    const { isReady, text, path: file } = await at.setUp();
    expect(text).toContain('PowerShell ......... pwsh on PATH: pwsh exited with 150: no runtime\n');
    expect(isReady).toBe(true);
    expect(file).toBe(path.join(at.root, '.cache', 'powershell', 'tool', 'pwsh'));
    expect((await at.setUp()).text).toBe(ready(`PowerShell ${POWERSHELL}`));
    expect(at.calls()).toHaveLength(1);
  });

  test('of the .NET tool is compiled for tests, beside the tool as it is', async () => {
    const at = place();
    writeDotnet(at, { tool: true });
    const parts = [powershell, compiledPowerShell];
    const { isReady, values } = await at.setUp({}, parts);
    expect(isReady).toBe(true);
    const folder = (name) => path.join(at.root, '.cache', 'powershell', name);
    expect(values.powershellPath).toBe(path.join(folder('tool'), 'pwsh'));
    expect(values.testPowerShellPath).toBe(path.join(folder('compiled'), 'pwsh'));
    expect((await at.setUp({}, parts)).values).toEqual(values);
    expect(at.calls()).toEqual([
      `tool install PowerShell --version ${POWERSHELL}`,
      `package download microsoft.netcore.app.crossgen2.linux-x64@${CROSSGEN} --output ${at.root}/.cache/tmp/compiled-tool`,
      '--list-runtimes',
      ...ASSEMBLIES.map((name) => `crossgen2 ${name}`),
    ]);
    for (const name of ASSEMBLIES) {
      expect(readFileSync(path.join(folder('compiled'), name), 'utf8')).toBe('machine code\n');
      expect(readFileSync(path.join(folder('tool'), name), 'utf8')).toBe('code\n');
    }
    expect(readFileSync(path.join(folder('compiled'), 'Other.dll'), 'utf8')).toBe('code\n');
    // Windows' PowerShell and the starter in front of both are left out.
    expect(readdirSync(folder('tool')).sort()).toEqual(
      ['.setup-stamp', 'Other.dll', 'pwsh', 'pwsh.dll', ...ASSEMBLIES].sort(),
    );
  });

  test('of the .NET tool that cannot be compiled is used by tests as it is', async () => {
    const at = place();
    writeDotnet(at, { tool: true, compiler: false });
    const { isReady, text, values } = await at.setUp({}, [powershell, compiledPowerShell]);
    expect(isReady).toBe(true);
    expect(text).toContain('tests use it as it is');
    expect(text).toContain('Why:  dotnet package exited with 1\n        no such package');
    expect(values.testPowerShellPath).toBeUndefined();
    expect(existsSync(path.join(at.root, '.cache', 'powershell', 'compiled'))).toBe(false);
  });

  test('of the .NET tool is used through its starter where the program inside is for another system', async () => {
    const at = place();
    writeDotnet(at, { tool: true });
    const { isReady, text } = await at.setUp({}, [powershell], 'arm64');
    expect(isReady).toBe(false);
    expect(text).toContain('pwsh exited with 3\n        starts a second .NET');
  });

  test('that is no .NET tool is not compiled', async () => {
    const at = place();
    writeProgram(at.bin, 'pwsh', 'echo PowerShell 7.5.1');
    writeDotnet(at, { tool: true });
    expect((await at.setUp({}, [powershell, compiledPowerShell])).values.testPowerShellPath).toBeUndefined();
    expect(at.calls()).toEqual([]);
  });

  test('is installed by its exact version, and anew when another one is pinned', async () => {
    const at = place();
    writeDotnet(at, { tool: true });
    const { isReady, text } = await at.setUp();
    expect(isReady).toBe(true);
    expect(text.split('\n')).toEqual([
      'PowerShell ......... pwsh on PATH: there is none.',
      `PowerShell ......... installing PowerShell ${POWERSHELL}, a .NET tool`,
      ready(`PowerShell ${POWERSHELL}`),
    ]);
    expect(at.calls()).toEqual([`tool install PowerShell --version ${POWERSHELL}`]);
    writeFiles(at.root, { '.cache/powershell/tool/.setup-stamp': 'PowerShell 7.6.0' });
    expect((await at.setUp()).isReady).toBe(true);
    expect(at.calls()).toHaveLength(2);
  });

  test('that is another version than the one asked for is not used', async () => {
    const at = place();
    writeDotnet(at, { tool: true, version: '7.7.0' });
    const { isReady, text } = await at.setUp();
    expect(isReady).toBe(false);
    expect(text).toContain('what was installed calls itself PowerShell 7.7.0.');
    expect(existsSync(path.join(at.root, '.cache', 'powershell'))).toBe(false);
  });

  test('that cannot be had names each way and why, leaves nothing behind, and is tried again', async () => {
    const at = place();
    writeDotnet(at);
    const { isReady, text } = await at.setUp();
    expect(isReady).toBe(false);
    expect(text).toContain(`  What: there is no PowerShell here, and none could be installed.
  Why:  pwsh on PATH: there is none.
        PowerShell ${POWERSHELL} as a .NET tool: dotnet tool exited with 1
        not found in NuGet feeds
  Next: install PowerShell 7`);
    expect(existsSync(path.join(at.root, '.cache', 'powershell'))).toBe(false);
    await at.setUp();
    expect(at.calls()).toHaveLength(2);
  });

  test('that is nowhere, without an SDK or a network, is told by the real set-up in clear words', async () => {
    const root = scratchFolder();
    cpSync(path.join(checkout, 'build', 'bootstrap'), path.join(root, 'build', 'bootstrap'), { recursive: true });
    const setup = pathToFileURL(path.join(root, 'build', 'bootstrap', 'setup.mjs')).href;
    const { code, output } = await startNode(`await import(${JSON.stringify(setup)})`, { PATH: '' }).ended;
    expect(code).toBe(1);
    expect(output).toContain(`  What: there is no PowerShell here, and none could be installed.
  Why:  pwsh on PATH: there is none.
        PowerShell ${POWERSHELL} as a .NET tool: the .NET SDK (dotnet) was not found on PATH.
  Next: install PowerShell 7 (https://aka.ms/powershell) or the .NET SDK 10 (https://dot.net), then run the command again.
`);
    expect(existsSync(path.join(root, '.cache', 'powershell'))).toBe(false);
  });
});
