import { resolve } from 'node:path';
import { version } from '../package.json';
import { startCli } from './command-line/start-cli.ts';
import { environmentOptions } from './launch/launch-options.ts';

/** The command line as a plain Node program: the same services as the window, without Electron or a display. */
const isVerbose = process.argv.includes('--verbose');

const code = await startCli(
  process.argv.slice(2).filter((argument) => argument !== '--verbose'),
  {
    version,
    assetsDir: resolve(import.meta.dirname, '../../assets'),
    ...environmentOptions(process.env),
    streams: { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    onInterrupt: (listener) => process.on('SIGINT', listener),
    log: (line) => {
      if (isVerbose) process.stderr.write(`${line}\n`);
    },
  },
);

// Standard output may still hold a part of the result; after that nothing is left to wait for.
process.stdout.write('', () => process.exit(code));
