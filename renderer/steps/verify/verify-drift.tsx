import { Body1, Body1Strong, Card, makeStyles, tokens } from '@fluentui/react-components';
import type { Properties } from '../../../core/plan/change.ts';
import { differingProperties, pickProperties } from '../../../core/plan/properties.ts';
import type { Verification, VerifiedChange } from '../../../core/run/verification.ts';
import { verifyText as text } from '../../../core/texts/pages/verify.ts';
import { PropertyTable } from '../../components/property-table.tsx';
import { Section } from '../../components/section.tsx';
import { Verdict } from '../../components/verdict.tsx';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  card: { rowGap: tokens.spacingVerticalS },
  subject: { margin: 0 },
  paragraph: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '6px' },
  entry: { display: 'flex', columnGap: tokens.spacingHorizontalM, alignItems: 'start' },
});

/** How a deployment differs from what is wanted: what is wanted and what is so, and the proof that this was only read. */
export function Drift({ verification }: { readonly verification: Verification }) {
  const styles = useStyles();
  const { changes, account } = verification;
  const ofStatus = (...statuses: readonly VerifiedChange['status'][]) =>
    changes.filter(({ status }) => statuses.includes(status));
  const differing = ofStatus('would-change');
  return (
    <>
      {account && (
        <Section title={text.proofTitle}>
          <Body1 as="p" className={styles.paragraph}>
            {text.proof(account)}
          </Body1>
        </Section>
      )}
      {differing.length > 0 && (
        <Section title={text.differences(differing.length)}>
          <div className={styles.cards}>
            {differing.map((change) => (
              <Difference key={change.id} change={change} />
            ))}
          </div>
        </Section>
      )}
      <Subjects title={text.unknown} changes={ofStatus('cannot-tell')} isAsWanted={false} />
      <Subjects title={text.agreeing} changes={ofStatus('already-right', 'not-applicable')} isAsWanted />
    </>
  );
}

function Difference({ change }: { readonly change: VerifiedChange }) {
  const styles = useStyles();
  const subject = text.subject(change.subject);
  const { wanted, actual } = differenceOf(change);
  return (
    <Card appearance="outline" className={styles.card}>
      <Body1Strong as="h3" className={styles.subject}>
        {subject}
      </Body1Strong>
      <PropertyTable
        label={text.differsLabel(subject)}
        before={wanted}
        after={actual}
        headings={{ before: text.isWanted, after: text.isSo }}
        whenAbsent={{ before: text.absent, after: text.absent }}
      />
    </Card>
  );
}

/** Both sides with the properties in which they differ; all of them where there is nothing on one side. */
function differenceOf({ after, readBack }: VerifiedChange): { wanted: Properties | null; actual: Properties | null } {
  if (after === null || readBack === null) return { wanted: after, actual: readBack };
  const wanted = differingProperties(after, readBack);
  return { wanted, actual: pickProperties(readBack, Object.keys(wanted)) };
}

function Subjects(props: {
  readonly title: string;
  readonly changes: readonly VerifiedChange[];
  readonly isAsWanted: boolean;
}) {
  const styles = useStyles();
  if (props.changes.length === 0) return null;
  return (
    <Section title={props.title}>
      <ul className={styles.list}>
        {props.changes.map(({ id, subject }) => (
          <li key={id} className={styles.entry}>
            {props.isAsWanted && <Verdict isAsWanted />}
            <span>{text.subject(subject)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
