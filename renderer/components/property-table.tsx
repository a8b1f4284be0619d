import { makeStyles, tokens } from '@fluentui/react-components';
import type { Properties } from '../../core/plan/change.ts';
import { isSameValue } from '../../core/plan/properties.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { DataTable } from './data-table.tsx';
import { ValueText } from './value-text.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  changed: { fontWeight: tokens.fontWeightSemibold },
});

/** Properties before and after a change, or as wanted and as read back; what differs stands out. */
export function PropertyTable(props: {
  readonly label: string;
  readonly before: Properties | null;
  readonly after: Properties | null;
  readonly headings: { readonly before: string; readonly after: string };
  readonly whenAbsent: { readonly before: string; readonly after: string };
}) {
  const styles = useStyles();
  const { before, after, headings, whenAbsent } = props;
  // What was empty and goes, or comes and stays empty, says nothing.
  const names = Object.keys(after ?? before ?? {}).filter(
    (name) => !isSameValue(before?.[name], null) || !isSameValue(after?.[name], null),
  );
  const isChanged = (name: string) => !before || !after || !isSameValue(before[name], after[name]);
  return (
    <DataTable
      label={props.label}
      rows={names}
      keyOf={(name) => name}
      columns={[
        { label: reviewText.property, size: 'wide', renderCell: (name) => name },
        {
          label: headings.before,
          renderCell: (name) => (
            <span className={styles.quiet}>{before ? <ValueText value={before[name]} /> : whenAbsent.before}</span>
          ),
        },
        {
          label: headings.after,
          size: 'wide',
          renderCell: (name) => (
            <span className={isChanged(name) ? styles.changed : styles.quiet}>
              {after ? <ValueText value={after[name]} /> : whenAbsent.after}
            </span>
          ),
        },
      ]}
    />
  );
}
