import { Caption1, Title3, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CHANGE_STATUSES } from '../../core/plan/change.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { reviewText as text } from '../../core/texts/pages/review.ts';

const useStyles = makeStyles({
  totals: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalM,
    margin: 0,
  },
  total: { display: 'flex', flexDirection: 'column-reverse' },
  count: { margin: 0 },
  none: { color: tokens.colorNeutralForeground3 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  label: { color: tokens.colorNeutralForeground2 },
  apart: {
    paddingInlineStart: tokens.spacingHorizontalXXL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** In the order of the sections below; what takes something away is counted among the others, and stands apart. */
const ORDER = [...CHANGE_STATUSES, 'destructive'] as const;

/** The plan in numbers. */
export function PlanTotals({ totals }: { readonly totals: Plan['totals'] }) {
  const styles = useStyles();
  const tone = (name: (typeof ORDER)[number]) => {
    if (totals[name] === 0) return styles.none;
    return name === 'destructive' ? styles.danger : undefined;
  };
  return (
    <dl className={styles.totals}>
      {ORDER.map((name) => (
        <div key={name} className={mergeClasses(styles.total, name === 'destructive' && styles.apart)}>
          <dt>
            <Caption1 className={styles.label}>{text.totals[name]}</Caption1>
          </dt>
          <dd className={styles.count}>
            <Title3 className={tone(name) ?? ''}>{totals[name]}</Title3>
          </dd>
        </div>
      ))}
    </dl>
  );
}
