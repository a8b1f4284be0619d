import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { Properties } from '../../core/plan.ts';
import { isSameValue } from '../../core/properties.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { propertyText } from './property-text.ts';

const useStyles = makeStyles({
  cell: { overflowWrap: 'anywhere', paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  name: { width: '38%' },
  same: { color: tokens.colorNeutralForeground3 },
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
  return (
    <Table size="small" aria-label={props.label}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.name}>{reviewText.property}</TableHeaderCell>
          <TableHeaderCell>{headings.before}</TableHeaderCell>
          <TableHeaderCell>{headings.after}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {names.map((name) => {
          const isChanged = !before || !after || !isSameValue(before[name], after[name]);
          const mark = isChanged ? styles.changed : styles.same;
          return (
            <TableRow key={name}>
              <TableCell className={styles.cell}>{name}</TableCell>
              <TableCell className={mergeClasses(styles.cell, styles.same)}>
                {before ? propertyText(before[name]) : whenAbsent.before}
              </TableCell>
              <TableCell className={mergeClasses(styles.cell, mark)}>
                {after ? propertyText(after[name]) : whenAbsent.after}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
