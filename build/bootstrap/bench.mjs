/** `npm run bench`: makes everything ready, then measures. Results go to standard output. */
import path from 'node:path';
import { withDisplay } from './display.mjs';
import { prepare } from './prepare.mjs';
import { attach } from './process.mjs';

// With the compiled tool: PowerShell as its packages bring it to administrators has machine code too.
const { ready, context, env } = await prepare({ forTests: true });

const args = [path.join(context.root, 'test', 'bench', 'bench.mjs'), ...process.argv.slice(2)];
const measure = () => attach(...withDisplay(context, process.execPath, args), { cwd: context.root, env });
process.exitCode = ready ? await measure() : 1;
