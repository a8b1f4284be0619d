import type { ElectronApplication, Page } from '@playwright/test';
import type { StepId } from '../../core/steps.ts';
import { expect } from './app-fixture.ts';

/** Makes the window's content so large, in pixels of the screen, and zooms it. */
export function resize(
  app: ElectronApplication,
  size: { width: number; height: number; zoom?: number },
): Promise<void> {
  return app.evaluate(({ BrowserWindow }, { width, height, zoom = 1 }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    if (window) window.webContents.zoomFactor = zoom;
  }, size);
}

/** Whether a page fits: nothing needs sideways scrolling, and the button that leads on is in sight. */
export async function expectFit(page: Page, step: StepId): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map(({ tagName }) => tagName),
  );
  expect(wide, `needs sideways scrolling on ${step}`).toEqual([]);
  const next = page.getByRole('button', { name: step === 'report' ? 'Back' : 'Next', exact: true });
  await expect(next).toBeInViewport();
}
