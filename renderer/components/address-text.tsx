import { Fragment } from 'react';

/** An address that, where there is no room, breaks between its parts and not within a name; copied, it is as it was. */
export function AddressText({ address }: { readonly address: string }) {
  return address.split(/(?=[(@])/u).map((part, index) => (
    // The parts of a fixed text keep their order.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
