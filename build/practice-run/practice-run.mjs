/**
 * `npm start` where there is no display: the built app in a window that nobody sees, driven through every page on a
 * practice deployment. Pictures of the pages and the report are written to `out/practice-run`.
 */
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { _electron } from 'playwright-core';
import { walkThrough } from './journey.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'out', 'practice-run');
const reportPath = path.join(folder, 'report.html');
/** A page is as tall as its content in a picture, up to this many pixels. */
const TALLEST = 2400;

const { values } = parseArgs({
  strict: false,
  options: { deployment: { type: 'string' }, 'data-dir': { type: 'string' } },
});
if (values.deployment !== undefined && values.deployment !== 'practice') {
  process.stderr.write(
    `Without a display only the practice deployment is run; --deployment ${values.deployment} needs a window that somebody sees. Use the command line instead: npm run --silent cli -- plan --deployment ${values.deployment} --answers FILE\n`,
  );
  process.exit(2);
}

const temporaryDir = await mkdtemp(path.join(tmpdir(), 'practice-run-'));
const dataDir = values['data-dir'] ?? temporaryDir;
try {
  await run();
} finally {
  await rm(temporaryDir, { recursive: true, force: true });
}

async function run() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const app = await launch();
  try {
    const page = await app.firstWindow();
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, reportPath);
    let number = 0;
    await walkThrough(page, async (step) => {
      number += 1;
      await picture(app, page, `${String(number).padStart(2, '0')}-${step}.png`);
    });
  } finally {
    await app.close();
  }
  await tell();
}

function launch() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return _electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'],
    args: [...(isRoot ? ['--no-sandbox'] : []), root, '--data-dir', dataDir, ...process.argv.slice(2)],
    cwd: root,
  });
}

/** A picture of the whole page: the window is made as tall as what it shows. */
async function picture(app, page, name) {
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main ? Math.max(0, main.scrollHeight - main.clientHeight) : 0;
  });
  await resize(app, 1100, Math.min(760 + overflow, TALLEST));
  await page.waitForTimeout(150);
  await page.screenshot({ path: path.join(folder, name) });
  await resize(app, 1100, 760);
}

function resize(app, width, height) {
  return app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
    [width, height],
  );
}

/** Prints what ran and what came of it, from the run's own journal. */
async function tell() {
  const runs = path.join(dataDir, 'runs');
  const journal = (await readdir(runs)).toSorted().at(-1);
  const lines = (await readFile(path.join(runs, journal), 'utf8')).trim().split('\n');
  const events = lines.map((line) => JSON.parse(line));
  const commands = events[0].changes.map(({ command }) => command).filter((command) => command !== null);
  const { outcome, textOutput } = events.at(-1);
  const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  process.stdout.write(
    [
      'Commands that ran:',
      ...commands.map((command) => `  ${command}`),
      '',
      'Get-CsPublicProvider:',
      textOutput.trimEnd(),
      '',
      `Outcome: ${outcome}`,
      `Pictures: ${pictures.length} in ${path.relative(root, folder)}`,
      `Report: ${path.relative(root, reportPath)}`,
      '',
    ].join('\n'),
  );
  if (outcome !== 'done') process.exitCode = 1;
}
