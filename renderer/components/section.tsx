import { Body1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  heading: { margin: 0 },
  lead: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
});

/** A part of a page under its own heading. */
export function Section(props: {
  readonly title: string;
  readonly lead?: string;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          {props.title}
        </Subtitle2>
        {props.aside}
      </div>
      {props.lead && (
        <Body1 as="p" className={styles.lead}>
          {props.lead}
        </Body1>
      )}
      {props.children}
    </section>
  );
}
