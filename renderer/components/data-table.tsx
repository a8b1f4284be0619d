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
import type { ReactNode } from 'react';

/** A column: its heading, how much room it takes beside the others, and what stands in it. */
export interface Column<T> {
  readonly label: string;
  readonly size?: 'narrow' | 'wide';
  readonly renderCell: (row: T) => ReactNode;
}

const NARROW = '@media (max-width: 640px)';

const useStyles = makeStyles({
  header: {
    [NARROW]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  row: { [NARROW]: { flexDirection: 'column', alignItems: 'stretch', paddingBlock: tokens.spacingVerticalS } },
  cell: {
    height: 'auto',
    minHeight: '36px',
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    [NARROW]: { flexGrow: 0, flexBasis: 'auto', width: '100%', minHeight: 0, alignItems: 'start' },
  },
  wide: { flexGrow: 1.6 },
  narrow: { flexGrow: 0, flexShrink: 0, flexBasis: '80px' },
  // Where rows are stacked, each cell carries its column's name; screen readers have it from the header already.
  label: {
    display: 'none',
    color: tokens.colorNeutralForeground3,
    [NARROW]: { display: 'block', width: '38%', flexShrink: 0 },
  },
  value: { minWidth: 0 },
});

/** A table whose rows become short lists where there is no room for columns, so that nothing scrolls sideways. */
export function DataTable<T>(props: {
  readonly label: string;
  readonly id?: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T, index: number) => string;
}) {
  const styles = useStyles();
  const { label, id, columns, rows, keyOf } = props;
  const sized = ({ size }: Column<T>) => size && styles[size];
  return (
    <Table noNativeElements size="small" aria-label={label} {...(id === undefined ? {} : { id })}>
      <TableHeader className={styles.header}>
        <TableRow>
          {columns.map((column) => (
            <TableHeaderCell key={column.label} className={mergeClasses(sized(column))}>
              {column.label}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row, index) => (
          <TableRow key={keyOf(row, index)} className={styles.row}>
            {columns.map((column) => (
              <TableCell key={column.label} className={mergeClasses(styles.cell, sized(column))}>
                <span className={styles.label} aria-hidden>
                  {column.label}
                </span>
                <div className={styles.value}>{column.renderCell(row)}</div>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
