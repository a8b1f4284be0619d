import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { walkThrough } from '../../build/practice-run/journey.mjs';
import { expect, test } from './app-fixture.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation in ${colorScheme}`, async ({ launch, folder }) => {
    const { app, page } = await launch({ colorScheme });
    await app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      },
      join(folder, 'report.html'),
    );
    const violations: string[] = [];
    const steps: string[] = [];
    await walkThrough(page, async (step) => {
      steps.push(step);
      const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      violations.push(
        ...found.map(({ id, nodes }) => `${step}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      );
    });
    expect(steps).toHaveLength(13);
    expect(violations).toEqual([]);
  });
}

for (const [name, width, height, zoom] of [
  ['at its smallest size', 900, 640, 1],
  ['at its largest usual size', 1600, 1000, 1],
  ['at 200 % zoom', 1100, 760, 2],
] as const) {
  test(`no page needs sideways scrolling ${name}`, async ({ launched, page, folder }) => {
    await launched.app.evaluate(
      ({ dialog, BrowserWindow }, values) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: values.filePath });
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(values.width, values.height);
        if (window) window.webContents.zoomFactor = values.zoom;
      },
      { filePath: join(folder, 'report.html'), width, height, zoom },
    );
    const wide: string[] = [];
    await walkThrough(page, async (step) => {
      const isWide = await page.evaluate(() => {
        const boxes = [document.documentElement, ...document.querySelectorAll('main')];
        return boxes.some((box) => box.scrollWidth > box.clientWidth + 1);
      });
      if (isWide) wide.push(step);
      const next = page.getByRole('button', { name: step === 'report' ? 'Back' : 'Next', exact: true });
      await expect(next).toBeInViewport();
    });
    expect(wide).toEqual([]);
  });
}
