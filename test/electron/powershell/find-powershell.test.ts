import { describe, expect, test } from 'vitest';
import { type MachineFacts, findPowerShell, findPowerShellHere } from '../../../electron/powershell/find-powershell.ts';

/** A machine: its facts, and the files that it has. */
interface Machine extends Omit<MachineFacts, 'exists' | 'override' | 'deployment'> {
  readonly files: readonly string[];
}

const WINDOWS_POWERSHELL = String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`;
const POWERSHELL_7 = String.raw`C:\Program Files\PowerShell\7\pwsh.exe`;

const MACHINES = {
  'a Windows server with both': {
    platform: 'win32',
    env: { SystemRoot: String.raw`C:\Windows`, Path: String.raw`C:\Windows\system32;C:\Program Files\PowerShell\7\;` },
    is32BitOn64: false,
    files: [WINDOWS_POWERSHELL, POWERSHELL_7],
  },
  'a Windows with PowerShell 7 alone': {
    platform: 'win32',
    env: { SystemRoot: String.raw`C:\Windows`, PATH: String.raw`"C:\Program Files\PowerShell\7";C:\Windows` },
    is32BitOn64: false,
    files: [POWERSHELL_7],
  },
  'a 32-bit process on a 64-bit Windows on drive D': {
    platform: 'win32',
    env: { SYSTEMROOT: String.raw`D:\Windows`, PATH: '' },
    is32BitOn64: true,
    files: [String.raw`D:\Windows\Sysnative\WindowsPowerShell\v1.0\powershell.exe`],
  },
  'a Windows without anything': { platform: 'win32', env: {}, is32BitOn64: false, files: [] },
  'a Linux with pwsh in two folders': {
    platform: 'linux',
    env: { PATH: '/usr/bin:relative/bin::/opt/microsoft/powershell/7:/usr/local/bin' },
    is32BitOn64: false,
    files: ['pwsh', 'relative/bin/pwsh', '/opt/microsoft/powershell/7/pwsh', '/usr/local/bin/pwsh'],
  },
  'a Mac without it': { platform: 'darwin', env: { PATH: '/usr/bin:/bin:/usr/bin' }, is32BitOn64: false, files: [] },
} as const satisfies Record<string, Machine>;

type Choice = Partial<Pick<MachineFacts, 'override' | 'deployment'>>;

function find(machine: keyof typeof MACHINES, choice: Choice = {}): ReturnType<typeof findPowerShell> {
  const { files, ...facts }: Machine = MACHINES[machine];
  const exists = (path: string): boolean => files.includes(path);
  return findPowerShell({ ...facts, override: null, deployment: 'practice', exists, ...choice });
}

describe('on Windows', () => {
  test('Windows PowerShell comes first', () => {
    expect(find('a Windows server with both')).toEqual({ found: WINDOWS_POWERSHELL });
  });

  test('PowerShell 7 serves the practice deployment', () => {
    expect(find('a Windows with PowerShell 7 alone')).toEqual({ found: POWERSHELL_7 });
  });

  test('only Windows PowerShell serves the local deployment', () => {
    expect(find('a Windows server with both', { deployment: 'local' })).toEqual({ found: WINDOWS_POWERSHELL });
    expect(find('a Windows with PowerShell 7 alone', { deployment: 'local' })).toEqual({
      searched: [WINDOWS_POWERSHELL],
    });
  });

  test('a 32-bit process looks for the 64-bit one', () => {
    expect(find('a 32-bit process on a 64-bit Windows on drive D', { deployment: 'local' })).toEqual({
      found: String.raw`D:\Windows\Sysnative\WindowsPowerShell\v1.0\powershell.exe`,
    });
  });

  test('nothing found names what was looked for', () => {
    expect(find('a Windows without anything')).toEqual({ searched: [WINDOWS_POWERSHELL] });
  });
});

describe('elsewhere', () => {
  test.each(['local', 'practice'] as const)('the first pwsh in an absolute folder of PATH serves %s', (deployment) => {
    expect(find('a Linux with pwsh in two folders', { deployment })).toEqual({
      found: '/opt/microsoft/powershell/7/pwsh',
    });
  });

  test('nothing found names every place once', () => {
    expect(find('a Mac without it')).toEqual({ searched: ['/usr/bin/pwsh', '/bin/pwsh'] });
  });
});

describe('an explicit choice', () => {
  test('is taken before all others, for any deployment', () => {
    const choice = { override: POWERSHELL_7, deployment: 'local' } as const;
    expect(find('a Windows server with both', choice)).toEqual({ found: POWERSHELL_7 });
  });

  test('that does not exist is not replaced by another', () => {
    expect(find('a Windows server with both', { override: String.raw`C:\none.exe` })).toEqual({
      searched: [String.raw`C:\none.exe`],
    });
  });
});

test('this machine is asked for files, not for folders', () => {
  expect(findPowerShellHere('practice', process.execPath)).toEqual({ found: process.execPath });
  expect(findPowerShellHere('practice', '/usr/bin')).toEqual({ searched: ['/usr/bin'] });
  expect(findPowerShellHere('practice', '/etc/hostname/below-a-file')).toEqual({
    searched: ['/etc/hostname/below-a-file'],
  });
});
