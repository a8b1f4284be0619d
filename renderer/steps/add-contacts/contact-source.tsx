import {
  Button,
  Caption1,
  Checkbox,
  Field,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular, FolderOpen20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { type AddressColumn, addressesIn, columnNames, guessColumn } from '../../../core/contacts/contact-list.ts';
import { DIRECTIONS, type Direction } from '../../../core/contacts/contact-choices.ts';
import { addContactsText as text } from '../../../core/texts/pages/add-contacts.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { FieldGroup } from '../../components/field-group.tsx';
import { Section } from '../../components/section.tsx';
import { readListTable } from '../../hooks/read-list-file.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import type { ContactWork } from '../../state/contact-work.ts';
import { useOwnDomains } from './use-contacts.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '620px' },
  textarea: { minHeight: '96px', fontFamily: tokens.fontFamilyMonospace },
  domains: { fontFamily: tokens.fontFamilyMonospace },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM },
  wide: { alignSelf: 'stretch' },
  file: {
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** What is converted: typed, pasted or from a file; which way; and which domains are Microsoft's own. */
export function ContactSource() {
  const styles = useStyles();
  const { editContacts } = useActions();
  const { direction, file } = useWizard((state) => state.contacts);
  return (
    <Section title={text.source}>
      <div className={styles.fields}>
        <Field label={text.direction}>
          <RadioGroup
            layout="horizontal"
            value={direction}
            onChange={(_, { value }) =>
              editContacts({ direction: DIRECTIONS.find((one) => one === value) ?? direction })
            }
          >
            {DIRECTIONS.map((one) => (
              <Radio key={one} value={one} label={text.directions[one]} />
            ))}
          </RadioGroup>
        </Field>
        {file === null ? <TypedList direction={direction} /> : <OpenedFile file={file} />}
        <DomainList />
      </div>
    </Section>
  );
}

function TypedList({ direction }: { readonly direction: Direction }) {
  const styles = useStyles();
  const { editContacts } = useActions();
  const input = useWizard((state) => state.contacts.input);
  return (
    <>
      <Field label={text.input[direction]} hint={text.inputHint}>
        <Textarea
          textarea={{ className: styles.textarea }}
          resize="vertical"
          value={input}
          spellCheck={false}
          onChange={(_, { value }) => editContacts({ input: value })}
        />
      </Field>
      <OpenFile />
    </>
  );
}

function OpenFile() {
  const styles = useStyles();
  const { editContacts } = useActions();
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    const table = await readListTable(file);
    setProblem(table.ok ? null : table.failure);
    if (table.ok) editContacts({ file: { name: file.name, list: guessColumn(table.value) } });
  };
  return (
    <Field
      validationState={problem === null ? 'none' : 'error'}
      {...(problem === null ? {} : { validationMessage: problem })}
    >
      <div className={styles.row}>
        <Button icon={<FolderOpen20Regular />} onClick={() => chooser.current?.click()}>
          {text.openFile}
        </Button>
        <Caption1 className={styles.quiet}>{text.openHint}</Caption1>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,text/csv"
          onChange={({ currentTarget }) => {
            void open(currentTarget.files?.[0]);
            // So that the same file can be chosen again after it was corrected.
            currentTarget.value = '';
          }}
        />
      </div>
    </Field>
  );
}

function OpenedFile({ file }: { readonly file: NonNullable<ContactWork['file']> }) {
  const styles = useStyles();
  const { editContacts } = useActions();
  const { name, list } = file;
  const choose = (change: Partial<AddressColumn>) => editContacts({ file: { name, list: { ...list, ...change } } });
  return (
    <div className={styles.file}>
      <FieldGroup legend={text.file}>
        <div className={styles.row}>
          <span>{text.fileLines(name, addressesIn(list).length)}</span>
          <Button icon={<Dismiss20Regular />} size="small" onClick={() => editContacts({ file: null })}>
            {text.closeFile}
          </Button>
        </div>
        <Field label={text.column}>
          <Select value={list.column} onChange={(_, { value }) => choose({ column: Number(value) })}>
            {columnNames(list).map((column, index) => {
              const option = text.columnOption(index + 1, column);
              return (
                <option key={option} value={index}>
                  {option}
                </option>
              );
            })}
          </Select>
        </Field>
        <Checkbox
          label={text.hasHeader}
          checked={list.hasHeader}
          onChange={(_, { checked }) => choose({ hasHeader: checked === true })}
        />
      </FieldGroup>
    </div>
  );
}

function DomainList() {
  const styles = useStyles();
  const { editContacts } = useActions();
  const typed = useWizard((state) => state.contacts.domains);
  const { domains, refused, isDefault } = useOwnDomains();
  const problem = refused.length > 0 ? text.domainsRefused(refused) : isDefault ? text.domainsEmpty : null;
  return (
    <Disclosure label={text.domainsLabel(domains)}>
      <div className={styles.stack}>
        <Field
          className={styles.wide}
          label={text.domains}
          hint={text.domainsHint}
          validationState={problem === null ? 'none' : 'warning'}
          {...(problem === null ? {} : { validationMessage: problem })}
        >
          <Textarea
            textarea={{ className: styles.domains }}
            value={typed ?? domains.join(', ')}
            spellCheck={false}
            onChange={(_, { value }) => editContacts({ domains: value })}
          />
        </Field>
        <Button size="small" disabledFocusable={typed === null} onClick={() => editContacts({ domains: null })}>
          {text.domainsReset}
        </Button>
      </div>
    </Disclosure>
  );
}
