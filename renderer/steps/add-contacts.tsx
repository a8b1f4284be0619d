import {
  Body1,
  Caption1,
  Field,
  MessageBar,
  MessageBarBody,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import { type ContactAddress, MICROSOFT_DOMAINS, contactAddress } from '../../core/contact-address.ts';
import { contactReasons } from '../../core/texts/contact.ts';
import { addContactsText as text } from '../../core/texts/pages/add-contacts.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { listedNames } from '../../core/wizard.ts';
import { DataTable } from '../components/data-table.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Section } from '../components/section.tsx';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';

const MAX_ROWS = 200;

const useStyles = makeStyles({
  field: { maxWidth: '620px' },
  textarea: { minHeight: '96px', fontFamily: tokens.fontFamilyMonospace },
  address: { fontFamily: tokens.fontFamilyMonospace },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', rowGap: '4px' },
});

/** What users type to add a Skype contact, and how they do it. */
export function AddContactsPage() {
  const styles = useStyles();
  const { editContacts } = useActions();
  const input = useWizard((state) => state.contactInput);
  const excluded = listedNames(useWizard((state) => state.form.provider.nameDecorationExcludedDomains));
  const domains = excluded.length > 0 ? excluded : MICROSOFT_DOMAINS;
  const lines = useDeferredValue(input)
    .split(/[\n,;]/u)
    .filter((line) => line.trim() !== '');
  return (
    <StepPage title={stepTitles['add-contacts']} lead={text.lead}>
      <Field className={styles.field} label={text.input} hint={`${text.inputHint} ${text.excluded(domains)}`}>
        <Textarea
          textarea={{ className: styles.textarea }}
          resize="vertical"
          value={input}
          spellCheck={false}
          onChange={(_, { value }) => editContacts(value)}
        />
      </Field>
      {lines.length === 0 ? (
        <Body1 className={styles.quiet}>{text.none}</Body1>
      ) : (
        <Addresses addresses={lines.map((line) => contactAddress(line, domains))} />
      )}
      <Section title={text.howTitle}>
        <ol className={styles.list}>
          {text.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.note}</MessageBarBody>
        </MessageBar>
      </Section>
      <Section title={text.alertsTitle}>
        <ul className={styles.list}>
          {text.alerts.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </StepPage>
  );
}

function Addresses({ addresses }: { readonly addresses: readonly ContactAddress[] }) {
  const styles = useStyles();
  const { copy } = useActions();
  const ready = addresses.flatMap(({ address }) => (address === null ? [] : [address]));
  const shown = addresses.slice(0, MAX_ROWS);
  return (
    <Section
      title={text.table}
      aside={<CopyButton name={text.all} label={text.copyAll} onCopy={() => copy(ready.join('\n'))} />}
    >
      <Caption1 aria-live="polite">{text.count(ready.length, addresses.length - ready.length)}</Caption1>
      <DataTable
        label={text.table}
        rows={shown}
        keyOf={({ input }, index) => `${index} ${input}`}
        columns={[
          { label: text.email, renderCell: ({ input }) => input.trim() },
          {
            label: text.address,
            renderCell: ({ address }) =>
              address === null ? text.refused : <span className={styles.address}>{address}</span>,
          },
          { label: text.reason, renderCell: ({ reason }) => <Caption1>{contactReasons[reason]}</Caption1> },
          {
            label: text.copyColumn,
            size: 'narrow',
            renderCell: ({ address }) => address !== null && <CopyButton name={address} onCopy={() => copy(address)} />,
          },
        ]}
      />
      {addresses.length > MAX_ROWS && <Caption1>{text.more(addresses.length - MAX_ROWS)}</Caption1>}
    </Section>
  );
}
