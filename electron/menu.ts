import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { windowTexts } from '../core/texts/window.ts';

const smallestZoom = 0.5;
const largestZoom = 2;
const zoomStep = 0.1;

/** The zoom factor after one step in (1), out (-1), or back to the actual size (0). */
export function nextZoom(current: number, direction: -1 | 0 | 1): number {
  if (direction === 0) return 1;
  const wanted = Math.round((current + direction * zoomStep) * 10) / 10;
  return Math.min(largestZoom, Math.max(smallestZoom, wanted));
}

/** A small menu, hidden until Alt is pressed: it carries the keys for editing and zooming, and nothing else. */
export function createMenu(contents: WebContents): Menu {
  const { edit, view, zoomIn, zoomOut, actualSize } = windowTexts.menu;
  const zoom = (direction: -1 | 0 | 1): void => contents.setZoomFactor(nextZoom(contents.getZoomFactor(), direction));
  contents.on('zoom-changed', (_event, direction) => zoom(direction === 'in' ? 1 : -1));
  const zoomItem = (label: string, direction: -1 | 0 | 1, keys: readonly string[]): MenuItemConstructorOptions[] =>
    keys.map((key, index) => ({
      label,
      accelerator: `CommandOrControl+${key}`,
      visible: index === 0,
      acceleratorWorksWhenHidden: true,
      click: () => zoom(direction),
    }));
  return Menu.buildFromTemplate([
    {
      label: edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: view,
      submenu: [
        ...zoomItem(zoomIn, 1, ['Plus', '=', 'numadd']),
        ...zoomItem(zoomOut, -1, ['-', 'numsub']),
        ...zoomItem(actualSize, 0, ['0', 'num0']),
      ],
    },
  ]);
}
