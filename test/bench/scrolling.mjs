import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { PAGES, walkThrough } from '../../build/practice-run/journey.mjs';
import { median } from './statistics.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Scrolls the table of 5,000 SIP domains in the real window, 120 pixels a frame as a wheel does, and measures what each
 * frame takes. Returns the share of frames that met the display's 60 a second (a frame may be late by half), in percent, and the
 * median milliseconds of a frame; on a display that is drawn without a graphics card, the bare window is the measure.
 */
export async function scrolling() {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const isRoot = process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, '--data-dir', folder];
  args.push('--practice-state', path.join(folder, 'practice.json'));
  const app = await _electron.launch({ executablePath: process.env['ELECTRON_EXEC_PATH'], args });
  try {
    const page = await app.firstWindow();
    await walkThrough(page, async () => {}, 'edge-and-domains', PAGES);
    const list = page.getByRole('textbox', { name: 'Add domains' });
    await list.fill(Array.from({ length: 5000 }, (_, number) => `site-${number}.contoso.com`).join(' '));
    await list.press('Enter');
    await page.getByText('5,000 domains were added', { exact: true }).waitFor();
    const grid = page.getByRole('grid', { name: 'SIP domains of the request' });
    await grid.scrollIntoViewIfNeeded();
    const still = await grid.evaluate(framesWhile, 0);
    const scrolled = await grid.evaluate(framesWhile, 120);
    return { frameMs: median(scrolled), stillMs: median(still), inTime: share(scrolled, (1000 / 60) * 1.5) };
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: the milliseconds of 240 frames, in each of which the grid scrolls by so many pixels. */
function framesWhile(grid, pixels) {
  return new Promise((resolve) => {
    const times = [];
    let before = performance.now();
    grid.scrollTop = 0;
    const frame = (now) => {
      times.push(now - before);
      before = now;
      grid.scrollTop += pixels;
      if (times.length < 240) requestAnimationFrame(frame);
      else resolve(times.slice(10));
    };
    requestAnimationFrame(frame);
  });
}

function share(times, limit) {
  return (times.filter((time) => time <= limit).length / times.length) * 100;
}
