/**
 * This folder has what pages are made of. A component shows what it is given and says what was done with it; it knows
 * neither the state nor the main process.
 */
import { Body1, Title2, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** The heading of the page; it takes the focus when the page changes. */
export const PAGE_HEADING_ID = 'page-heading';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, maxWidth: '720px' },
  heading: { margin: 0, outlineStyle: 'none' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The frame of a page: its heading, one paragraph that says what it is for, and its parts with equal space between. */
export function Page(props: {
  readonly title: string;
  readonly lead: string;
  readonly notice: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Title2 as="h1" id={PAGE_HEADING_ID} tabIndex={-1} className={styles.heading}>
          {props.title}
        </Title2>
        <Body1 as="p" className={styles.lead}>
          {props.lead}
        </Body1>
      </div>
      {props.notice}
      {props.children}
    </div>
  );
}
