/**
 * `npm run --silent cli -- COMMAND`: the command line, after a set-up that says nothing unless it has work to do, and
 * nothing at all on standard output.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';

/** Whoever asks for these needs no PowerShell made ready. */
const withoutPowerShell = ['contact-address', 'readiness', '--product', 'help', '--help', '-h', '--version', '-V'];

const args = process.argv.slice(2);
const needsPowerShell = args.length > 0 && !args.some((arg) => withoutPowerShell.includes(arg));
const { ready, context, env } = await prepare({
  only: ['Dependencies', 'Build', ...(needsPowerShell ? ['PowerShell'] : [])],
  // The command itself says what it means that there is none.
  optional: ['PowerShell'],
  quiet: true,
});
if (ready) {
  Object.assign(process.env, env);
  // In this very process: its arguments, streams, signals and exit code are the command line's.
  const program = path.join(context.root, 'out', 'main', 'cli.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
} else {
  process.exitCode = 1;
}
