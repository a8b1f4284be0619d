import { resolve } from 'node:path';
import { version } from '../package.json';
import { startCli } from './command-line/start-cli.ts';
import { environmentOptions } from './launch/launch-options.ts';
import { standardStreams } from './launch/standard-streams.ts';
import { onStopSignal } from './launch/stop-signals.ts';

/** The command line as a plain Node program: the same services as the window, without Electron or a display. */
const isVerbose = process.argv.includes('--verbose');
const streams = standardStreams(process);

const code = await startCli(
  process.argv.slice(2).filter((argument) => argument !== '--verbose'),
  {
    version,
    assetsDir: resolve(import.meta.dirname, '../../assets'),
    ...environmentOptions(process.env),
    streams,
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    onInterrupt: onStopSignal,
    log: (line) => {
      if (isVerbose) streams.err(`${line}\n`);
    },
  },
);

// Standard output may still hold a part of the result; after that nothing is left to wait for.
process.stdout.write('', () => process.exit(code));
