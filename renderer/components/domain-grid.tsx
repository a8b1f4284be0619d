/* oxlint-disable jsx-a11y/prefer-tag-over-role -- Rows are placed one by one; elements of a table lay themselves out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, type UIEvent, useId, useRef, useState } from 'react';
import { type GridCommand, commandOfKey, gridPlace, scrolledTo, withRange } from './domain-grid-moves.ts';
import {
  type DomainColumn,
  DomainGridHeader,
  DomainGridRow,
  type DomainRow,
  type DomainSort,
  HEADER_HEIGHT,
  ROW_HEIGHT,
} from './domain-grid-parts.tsx';

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

interface DomainGridProps {
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
}

/**
 * SIP domains by the thousand: only those in sight are drawn. One stop for Tab; arrows, Page and Home keys move in it,
 * Space selects, Control+A selects all, Delete asks for removal; with the mouse, Shift selects a range.
 */
export function DomainGrid(props: DomainGridProps) {
  const styles = useStyles();
  const { label, description, columns, rows, selected } = props;
  const id = useId();
  const { grid, place, hasFocus, handlers } = useGridMoves(props);
  const template = ['20px', ...columns.map(({ width }) => width)].join(' ');
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${id}-keys`}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-activedescendant={place.currentDomain === null ? undefined : `${id}-${place.currentDomain}`}
      className={styles.grid}
      style={{ height: `${HEADER_HEIGHT + place.visible * ROW_HEIGHT + 2}px` }}
      {...handlers}
    >
      <span id={`${id}-keys`} hidden>
        {description}
      </span>
      <DomainGridHeader {...props} template={template} />
      <div role="rowgroup" className={styles.rows} style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {place.drawn.map((row, index) => (
          <DomainGridRow
            key={row.domain}
            id={`${id}-${row.domain}`}
            row={row}
            index={place.start + index}
            columns={columns}
            template={template}
            isSelected={selected.has(row.domain)}
            isActive={hasFocus && place.start + index === place.current}
          />
        ))}
      </div>
    </div>
  );
}

/** Where one is in the table, and what keys and mouse do there. */
function useGridMoves({ rows, selected, onSelect, onDelete }: DomainGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [active, setActive] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const place = gridPlace(rows, first, active);
  const moveTo = (index: number) => {
    setActive(index);
    if (grid.current) grid.current.scrollTop = scrolledTo(index, grid.current.scrollTop, place.visible);
  };
  const select = (from: number, to: number) => onSelect(withRange(selected, rows, from, to));
  const obey = (command: GridCommand) => {
    if (command.kind === 'move') moveTo(command.to);
    else if (command.kind === 'select') select(place.current, place.current);
    else if (command.kind === 'select-all') onSelect(new Set(rows.map(({ domain }) => domain)));
    else onDelete();
  };
  const handlers = {
    onScroll: ({ currentTarget }: UIEvent) => setFirst(Math.floor(currentTarget.scrollTop / ROW_HEIGHT)),
    onFocus: () => setHasFocus(true),
    onBlur: () => setHasFocus(false),
    onKeyDown: (event: KeyboardEvent) => {
      // Of a heading that has the focus, the keys are its own.
      const isHere = event.target === event.currentTarget && rows.length > 0;
      const command = isHere ? commandOfKey(event, place.current, rows.length) : null;
      if (!command) return;
      obey(command);
      event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
      if (!row) return;
      const index = Number(row.getAttribute('data-index'));
      select(event.shiftKey ? place.current : index, index);
      setActive(index);
    },
  };
  return { grid, place, hasFocus, handlers };
}
