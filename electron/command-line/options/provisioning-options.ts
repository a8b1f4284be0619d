import { defaultDataDir } from '../../launch/data-folders.ts';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { cliTexts as say } from '../../../core/texts/cli.ts';
import { ownIdentity } from '../../run/process-identity.ts';
import { createProvisioning } from '../../setup/provisioning.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Streams } from '../output.ts';
import { REQUEST_ACTIONS, type RequestAction, requestCommand } from '../commands/provisioning-command.ts';

/** The options of `request`, of which each action has some. */
interface RequestCliOptions {
  readonly dataDir?: string;
  readonly on?: string;
  readonly seen?: string;
  readonly answers?: string;
  readonly out?: string;
  readonly json?: true;
}

/** Adds `request` with its actions to the command line; `end` is told the exit code. */
export function addRequestCommand(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  const request = program.command('request').description(say.commands.request);
  for (const action of Object.keys(REQUEST_ACTIONS).filter((name) => isRequestAction(name))) {
    const command = request
      .command(action, { isDefault: action === 'show' })
      .description(say.requestActions[action])
      .option('--data-dir <dir>', say.options.dataDir)
      .option('--json', say.options.json);
    if (action === 'note') command.argument('<text>');
    else if (REQUEST_ACTIONS[action] !== null) command.option('--seen <text>', say.options.seen);
    if (REQUEST_ACTIONS[action] !== null) command.option('--on <date>', say.options.on);
    if (action === 'sent' || action === 'adjust') command.option('--answers <file>', say.options.answers);
    if (action === 'reminder') command.option('--out <path>', say.options.out);
    command.action(async () => {
      const options = command.opts<RequestCliOptions>();
      const { dataDir, on = null, answers = null, out = null, json } = options;
      const provisioning = createProvisioning({
        dataDir: resolve(dataDir ?? defaultDataDir()),
        userName: ownIdentity().user,
        now: () => new Date(),
      });
      const seen = command.args[0] ?? options.seen ?? '';
      end(
        await requestCommand(action, provisioning, streams, {
          on,
          seen,
          answers,
          out,
          json: json === true,
        }),
      );
    });
  }
}

function isRequestAction(name: string): name is RequestAction {
  return Object.hasOwn(REQUEST_ACTIONS, name);
}
