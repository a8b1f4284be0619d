import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** One line of a fact list. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly action?: ReactNode;
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, max-content) minmax(0, 1fr) auto',
    margin: 0,
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  label: {
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 560px)': { gridColumnStart: 1, gridColumnEnd: 3 },
  },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  row: { display: 'contents' },
  action: { alignSelf: 'start' },
});

/** Names and values in two columns, each with an action if it has one. */
export function FactList(props: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {props.facts.map(({ label, value, action }) => (
        <div key={label} className={styles.row}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.value}>{action}</dd>
        </div>
      ))}
    </dl>
  );
}
