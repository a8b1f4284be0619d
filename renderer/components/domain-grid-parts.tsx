/* oxlint-disable jsx-a11y/prefer-tag-over-role -- Rows are placed one by one; elements of a table lay themselves out. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowDown16Regular,
  ArrowUp16Regular,
  CheckboxChecked20Filled,
  CheckboxUnchecked20Regular,
} from '@fluentui/react-icons';
import { type ReactNode, memo } from 'react';

/** What the table shows of a SIP domain. */
export interface DomainRow {
  /** In ASCII; stands for the row. */
  readonly domain: string;
  readonly unicode: string;
  /** Position of its Access Edge, from 0, and that one's name. */
  readonly edge: number;
  readonly edgeName: string;
  readonly inDeployment: 'default' | 'yes' | 'no' | 'unknown';
  /** What is to be known about it; null: nothing. */
  readonly note: { readonly isProblem: boolean; readonly message: string } | null;
}

/** A column: its heading, its share of the width (as in `grid-template-columns`), and what stands in it. */
export interface DomainColumn {
  readonly id: string;
  readonly label: string;
  readonly width: string;
  readonly renderCell: (row: DomainRow) => ReactNode;
}

/** By which column rows are sorted, and in which direction. */
export interface DomainSort {
  readonly column: string;
  readonly isDescending: boolean;
}

export const ROW_HEIGHT = 44;
export const HEADER_HEIGHT = 36;

const useStyles = makeStyles({
  line: { display: 'grid', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${HEADER_HEIGHT}px`,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  headings: { height: '100%' },
  sort: {
    minWidth: 0,
    maxWidth: '100%',
    paddingInline: 0,
    justifyContent: 'start',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  row: {
    position: 'absolute',
    insetInline: 0,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  selected: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  active: { outline: `${tokens.strokeWidthThin} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  cell: { minWidth: 0, overflow: 'hidden' },
  mark: { display: 'flex', color: tokens.colorNeutralForeground3 },
  marked: { color: tokens.colorCompoundBrandForeground1 },
});

/** The headings, which sort, and the mark that selects every row that is shown. */
export function DomainGridHeader(props: {
  readonly selectAllLabel: string;
  readonly columns: readonly DomainColumn[];
  readonly rows: readonly DomainRow[];
  readonly selected: ReadonlySet<string>;
  readonly sort: DomainSort;
  readonly template: string;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onSort: (sort: DomainSort) => void;
}) {
  const styles = useStyles();
  const { columns, rows, selected, sort, template, onSelect, onSort } = props;
  const areAllSelected = rows.length > 0 && rows.every((row) => selected.has(row.domain));
  return (
    <div role="rowgroup" className={styles.header}>
      <div
        role="row"
        aria-rowindex={1}
        className={mergeClasses(styles.line, styles.headings)}
        style={{ gridTemplateColumns: template }}
      >
        <div role="columnheader">
          <Button
            className={styles.sort}
            appearance="transparent"
            size="small"
            aria-label={props.selectAllLabel}
            aria-pressed={areAllSelected}
            icon={<Mark isSelected={areAllSelected} />}
            onClick={() => onSelect(areAllSelected ? new Set() : new Set(rows.map(({ domain }) => domain)))}
          />
        </div>
        {columns.map((column) => (
          <SortHeading key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

/** The heading of a column: sorts by it, and by it once more the other way round. */
function SortHeading(props: {
  readonly column: DomainColumn;
  readonly sort: DomainSort;
  readonly onSort: (sort: DomainSort) => void;
}) {
  const styles = useStyles();
  const { column, sort, onSort } = props;
  const isSorted = sort.column === column.id;
  return (
    <div
      role="columnheader"
      className={styles.cell}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <Button
        className={styles.sort}
        appearance="transparent"
        size="small"
        iconPosition="after"
        icon={isSorted ? <SortMark isDescending={sort.isDescending} /> : null}
        onClick={() => onSort({ column: column.id, isDescending: isSorted && !sort.isDescending })}
      >
        {column.label}
      </Button>
    </div>
  );
}

function SortMark({ isDescending }: { readonly isDescending: boolean }) {
  return isDescending ? <ArrowDown16Regular /> : <ArrowUp16Regular />;
}

function Mark({ isSelected }: { readonly isSelected: boolean }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, isSelected && styles.marked)}>
      {isSelected ? <CheckboxChecked20Filled /> : <CheckboxUnchecked20Regular />}
    </span>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: DomainRow;
  readonly index: number;
  readonly columns: readonly DomainColumn[];
  readonly template: string;
  readonly isSelected: boolean;
  readonly isActive: boolean;
}

/** Drawn anew only when something of it changes: while one scrolls, most rows stay. */
export const DomainGridRow = memo(function DomainGridRow(props: RowProps) {
  const styles = useStyles();
  const { id, row, index, columns, template, isSelected, isActive } = props;
  return (
    <div
      role="row"
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={mergeClasses(styles.line, styles.row, isSelected && styles.selected, isActive && styles.active)}
      style={{ gridTemplateColumns: template, top: `${index * ROW_HEIGHT}px` }}
    >
      <div role="gridcell">
        <Mark isSelected={isSelected} />
      </div>
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={styles.cell}>
          {column.renderCell(row)}
        </div>
      ))}
    </div>
  );
});
