import { type Command, Option } from 'commander';
import { HAND_OUT_LANGUAGES, type HandOutLanguage } from '../../../core/contacts/contact-choices.ts';
import { cliTexts } from '../../../core/texts/cli.ts';
import { contactCliTexts as say } from '../../../core/texts/contact-cli.ts';
import { contactAddressCommand } from '../commands/contact-command.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Streams } from '../output.ts';

interface ContactCliOptions {
  readonly csv?: string;
  readonly column?: string;
  readonly reverse?: true;
  readonly microsoftDomains?: string;
  readonly handOut?: HandOutLanguage;
  readonly out?: string;
  readonly json?: true;
}

/** Adds `contact-address`, which asks no deployment, to the command line. */
export function addContactCommand(program: Command, streams: Streams, end: (code: ExitCode) => void): void {
  program
    .command('contact-address')
    .description(say.description)
    .argument('[address...]')
    .option('--csv <file>', say.options.csv)
    .option('--column <name|number>', say.options.column)
    .option('--reverse', say.options.reverse)
    .option('--microsoft-domains <list>', say.options.microsoftDomains)
    .addOption(new Option('--hand-out <language>', say.options.handOut).choices(HAND_OUT_LANGUAGES))
    .option('--out <file>', say.options.out)
    .option('--json', cliTexts.options.json)
    .action(async (addresses: string[], options: ContactCliOptions) => {
      const call = {
        addresses,
        csv: options.csv ?? null,
        column: options.column ?? null,
        reverse: options.reverse === true,
        microsoftDomains: options.microsoftDomains ?? null,
        handOut: options.handOut ?? null,
        out: options.out ?? null,
        json: options.json === true,
      };
      end(await contactAddressCommand(call, streams));
    });
}
