import { useDeferredValue, useMemo } from 'react';
import { type ContactAddress, parseMicrosoftDomains } from '../../../core/contacts/contact-address.ts';
import {
  type AddressColumn,
  type Conversion,
  addressesIn,
  converted,
  listedAddresses,
  tableOfAddresses,
} from '../../../core/contacts/contact-list.ts';
import { MICROSOFT_DOMAINS } from '../../../core/domains/microsoft-domains.ts';
import { useWizard } from '../../hooks/wizard-context.tsx';

/** Which domains count as Microsoft's own, and what was typed that is no domain. */
export interface OwnDomains {
  readonly domains: readonly string[];
  readonly refused: readonly string[];
  /** Nothing usable was given, so the usual ones count. */
  readonly isDefault: boolean;
}

/** The list as typed, else the provider's exclusion list, else the usual domains. */
export function useOwnDomains(): OwnDomains {
  const typed = useWizard((state) => state.contacts.domains);
  const excluded = useWizard((state) => state.form.provider.nameDecorationExcludedDomains);
  return useMemo(() => {
    const { domains, refused } = parseMicrosoftDomains(typed ?? excluded);
    const isDefault = domains.length === 0;
    return { domains: isDefault ? MICROSOFT_DOMAINS : domains, refused, isDefault };
  }, [typed, excluded]);
}

/** The list that is being converted, and what each of its addresses becomes. */
export interface ContactList {
  readonly list: AddressColumn;
  readonly conversion: Conversion;
  readonly contacts: readonly ContactAddress[];
}

/** What was typed or opened, converted; typing goes on while a long list is worked out. */
export function useContactList(): ContactList {
  const { direction, input, file } = useDeferredValue(useWizard((state) => state.contacts));
  const { domains } = useOwnDomains();
  return useMemo(() => {
    const list = file?.list ?? tableOfAddresses(listedAddresses(input), direction);
    const conversion = { direction, microsoftDomains: domains };
    return { list, conversion, contacts: addressesIn(list).map((one) => converted(one, conversion)) };
  }, [direction, input, file, domains]);
}
