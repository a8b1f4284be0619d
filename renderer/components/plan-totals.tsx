import { Caption1, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { reviewText as text } from '../../core/texts/pages/review.ts';

const useStyles = makeStyles({
  totals: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  total: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  count: { margin: 0, order: -1 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  label: { color: tokens.colorNeutralForeground2 },
});

/** The plan in three numbers. */
export function PlanTotals(props: { readonly pending: number; readonly removals: number; readonly right: number }) {
  const styles = useStyles();
  const entries = [
    { label: text.totals.changes, count: props.pending, isDanger: false },
    { label: text.totals.removals, count: props.removals, isDanger: props.removals > 0 },
    { label: text.totals.right, count: props.right, isDanger: false },
  ];
  return (
    <dl className={styles.totals}>
      {entries.map(({ label, count, isDanger }) => (
        <div key={label} className={styles.total}>
          <dt>
            <Caption1 className={styles.label}>{label}</Caption1>
          </dt>
          <dd className={styles.count}>
            <Title3 {...(isDanger ? { className: styles.danger } : {})}>{count}</Title3>
          </dd>
        </div>
      ))}
    </dl>
  );
}
