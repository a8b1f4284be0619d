import {
  Badge,
  Body1,
  Body1Strong,
  Caption1,
  Card,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { PublicChange } from '../../core/plan/change.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { Disclosure } from './disclosure.tsx';
import { FactList } from './fact-list.tsx';
import { PropertyTable } from './property-table.tsx';

const useStyles = makeStyles({
  card: { rowGap: tokens.spacingVerticalM },
  destructive: { borderLeft: `3px solid ${tokens.colorStatusDangerBorderActive}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  number: { color: tokens.colorNeutralForeground3 },
  sentence: { margin: 0 },
  fact: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  replicas: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ChangeProps {
  readonly index: number;
  readonly change: PublicChange;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** One change: a sentence, the exact command, what it turns into what, whom it affects, and how it is taken back. */
export function ChangeCard({ index, change, onCopy }: ChangeProps) {
  const styles = useStyles();
  const { sentence, command, before, after, destructive, notes, status } = change;
  return (
    <Card appearance="outline" className={mergeClasses(styles.card, destructive && styles.destructive)}>
      <ChangeHead index={index} change={change} />
      <Body1Strong as="h3" className={styles.sentence}>
        {sentence}
      </Body1Strong>
      {notes.map((note) => (
        <Body1 as="p" key={note} className={styles.note}>
          {note}
        </Body1>
      ))}
      {command !== null && (
        <CodeBlock
          text={command}
          action={<CopyButton name={`${reviewText.command} ${index}`} onCopy={() => onCopy(command)} />}
        />
      )}
      {(before ?? after) !== null && (
        <PropertyTable
          label={reviewText.differences(sentence)}
          before={before}
          after={after}
          headings={reviewText}
          whenAbsent={{
            before: status === 'cannot-tell' ? reviewText.unknown : reviewText.absent,
            after: reviewText.removed,
          }}
        />
      )}
      <ChangeFacts index={index} change={change} onCopy={onCopy} />
    </Card>
  );
}

/** Its number, its kind, and a mark where it takes something away. */
function ChangeHead({ index, change: { kind, destructive } }: Omit<ChangeProps, 'onCopy'>) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <Caption1 className={styles.number}>{reviewText.number(index)}</Caption1>
      <Badge appearance="tint" color={destructive ? 'danger' : 'brand'}>
        {reviewText.kinds[kind]}
      </Badge>
      {destructive && (
        <Badge appearance="outline" color="danger">
          {reviewText.destructive}
        </Badge>
      )}
    </div>
  );
}

function ChangeFacts({ index, change, onCopy }: ChangeProps) {
  const { reversal } = change;
  const affects = { label: reviewText.affects, value: <Affects index={index} change={change} /> };
  if (!reversal) return <FactList facts={[affects]} />;
  const takenBack = <Reversal index={index} reversal={reversal} onCopy={onCopy} />;
  return <FactList facts={[affects, { label: reviewText.reversal, value: takenBack }]} />;
}

/** Whom a change affects, and which servers get it. */
function Affects({ index, change }: Omit<ChangeProps, 'onCopy'>) {
  const styles = useStyles();
  const { sentence, replicas } = change.affects;
  return (
    <div className={styles.fact}>
      <span>{sentence}</span>
      {replicas.length > 0 && (
        <Disclosure label={reviewText.replicas(replicas.length)} name={reviewText.replicasOf(index, replicas.length)}>
          <Caption1 className={styles.number}>{reviewText.replicaHint}</Caption1>
          <ul className={styles.replicas}>
            {replicas.map((replica) => (
              <li key={replica}>{replica}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** How a change is taken back; its command is folded, for it is not one that runs now. */
function Reversal(props: {
  readonly index: number;
  readonly reversal: NonNullable<PublicChange['reversal']>;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const styles = useStyles();
  const { index, reversal, onCopy } = props;
  const { sentence, command } = reversal;
  return (
    <div className={styles.fact}>
      <span>{sentence}</span>
      {command !== null && (
        <Disclosure label={reviewText.reversalCommand} name={reviewText.reversalCommandOf(index)}>
          <CodeBlock
            text={command}
            action={<CopyButton name={reviewText.reversalCopy(index)} onCopy={() => onCopy(command)} />}
          />
        </Disclosure>
      )}
    </div>
  );
}
