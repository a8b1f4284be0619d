import { type Command, Option } from 'commander';
import { parseMicrosoftDomains } from '../../../core/contacts/contact-address.ts';
import { HAND_OUT_LANGUAGES, type HandOutLanguage } from '../../../core/contacts/contact-choices.ts';
import { MICROSOFT_DOMAINS } from '../../../core/domains/microsoft-domains.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { cliTexts } from '../../../core/texts/cli.ts';
import { contactCliTexts as say } from '../../../core/texts/contact-cli.ts';

/** What `contact-address` is asked for. */
export interface ContactOptions {
  readonly addresses: readonly string[];
  readonly csv: string | null;
  /** The name of the column, or its number from 1; null: guessed. */
  readonly column: string | null;
  readonly reverse: boolean;
  readonly microsoftDomains: string | null;
  readonly handOut: HandOutLanguage | null;
  readonly out: string | null;
  readonly json: boolean;
}

/** The options as commander hands them on. */
export interface GivenContactOptions {
  readonly csv?: string;
  readonly column?: string;
  readonly reverse?: true;
  readonly microsoftDomains?: string;
  readonly handOut?: HandOutLanguage;
  readonly out?: string;
  readonly json?: true;
}

/** Gives `contact-address` its options. */
export function withContactOptions(command: Command): Command {
  return command
    .argument('[address...]')
    .option('--csv <file>', say.options.csv)
    .option('--column <name|number>', say.options.column)
    .option('--reverse', say.options.reverse)
    .option('--microsoft-domains <list>', say.options.microsoftDomains)
    .addOption(new Option('--hand-out <language>', say.options.handOut).choices(HAND_OUT_LANGUAGES))
    .option('--out <file>', say.options.out)
    .option('--json', cliTexts.options.json);
}

/** What the command is asked for by the options that were given. */
export function contactOptions(addresses: readonly string[], given: GivenContactOptions): ContactOptions {
  return {
    addresses,
    csv: given.csv ?? null,
    column: given.column ?? null,
    reverse: given.reverse === true,
    microsoftDomains: given.microsoftDomains ?? null,
    handOut: given.handOut ?? null,
    out: given.out ?? null,
    json: given.json === true,
  };
}

/** Why the options do not go together; null when they do. */
export function contactOptionsProblem(options: ContactOptions): string | null {
  const { addresses, csv, column, reverse, handOut: language } = options;
  const hasAddresses = addresses.length > 0;
  if (language !== null) return hasAddresses || csv !== null || column !== null || reverse ? say.handOutAlone : null;
  if (csv === null) return column !== null ? say.columnWithoutFile : hasAddresses ? null : say.nothingNamed;
  return hasAddresses ? say.fileOrAddresses : null;
}

/** The domains of `--microsoft-domains`, else those that are known. */
export function microsoftDomainsOf({ microsoftDomains: list }: ContactOptions): Result<readonly string[]> {
  if (list === null) return success(MICROSOFT_DOMAINS);
  const { domains, refused } = parseMicrosoftDomains(list);
  if (refused.length > 0) return failed({ kind: 'invalid-request', detail: say.notDomains(refused) });
  return domains.length > 0 ? success(domains) : failed({ kind: 'invalid-request', detail: say.noDomains });
}
