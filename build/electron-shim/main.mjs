/**
 * Stands in for Electron's default app in a binary that was built without one: `electron [switches] [-r MODULE]... FOLDER`
 * loads the app in FOLDER as `electron .` does. For development and tests; never packaged.
 *
 * It is an ES module on purpose: Electron holds back `ready` until its top-level await is done, and an app must be able
 * to register its schemes before that.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { folder, modules } = parse(process.argv.slice(1));
const require = createRequire(import.meta.url);
for (const name of modules) require(path.resolve(name));
if (folder === undefined) {
  process.stderr.write('Usage: electron FOLDER\n');
  app.exit(2);
} else {
  await load(path.resolve(folder));
}

function parse(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') modules.push(args[(index += 1)]);
    else if (!arg.startsWith('-')) return { folder: arg, modules };
  }
  return { folder: undefined, modules };
}

async function load(root) {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: true, enumerable: true });
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(root);
  await import(pathToFileURL(path.join(root, manifest.main)).href);
}
