import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { windowTexts } from '../core/texts/window.ts';
import { type ZoomDirection, nextZoom } from './zoom.ts';

/** A small menu, hidden until Alt is pressed: it carries the keys for editing and zooming, and nothing else. */
export function createMenu(contents: WebContents): Menu {
  const { edit, view, zoomIn, zoomOut, actualSize } = windowTexts.menu;
  const zoom = (direction: ZoomDirection): void =>
    contents.setZoomFactor(nextZoom(contents.getZoomFactor(), direction));
  contents.on('zoom-changed', (_event, direction) => zoom(direction === 'in' ? 1 : -1));
  const zoomItem = (label: string, direction: ZoomDirection, keys: readonly string[]): MenuItemConstructorOptions[] =>
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
