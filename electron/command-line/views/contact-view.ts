import type { ContactAddress } from '../../../core/contacts/contact-address.ts';
import { type Conversion, resultOf } from '../../../core/contacts/contact-list.ts';
import { contactWords } from '../../../core/contacts/contact-texts.ts';
import { type HandOut, handOutText } from '../../../core/contacts/hand-out.ts';
import { jsonText } from '../../../core/formats/visible-text.ts';
import { contactCliTexts as say } from '../../../core/texts/contact-cli.ts';
import type { Printable } from '../output.ts';

/** What `contact-address` prints for addresses: a line each. */
export function contactsView(contacts: readonly ContactAddress[], conversion: Conversion): Printable {
  const words = contacts.map((contact) => lineOf(contact, conversion)).join('\n');
  return { json: contacts.map(publicContact), words };
}

/** What stands on standard output for a list of which `text` is the converted form. */
export function printedList(contacts: readonly ContactAddress[], text: string, { out, json }: FileOptions): string {
  if (json) return jsonText(contacts.map(publicContact));
  // The mark at the start of a file has no place in a stream.
  return out === null ? text.replace(/^\uFEFF/u, '') : `${say.written(out)}\n`;
}

/** How many addresses of a list were converted. */
export function contactCount(contacts: readonly ContactAddress[]): string {
  const refused = contacts.filter(({ address }) => address === null).length;
  return say.count(contacts.length - refused, refused);
}

/** What stands on standard output for a hand-out. */
export function printedHandOut(model: HandOut, { out, json }: FileOptions): string {
  if (json) return jsonText({ ...model, path: out });
  return out === null ? handOutText(model) : `${say.written(out)}\n`;
}

interface FileOptions {
  readonly out: string | null;
  readonly json: boolean;
}

/** The published form of a converted address: the rule's own name for the reason, and the words. */
function publicContact(contact: ContactAddress): object {
  const { input, email, address, changed, reason, cautions } = contact;
  return { input, email, address, changed, code: reason, cautions, reason: contactWords(contact) };
}

function lineOf(contact: ContactAddress, { direction }: Conversion): string {
  return `${contact.input} -> ${resultOf(contact, direction) ?? '-'}  ${contactWords(contact)}`;
}
