import type { ContactAddress } from '../../../core/contacts/contact-address.ts';
import {
  type AddressColumn,
  type Conversion,
  addressesIn,
  converted,
  convertedTable,
  findColumn,
  guessColumn,
} from '../../../core/contacts/contact-list.ts';
import { type HandOut, handOut } from '../../../core/contacts/hand-out.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import { csvText, readCsv } from '../../../core/formats/csv.ts';
import { contactCliTexts as say } from '../../../core/texts/contact-cli.ts';
import { listTexts } from '../../../core/texts/list-file.ts';
import { handOutFile } from '../../reports/hand-out.ts';
import { writeTextFile } from '../../storage/json-file.ts';
import { readListFile } from '../../storage/list-file.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type ContactOptions, contactOptionsProblem, microsoftDomainsOf } from '../options/contact-options.ts';
import { type Output, type Streams, print, refuse } from '../output.ts';
import { contactCount, contactsView, printedHandOut, printedList } from '../views/contact-view.ts';

/** `contact-address`: converts addresses or a list, or writes the hand-out. Exit code 2 when an address is refused, all others are converted. */
export async function contactCommand(options: ContactOptions, streams: Streams): Promise<ExitCode> {
  const output = { streams, options };
  const problem = contactOptionsProblem(options);
  if (problem !== null) return refuse(output, { kind: 'invalid-request', detail: problem });
  const domains = microsoftDomainsOf(options);
  if (!domains.ok) return refuse(output, domains.failure);
  const microsoftDomains = domains.value;
  if (options.handOut !== null) return writeHandOut(handOut(options.handOut, microsoftDomains), output);
  const conversion: Conversion = { direction: options.reverse ? 'to-email' : 'to-address', microsoftDomains };
  if (options.csv !== null) return convertFile(options.csv, options.column, conversion, output);
  const contacts = options.addresses.map((input) => converted(input, conversion));
  return print(output, contactsView(contacts, conversion), exitCodeOf(contacts));
}

async function convertFile(
  path: string,
  column: string | null,
  conversion: Conversion,
  output: Output,
): Promise<ExitCode> {
  const { streams, options } = output;
  const list = await readList(path, column);
  if (!list.ok) return refuse(output, list.failure);
  const contacts = addressesIn(list.value).map((input) => converted(input, conversion));
  const text = csvText(convertedTable(list.value, conversion));
  const saved = options.out === null ? success(null) : await writeTextFile(options.out, text);
  if (!saved.ok) return refuse(output, saved.failure);
  streams.err(`${contactCount(contacts)}\n`);
  streams.out(printedList(contacts, text, options));
  return exitCodeOf(contacts);
}

async function readList(path: string, column: string | null): Promise<Result<AddressColumn>> {
  const text = await readListFile(path);
  if (!text.ok) return text;
  const table = readCsv(text.value.text);
  if (!table.ok) return failed({ kind: 'invalid-list', path, detail: listTexts.noTable(table.failure) });
  if (table.value.rows.length === 0) return failed({ kind: 'invalid-list', path, detail: listTexts.empty });
  const list = column === null ? guessColumn(table.value) : findColumn(table.value, column);
  if (list) return success(list);
  const detail = say.noSuchColumn(column ?? '', table.value.rows[0] ?? []);
  return failed({ kind: 'invalid-request', detail });
}

async function writeHandOut(model: HandOut, output: Output): Promise<ExitCode> {
  const { streams, options } = output;
  const { out } = options;
  const written = out === null ? success(null) : await writeTextFile(out, handOutFile(model, out));
  if (!written.ok) return refuse(output, written.failure);
  streams.out(printedHandOut(model, options));
  return EXIT.done;
}

function exitCodeOf(contacts: readonly ContactAddress[]): ExitCode {
  return contacts.every(({ address }) => address !== null) ? EXIT.done : EXIT.badUsage;
}
