import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../../electron/command-line/run-cli.ts';
import { recordOf } from '../../../fakes/practice-setup.ts';
import { isWholeSet } from '../../../fakes/scope.ts';
import { SAMPLE_ANSWERS } from '../../../fakes/sample-answers.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

let folder = '';
let answers = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'script-command-'));
  answers = join(folder, 'answers.json');
  await writeFile(answers, JSON.stringify(SAMPLE_ANSWERS));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command line where there is no PowerShell at all. */
async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await runCli([...args, '--data-dir', folder], {
    version: 'test',
    assetsDir: join(ROOT, 'assets'),
    programData: null,
    powershellOverride: join(folder, 'no-powershell'),
    streams: { out: (text) => (written.out += text), err: (text) => (written.err += text) },
    isInteractive: false,
    onInterrupt: () => undefined,
    log: () => undefined,
  });
  return { code, ...written };
}

describe('the command "script"', () => {
  it('writes a script for a stated product to standard output, without any PowerShell', async () => {
    const { code, out, err } = await run('script', '--answers', answers, '--product', 'lync2010');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# Plan [0-9a-f]{64}\n# Made for Lync Server 2010\./u);
    expect(out).toContain("-Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com'");
    expect(out).not.toContain('-IconUrl');
  });

  it('saves it as plain ASCII with the line ends of Windows and no byte order mark', async () => {
    const path = join(folder, 'setup.ps1');
    const { code, out } = await run('script', '--answers', answers, '--product', 'sfb2019', '--out', path);
    expect({ code, out }).toEqual({ code: 0, out: `Written: ${path}\n` });
    const script = await readFile(path, 'latin1');
    expect(script).toMatch(/^# Plan [0-9a-f]{64}\r\n/u);
    expect(script).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/u);
  });

  it('answers with one JSON document', async () => {
    const { out } = await run('script', '--answers', answers, '--product', 'sfb2015', '--json');
    const { planHash, script } = recordOf(JSON.parse(out));
    expect(String(script)).toContain(`Plan ${String(planHash)}`);
    const saved = await run(
      'script',
      '--answers',
      answers,
      '--product',
      'sfb2015',
      '--json',
      '--out',
      join(folder, 'x.ps1'),
    );
    expect(JSON.parse(saved.out)).toEqual({ planHash, path: join(folder, 'x.ps1') });
  });

  it.each([
    ['no answers file', ['--product', 'sfb2015'], 2],
    ['an unknown product', ['--answers', 'answers.json', '--product', 'sfb2000'], 2],
  ])('refuses %s as bad usage', async (_name, args, code) => {
    expect((await run('script', ...args)).code).toBe(code);
  });

  it('needs PowerShell where the deployment is asked', async () => {
    expect((await run('script', '--answers', answers)).code).toBe(6);
  });
});

describe('any command on a deployment', () => {
  it.each(['detect', 'snapshot', 'plan', 'script', 'apply', 'verify', 'report', 'rollback'])(
    '%s says before anything else that its result cannot be saved',
    async (command) => {
      const { code, out } = await run(command, '--out', folder, '--json');
      expect(code).toBe(8);
      expect(JSON.parse(out)).toMatchObject({
        error: { kind: 'no-file', path: folder, title: 'Nothing was written.' },
      });
    },
  );

  it.runIf(isWholeSet)('refuses a saved plan that is wrong in more places than can be listed', async () => {
    const properties = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`p${index}`, {}]));
    const path = join(folder, 'plan.json');
    await writeFile(path, JSON.stringify({ fingerprint: { hash: '', properties } }));
    const { code, err } = await run('apply', '--plan', path);
    expect(code).toBe(2);
    expect(err.slice(0, 500)).toContain('too many places');
  });
});
