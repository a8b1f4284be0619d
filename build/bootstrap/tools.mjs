/** The development tools in node_modules, run with Node itself: quicker than npx, and without Windows' command shell. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Packages whose program has another name than they have. */
const packageOf = { playwright: '@playwright/test', tsc: 'typescript' };

/** The program and arguments that start a tool, by the program's name in its package. */
export function toolCommand(root, tool, args) {
  const folder = path.join(root, 'node_modules', packageOf[tool] ?? tool);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return [process.execPath, [path.join(folder, typeof bin === 'string' ? bin : bin[tool]), ...args]];
}
