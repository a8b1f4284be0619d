/** `npm run bench`: makes everything ready, then measures. Results go to standard output. */
import path from 'node:path';
import { withDisplay } from './display.mjs';
import { prepare } from './prepare.mjs';
import { attach } from './process.mjs';

const { ready, context, env } = await prepare({ forTests: true });
process.exitCode = ready ? await measure() : 1;

function measure() {
  const { root } = context;
  const args = [path.join(root, 'test', 'bench', 'bench.mjs'), ...process.argv.slice(2)];
  return attach(...withDisplay(context, process.execPath, args), { cwd: root, env });
}
