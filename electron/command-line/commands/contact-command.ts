import { type ContactAddress, parseMicrosoftDomains } from '../../../core/contacts/contact-address.ts';
import {
  type AddressColumn,
  type Conversion,
  addressesIn,
  converted,
  convertedTable,
  findColumn,
  guessColumn,
  resultOf,
} from '../../../core/contacts/contact-list.ts';
import { csvText, readCsv } from '../../../core/formats/csv.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { handOut, handOutText } from '../../../core/contacts/hand-out.ts';
import type { HandOutLanguage } from '../../../core/contacts/contact-choices.ts';
import { MICROSOFT_DOMAINS } from '../../../core/domains/microsoft-domains.ts';
import { contactCliTexts as say } from '../../../core/texts/contact-cli.ts';
import { contactWords } from '../../../core/contacts/contact-texts.ts';
import { listTexts } from '../../../core/texts/list-file.ts';
import { handOutFile } from '../../reports/hand-out.ts';
import { writeTextFile } from '../../storage/json-file.ts';
import { readListFile } from '../../storage/list-file.ts';
import { EXIT, type ExitCode, exitCodeOfFailure } from '../exit-codes.ts';
import { type Streams, printFailure, printResult } from '../output.ts';

/** What `contact-address` was called with. */
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

/** Converts addresses or a list, or writes the hand-out. Exit code 2 when an address is refused, all others are converted. */
export async function contactAddressCommand(options: ContactOptions, streams: Streams): Promise<ExitCode> {
  const done = await answer(options, streams);
  if (done.ok) return done.value;
  printFailure(streams, done.failure, options.json);
  return exitCodeOfFailure(done.failure);
}

async function answer(options: ContactOptions, streams: Streams): Promise<Result<ExitCode>> {
  const problem = usageProblem(options);
  if (problem !== null) return refusal(problem);
  const domains = domainsOf(options.microsoftDomains);
  if (!domains.ok) return domains;
  const microsoftDomains = domains.value;
  if (options.handOut !== null) return writeHandOut(options.handOut, microsoftDomains, options, streams);
  const conversion: Conversion = { direction: options.reverse ? 'to-email' : 'to-address', microsoftDomains };
  if (options.csv !== null) return convertFile(options.csv, conversion, options, streams);
  const contacts = options.addresses.map((input) => converted(input, conversion));
  const words = contacts.map((contact) => lineOf(contact, conversion)).join('\n');
  const printed = await printResult(streams, { json: contacts.map(publicContact), words }, options);
  return printed.ok ? success(exitCodeOf(contacts)) : printed;
}

function usageProblem({ addresses, csv, column, reverse, handOut: language }: ContactOptions): string | null {
  const hasAddresses = addresses.length > 0;
  if (language !== null) return hasAddresses || csv !== null || column !== null || reverse ? say.handOutAlone : null;
  if (csv === null) return column !== null ? say.columnWithoutFile : hasAddresses ? null : say.nothingNamed;
  return hasAddresses ? say.fileOrAddresses : null;
}

function domainsOf(list: string | null): Result<readonly string[]> {
  if (list === null) return success(MICROSOFT_DOMAINS);
  const { domains, refused } = parseMicrosoftDomains(list);
  if (refused.length > 0) return refusal(say.notDomains(refused));
  return domains.length > 0 ? success(domains) : refusal(say.noDomains);
}

async function convertFile(
  path: string,
  conversion: Conversion,
  { column, out, json }: ContactOptions,
  streams: Streams,
): Promise<Result<ExitCode>> {
  const list = await readList(path, column);
  if (!list.ok) return list;
  const contacts = addressesIn(list.value).map((input) => converted(input, conversion));
  const text = csvText(convertedTable(list.value, conversion));
  const saved = out === null ? success(null) : await writeTextFile(out, text);
  if (!saved.ok) return saved;
  const refused = contacts.filter(({ address }) => address === null).length;
  streams.err(`${say.count(contacts.length - refused, refused)}\n`);
  if (json) streams.out(`${JSON.stringify(contacts.map(publicContact), null, 2)}\n`);
  // The mark at the start of a file has no place in a stream.
  else streams.out(out === null ? text.replace(/^\uFEFF/u, '') : `${say.written(out)}\n`);
  return success(exitCodeOf(contacts));
}

async function readList(path: string, column: string | null): Promise<Result<AddressColumn>> {
  const text = await readListFile(path);
  if (!text.ok) return text;
  const table = readCsv(text.value.text);
  if (!table.ok) return failed({ kind: 'storage', path, detail: listTexts.unclosedQuote(table.failure.line) });
  if (table.value.rows.length === 0) return failed({ kind: 'storage', path, detail: listTexts.empty });
  const list = column === null ? guessColumn(table.value) : findColumn(table.value, column);
  return list ? success(list) : refusal(say.noSuchColumn(column ?? '', table.value.rows[0] ?? []));
}

async function writeHandOut(
  language: HandOutLanguage,
  microsoftDomains: readonly string[],
  { out, json }: ContactOptions,
  streams: Streams,
): Promise<Result<ExitCode>> {
  const model = handOut(language, microsoftDomains);
  const written = out === null ? success(null) : await writeTextFile(out, handOutFile(model, out));
  if (!written.ok) return written;
  if (json) streams.out(`${JSON.stringify({ ...model, path: out }, null, 2)}\n`);
  else streams.out(out === null ? handOutText(model) : `${say.written(out)}\n`);
  return success(EXIT.done);
}

/** The published form of a converted address: the rule's own name for the reason, and the words. */
function publicContact(contact: ContactAddress): object {
  const { input, email, address, changed, reason, cautions } = contact;
  return { input, email, address, changed, code: reason, cautions, reason: contactWords(contact) };
}

function lineOf(contact: ContactAddress, { direction }: Conversion): string {
  return `${contact.input} -> ${resultOf(contact, direction) ?? '-'}  ${contactWords(contact)}`;
}

function exitCodeOf(contacts: readonly ContactAddress[]): ExitCode {
  return contacts.every(({ address }) => address !== null) ? EXIT.done : EXIT.badUsage;
}

function refusal(detail: string): Result<never> {
  return failed({ kind: 'invalid-request', detail });
}
