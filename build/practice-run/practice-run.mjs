/**
 * `npm start` where there is no display: the built app in a window that nobody sees, driven through every page on a
 * practice deployment. Pictures of the pages and the report are written to `out/practice-run`.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { _electron } from 'playwright-core';
import { walkThrough } from './journey.mjs';
import { runText } from './run-text.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'out', 'practice-run');
const reportPath = path.join(folder, 'report.html');
/** A page is as tall as its content in a picture, up to this many pixels. */
const TALLEST = 2400;
/** How long a page may take to come, on a machine that is slow and busy. */
const PATIENCE_MS = 180_000;

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
if (values['data-dir'] !== undefined && existsSync(path.join(values['data-dir'], 'draft.json'))) {
  process.stderr.write(
    `In ${values['data-dir']} there is the draft of a setup already. A practice run begins from nothing: name another folder, or leave --data-dir out.\n`,
  );
  process.exit(2);
}

const temporaryDir = await mkdtemp(path.join(tmpdir(), 'practice-run-'));
const dataDir = values['data-dir'] ?? temporaryDir;
try {
  await run();
} catch (error) {
  process.stderr.write(`The practice run came to a stop. ${stripVTControlCharacters(error.message)}\n`);
  process.exitCode = 1;
} finally {
  await rm(temporaryDir, { recursive: true, force: true });
}

async function run() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const app = await launch();
  const pictures = [];
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(PATIENCE_MS);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, reportPath);
    const keep = async (step) => {
      process.stderr.write(`${pictures.length === 0 ? 'Pages: ' : ', '}${step}`);
      pictures.push(`${String(pictures.length + 1).padStart(2, '0')}-${step}.png`);
      await picture(app, page, pictures.at(-1));
    };
    try {
      await walkThrough(page, keep);
    } catch (error) {
      await keep('stopped-here');
      throw error;
    } finally {
      process.stderr.write('\n');
    }
    await tell(page, pictures.length);
  } finally {
    await app.close();
  }
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

/** Prints what ran and what came of it, as the main process has it from the run's own events. */
async function tell(page, pictures) {
  const { value } = await page.evaluate(() => window.federation.request('run.current', null));
  const files = [
    `Pictures: ${pictures} in ${path.relative(root, folder)}`,
    `Report: ${path.relative(root, reportPath)}`,
  ];
  process.stdout.write(`${runText(value)}${files.join('\n')}\n`);
  if (value.outcome !== 'done') process.exitCode = 1;
}
