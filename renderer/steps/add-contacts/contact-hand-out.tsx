import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Subtitle1,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Save20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { type HandOut, type HandOutBlock, handOut, handOutText } from '../../../core/contacts/hand-out.ts';
import { HAND_OUT_LANGUAGES, type HandOutLanguage } from '../../../core/contacts/contact-choices.ts';
import { addContactsText as text } from '../../../core/texts/pages/add-contacts.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import { useSaving } from '../../hooks/use-saving.ts';
import { useActions } from '../../hooks/wizard-context.tsx';
import { SavingOutcome } from '../../shell/saving-outcome.tsx';
import { useOwnDomains } from './use-contacts.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sheet: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    hyphens: 'auto',
  },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, maxWidth: '720px' },
  heading: { margin: 0 },
  paragraph: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

/** The hand-out for users: its language, the file, and the hand-out itself. */
export function ContactHandOut() {
  const styles = useStyles();
  const { copy, saveHandOut } = useActions();
  const { domains } = useOwnDomains();
  const [language, setLanguage] = useState<HandOutLanguage>('en');
  const saving = useSaving(() => saveHandOut(language, domains));
  const model = handOut(language, domains);
  return (
    <Section title={text.handOut} lead={text.handOutLead}>
      <Field label={text.language}>
        <RadioGroup
          layout="horizontal"
          value={language}
          onChange={(_, { value }) => setLanguage(HAND_OUT_LANGUAGES.find((one) => one === value) ?? language)}
        >
          {HAND_OUT_LANGUAGES.map((one) => (
            <Radio key={one} value={one} label={<span lang={one}>{text.languages[one]}</span>} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.actions}>
        <Button icon={<Save20Regular />} disabledFocusable={saving.state.status === 'loading'} onClick={saving.start}>
          {text.saveHandOut}
        </Button>
        <CopyButton name={text.preview} label={text.copyHandOut} onCopy={() => copy(handOutText(model))} />
      </div>
      <SavingOutcome state={saving.state} saved={text.saved} />
      <Sheet {...model} />
    </Section>
  );
}

/** The hand-out as users see it. */
function Sheet({ language, title, notice, sections }: HandOut) {
  const styles = useStyles();
  return (
    <article className={styles.sheet} lang={language} aria-label={title}>
      <Subtitle1 as="h3" className={styles.heading}>
        {title}
      </Subtitle1>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{notice}</MessageBarBody>
      </MessageBar>
      {sections.map(({ heading, blocks }) => (
        <div key={heading} className={styles.part}>
          <Subtitle2 as="h4" className={styles.heading}>
            {heading}
          </Subtitle2>
          {blocks.map((block) => (
            <Block key={JSON.stringify(block)} block={block} label={heading} />
          ))}
        </div>
      ))}
    </article>
  );
}

function Block({ block, label }: { readonly block: HandOutBlock; readonly label: string }): ReactNode {
  const styles = useStyles();
  const items = (texts: readonly string[]) => texts.map((one) => <li key={one}>{one}</li>);
  switch (block.kind) {
    case 'text':
      return <p className={styles.paragraph}>{block.text}</p>;
    case 'steps':
      return <ol className={styles.list}>{items(block.items)}</ol>;
    case 'points':
      return <ul className={styles.list}>{items(block.items)}</ul>;
    case 'table':
      return (
        <DataTable
          label={label}
          rows={block.rows}
          keyOf={(row) => row.join(' ')}
          columns={block.head.map((head, index) => ({
            label: head,
            renderCell: (row: readonly string[]) => <span className={styles.code}>{row[index]}</span>,
          }))}
        />
      );
  }
}
