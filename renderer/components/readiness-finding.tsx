import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReadinessFinding } from '../../core/readiness/readiness.ts';
import { readinessPageTexts as text } from '../../core/texts/pages/network-readiness.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { Disclosure } from './disclosure.tsx';
import { FactList } from './fact-list.tsx';
import { ReadinessBadge } from './readiness-badge.tsx';

const useStyles = makeStyles({
  finding: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  line: { margin: 0, maxWidth: '720px', overflowWrap: 'anywhere' },
  label: { color: tokens.colorNeutralForeground2 },
});

/** Copies a text, and says whether that was possible. */
export type Copy = (text: string) => Promise<boolean>;

/** One finding: its word, what was looked at, cause, remedy, and what mends it in forms to copy. */
export function Finding(props: { readonly finding: ReadinessFinding; readonly onCopy: Copy }) {
  const styles = useStyles();
  const { status, subject, cause, remedy, data } = props.finding;
  return (
    <li className={styles.finding}>
      <div className={styles.head}>
        <ReadinessBadge status={status} />
        <Body1Strong className={styles.line}>{subject}</Body1Strong>
      </div>
      <Body1 as="p" className={styles.line}>
        {cause}
      </Body1>
      {remedy !== '' && (
        <Body1 as="p" className={styles.line}>
          {remedy}
        </Body1>
      )}
      <Remedies data={data} subject={subject} onCopy={props.onCopy} />
    </li>
  );
}

function Remedies(props: { readonly data: ReadinessFinding['data']; readonly subject: string; readonly onCopy: Copy }) {
  const styles = useStyles();
  const { data, subject, onCopy } = props;
  return (
    <>
      {data.records?.map(({ zoneFile, fields }) => (
        <div key={zoneFile} className={styles.finding}>
          <Caption1 className={styles.label}>{text.record}</Caption1>
          <CodeBlock text={zoneFile} action={<CopyButton name={zoneFile} onCopy={() => onCopy(zoneFile)} />} />
          <Disclosure label={text.fields} name={`${text.fields}: ${subject}`}>
            <FactList
              facts={Object.entries(fields).map(([name, value]) => ({
                label: text.field[name] ?? name,
                value,
                action: <CopyButton name={text.field[name] ?? name} onCopy={() => onCopy(value)} />,
              }))}
            />
          </Disclosure>
        </div>
      ))}
      {data.certificate && <Names list={data.certificate.subjectAltName} onCopy={onCopy} />}
    </>
  );
}

function Names({ list, onCopy }: { readonly list: string; readonly onCopy: Copy }) {
  const styles = useStyles();
  return (
    <div className={styles.finding}>
      <Caption1 className={styles.label}>{text.certificate}</Caption1>
      <CodeBlock text={list} action={<CopyButton name={text.certificate} onCopy={() => onCopy(list)} />} />
    </div>
  );
}
