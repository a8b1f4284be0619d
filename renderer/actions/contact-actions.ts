import type { AddressColumn, Conversion } from '../../core/contacts/contact-list.ts';
import type { Result } from '../../core/failure.ts';
import type { HandOutLanguage } from '../../core/contacts/contact-choices.ts';
import type { ActionContext } from './action-context.ts';
import type { ContactWork } from '../state/contact-work.ts';

export interface ContactActions {
  /** Changes what is being converted. */
  editContacts(change: Partial<ContactWork>): void;
  /** Saves a list with what each address became; null when the dialog was closed. */
  saveContacts(list: AddressColumn, conversion: Conversion): Promise<Result<string | null>>;
  saveHandOut(language: HandOutLanguage, microsoftDomains: readonly string[]): Promise<Result<string | null>>;
}

/** What the Add contacts page does. */
export function contactActions({ store, bridge }: ActionContext): ContactActions {
  return {
    editContacts: (change) => store.setState(({ contacts }) => ({ contacts: { ...contacts, ...change } })),
    saveContacts: ({ table: { delimiter, rows }, column, hasHeader }, { direction, microsoftDomains }) =>
      bridge.request('contacts.save', {
        direction,
        microsoftDomains: [...microsoftDomains],
        list: { table: { delimiter, rows: rows.map((row) => [...row]) }, column, hasHeader },
      }),
    saveHandOut: (language, microsoftDomains) =>
      bridge.request('hand-out.save', { language, microsoftDomains: [...microsoftDomains] }),
  };
}
