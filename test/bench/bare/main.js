// The least that an Electron program can be: one sandboxed window with a static page. What the product is measured against.
import { join } from 'node:path';
import { BrowserWindow, app } from 'electron';

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1100, height: 760, useContentSize: true });
  return window.loadFile(join(import.meta.dirname, 'index.html'));
});
