import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { promisify } from 'node:util';
import { _electron } from 'playwright-core';
import { interleaved } from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const practiceModule = path.join(root, 'assets', 'powershell', 'PracticeLync', 'PracticeLync.psd1');
const run = promisify(execFile);

/**
 * One read cmdlet, in milliseconds (medians): asked for by the page and back again, through a raw pipe to a process of the
 * same engine, and in a process started for it alone. All three run the same cmdlet and turn its output into JSON.
 */
export async function roundTrips(folder, rounds) {
  const statePath = path.join(folder, 'round-trips.json');
  const app = await launch(folder, statePath);
  const page = await app.firstWindow();
  await page.evaluate(() =>
    window.federation.request('deployment.connect', { deployment: 'practice', readOnly: false }),
  );
  const pipe = rawPipe(statePath);
  const ask = () =>
    page.evaluate(async () => {
      const startedAt = performance.now();
      const answer = await window.federation.request('deployment.show', { deployment: 'practice', readOnly: false });
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
      return performance.now() - startedAt;
    });
  try {
    await pipe.ready();
    await interleaved({ renderer: ask, rawPipe: pipe.ask }, 20);
    const kept = await interleaved({ renderer: ask, rawPipe: pipe.ask }, rounds);
    const { oneShot } = await interleaved({ oneShot: () => oneShotMs(statePath) }, 7);
    return { ...kept, oneShot };
  } finally {
    pipe.end();
    await app.close();
  }
}

function launch(folder, statePath) {
  const isRoot = process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, '--data-dir', folder, '--practice-state', statePath];
  return _electron.launch({ executablePath: process.env['ELECTRON_EXEC_PATH'], args });
}

const READ = 'Get-CsPublicProvider | Out-String -Width 120 | ConvertTo-Json -Compress';

function importLine(statePath) {
  return `Import-Module '${practiceModule}' -ArgumentList '${statePath}'`;
}

function rawPipe(statePath) {
  const child = spawn(
    process.env['SKYPE_FEDERATION_POWERSHELL'],
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, TERM: 'dumb', NO_COLOR: '1' },
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async () => {
    const startedAt = performance.now();
    child.stdin.write(`${READ}\n`);
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('PowerShell ended.');
      if (value.startsWith('"')) return performance.now() - startedAt;
    }
  };
  return {
    ask,
    async ready() {
      child.stdin.write(`${importLine(statePath)}\n`);
      await ask();
    },
    end: () => child.stdin.end(),
  };
}

async function oneShotMs(statePath) {
  const startedAt = performance.now();
  await run(process.env['SKYPE_FEDERATION_POWERSHELL'], [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `${importLine(statePath)}; ${READ}`,
  ]);
  return performance.now() - startedAt;
}
