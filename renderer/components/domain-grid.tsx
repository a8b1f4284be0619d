/* oxlint-disable jsx-a11y/prefer-tag-over-role -- Rows are placed one by one; elements of a table lay themselves out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import {
  type DomainColumn,
  DomainGridHeader,
  DomainGridRow,
  type DomainRow,
  type DomainSort,
  HEADER_HEIGHT,
  ROW_HEIGHT,
} from './domain-grid-parts.tsx';

const MOST_ROWS = 9;
/** Rows that are drawn above and below what is seen, so that scrolling never shows a gap. */
const OVERSCAN = 8;

const useStyles = makeStyles({
  grid: {
    position: 'relative',
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  rows: { position: 'relative' },
});

/**
 * SIP domains by the thousand: only those in sight are drawn. One stop for Tab; arrows, Page and Home keys move in it,
 * Space selects, Control+A selects all, Delete asks for removal; with the mouse, Shift selects a range.
 */
export function DomainGrid(props: {
  readonly label: string;
  readonly description: string;
  readonly selectAllLabel: string;
  readonly columns: readonly DomainColumn[];
  readonly rows: readonly DomainRow[];
  readonly selected: ReadonlySet<string>;
  readonly sort: DomainSort;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onSort: (sort: DomainSort) => void;
  readonly onDelete: () => void;
}) {
  const styles = useStyles();
  const { label, description, columns, rows, selected, onSelect, onDelete } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [active, setActive] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const template = ['20px', ...columns.map(({ width }) => width)].join(' ');
  const visible = Math.min(rows.length, MOST_ROWS);
  const current = Math.min(active, rows.length - 1);
  const start = Math.max(0, Math.min(first, rows.length - visible) - OVERSCAN);
  const drawn = rows.slice(start, start + visible + 2 * OVERSCAN);

  // What has been scrolled away is not there to be pointed at.
  const isDrawn = current >= start && current < start + drawn.length;

  const select = (from: number, to: number) => {
    const range = new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ domain }) => domain));
    const isTakenOut = selected.has(keyAt(to));
    onSelect(new Set(isTakenOut ? [...selected].filter((one) => !range.has(one)) : [...selected, ...range]));
  };
  const keyAt = (index: number): string => {
    const row = rows[index];
    return row?.domain ?? '';
  };
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    if (grid.current) grid.current.scrollTop = scrolledTo(next, grid.current.scrollTop, visible);
  };
  const pressKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rows.length === 0) return;
    const step = STEPS_OF_KEY[event.key];
    if (step !== undefined) moveTo(current + step);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(rows.length - 1);
    else if (event.key === ' ') select(current, current);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(new Set(rows.map(({ domain }) => domain)));
    else if (event.key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (!row) return;
    const index = Number(row.getAttribute('data-index'));
    select(event.shiftKey ? current : index, index);
    setActive(index);
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${id}-keys`}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-activedescendant={isDrawn ? `${id}-${keyAt(current)}` : undefined}
      className={styles.grid}
      style={{ height: `${HEADER_HEIGHT + visible * ROW_HEIGHT + 2}px` }}
      onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / ROW_HEIGHT))}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
      onKeyDown={pressKey}
      onClick={click}
    >
      <span id={`${id}-keys`} hidden>
        {description}
      </span>
      <DomainGridHeader {...props} template={template} />
      <div role="rowgroup" className={styles.rows} style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {drawn.map((row, index) => (
          <DomainGridRow
            key={row.domain}
            id={`${id}-${row.domain}`}
            row={row}
            index={start + index}
            columns={columns}
            template={template}
            isSelected={selected.has(row.domain)}
            isActive={hasFocus && start + index === current}
          />
        ))}
      </div>
    </div>
  );
}

const STEPS_OF_KEY: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: MOST_ROWS - 1,
  PageUp: 1 - MOST_ROWS,
};

/** How far to scroll so that a row is in sight: no further than is needed. */
function scrolledTo(index: number, top: number, visible: number): number {
  const highest = (index + 1 - visible) * ROW_HEIGHT;
  return Math.max(highest, Math.min(top, index * ROW_HEIGHT));
}
