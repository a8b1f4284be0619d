import { Body1, Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ContactAddress } from '../../../core/contacts/contact-address.ts';
import { resultOf } from '../../../core/contacts/contact-list.ts';
import { contactWords } from '../../../core/contacts/contact-texts.ts';
import { addContactsText as text } from '../../../core/texts/pages/add-contacts.ts';
import { AddressText } from '../../components/address-text.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import { useSaving } from '../../hooks/use-saving.ts';
import { useActions } from '../../hooks/wizard-context.tsx';
import { SavingOutcome } from '../../shell/saving-outcome.tsx';
import { type ContactList, useContactList } from './use-contacts.ts';

const MAX_ROWS = 200;

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  address: { fontFamily: tokens.fontFamilyMonospace },
  refused: { color: tokens.colorNeutralForeground3 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** What each address becomes: to copy one, to copy all, to save. */
export function ContactResults() {
  const styles = useStyles();
  const converted = useContactList();
  const { contacts, conversion } = converted;
  return (
    <Section title={text.results[conversion.direction]}>
      {contacts.length === 0 ? (
        <Body1 className={styles.quiet}>{text.none}</Body1>
      ) : (
        <ConvertedContacts {...converted} />
      )}
    </Section>
  );
}

function ConvertedContacts({ list, conversion, contacts }: ContactList) {
  const styles = useStyles();
  const { copy, saveContacts } = useActions();
  const saving = useSaving(() => saveContacts(list, conversion));
  const [savedContacts, setSavedContacts] = useState<ContactList['contacts'] | null>(null);
  const [isNotedOnly, setIsNotedOnly] = useState(false);
  const results = contacts.flatMap((contact) => resultOf(contact, conversion.direction) ?? []);
  const noted = contacts.filter(isNoted);
  const save = () => {
    setSavedContacts(contacts);
    saving.start();
  };
  const isFiltered = isNotedOnly && noted.length > 0;
  return (
    <>
      <div className={styles.row}>
        <CopyButton name={text.all} label={text.copyAll} onCopy={() => copy(results.join('\n'))} />
        <Button icon={<Save20Regular />} disabledFocusable={saving.state.status === 'loading'} onClick={save}>
          {text.saveList}
        </Button>
        <Caption1 aria-live="polite">{text.count(results.length, contacts.length - results.length)}</Caption1>
        {noted.length > 0 && (
          <Checkbox
            label={text.onlyNoted(noted.length)}
            checked={isNotedOnly}
            onChange={(_, { checked }) => setIsNotedOnly(checked === true)}
          />
        )}
      </div>
      {/* What was said of one list does not hold for the next. */}
      {savedContacts === contacts && <SavingOutcome state={saving.state} saved={text.saved} />}
      <ContactTable contacts={isFiltered ? noted : contacts} direction={conversion.direction} />
    </>
  );
}

/** Refused, or with something that is not certain. */
function isNoted({ address, cautions }: ContactAddress): boolean {
  return address === null || cautions.length > 0;
}

function ContactTable(props: {
  readonly contacts: readonly ContactAddress[];
  readonly direction: ContactList['conversion']['direction'];
}) {
  const styles = useStyles();
  const { copy } = useActions();
  const { contacts, direction } = props;
  const { given, result } = text.columns[direction];
  return (
    <>
      <DataTable
        label={text.results[direction]}
        rows={contacts.slice(0, MAX_ROWS)}
        keyOf={({ input }, index) => `${index} ${input}`}
        columns={[
          { label: given, renderCell: ({ input }) => <AddressText address={input.trim()} /> },
          {
            label: result,
            size: 'wide',
            renderCell: (contact) => {
              const address = resultOf(contact, direction);
              return address === null ? (
                <span className={styles.refused}>{text.refused}</span>
              ) : (
                <span className={styles.address}>
                  <AddressText address={address} />
                </span>
              );
            },
          },
          { label: text.reason, size: 'wide', renderCell: (contact) => <Caption1>{contactWords(contact)}</Caption1> },
          {
            label: text.copyColumn,
            size: 'narrow',
            renderCell: (contact) => {
              const address = resultOf(contact, direction);
              return address !== null && <CopyButton name={address} onCopy={() => copy(address)} />;
            },
          },
        ]}
      />
      {contacts.length > MAX_ROWS && <Caption1>{text.more(contacts.length - MAX_ROWS)}</Caption1>}
    </>
  );
}
