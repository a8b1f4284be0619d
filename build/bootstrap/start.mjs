/** `npm start`: opens the wizard; without a display, runs it unattended on the practice deployment. */
import path from 'node:path';
import { withDisplay } from './display.mjs';
import { prepare } from './prepare.mjs';
import { attach } from './process.mjs';

const practiceRun = path.join('build', 'practice-run', 'practice-run.mjs');

const options = process.argv.slice(2);
const { ready, context, env } = await prepare();
process.exitCode = ready ? await start() : 1;

function start() {
  const { root, hasDisplay, values } = context;
  if (hasDisplay) return attach(values.electronPath, [...sandboxSwitch(), root, ...options], { cwd: root, env });
  process.stderr.write(
    'There is no display here. The wizard now runs by itself, on the practice deployment, in a window nobody sees.\n',
  );
  const args = [path.join(root, practiceRun), ...options];
  return attach(...withDisplay(context, process.execPath, args), { cwd: root, env });
}

/** Chromium refuses to run as root with its sandbox; everyone else gets the sandbox. */
function sandboxSwitch() {
  if (context.platform !== 'linux' || !context.isRoot) return [];
  process.stderr.write('Running as root, so Chromium has to run without its sandbox (--no-sandbox).\n');
  return ['--no-sandbox'];
}
