import type { Direction } from '../../core/contacts/contact-choices.ts';
import type { AddressColumn } from '../../core/contacts/contact-list.ts';

/** What is being converted on the Add contacts page; it is no answer, so no draft keeps it. */
export interface ContactWork {
  readonly direction: Direction;
  /** As typed or pasted. */
  readonly input: string;
  /** An opened file takes the place of what was typed. */
  readonly file: { readonly name: string; readonly list: AddressColumn } | null;
  /** Microsoft's own domains as typed; null: the provider's exclusion list. */
  readonly domains: string | null;
}

/** Nothing yet. */
export const NO_CONTACTS: ContactWork = { direction: 'to-address', input: '', file: null, domains: null };
