import { type DomainRow, ROW_HEIGHT } from './domain-grid-parts.tsx';

/** As many rows as are seen at once. */
const MOST_ROWS = 9;
/** Rows that are drawn above and below what is seen, so that scrolling never shows a gap. */
const OVERSCAN = 8;

/** Where one is in the table. */
export interface GridPlace {
  /** How many rows are in sight. */
  readonly visible: number;
  /** The row that the keys act on, and its domain; null while it has been scrolled away, so that nothing can point at it. */
  readonly current: number;
  readonly currentDomain: string | null;
  /** The rows that are drawn, and the position of the first of them. */
  readonly start: number;
  readonly drawn: readonly DomainRow[];
}

/** The place while `first` is the topmost row in sight and `active` the one that was moved to last. */
export function gridPlace(rows: readonly DomainRow[], first: number, active: number): GridPlace {
  const visible = Math.min(rows.length, MOST_ROWS);
  const current = Math.min(active, rows.length - 1);
  const start = Math.max(0, Math.min(first, rows.length - visible) - OVERSCAN);
  const drawn = rows.slice(start, start + visible + 2 * OVERSCAN);
  return { visible, current, currentDomain: drawn[current - start]?.domain ?? null, start, drawn };
}

/** How far to scroll so that a row is in sight: no further than is needed. */
export function scrolledTo(index: number, top: number, visible: number): number {
  const highest = (index + 1 - visible) * ROW_HEIGHT;
  return Math.max(highest, Math.min(top, index * ROW_HEIGHT));
}

/** What a key asks for. */
export type GridCommand =
  { readonly kind: 'move'; readonly to: number } | { readonly kind: 'select' | 'select-all' | 'delete' };

interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key does at a row of so many; null: nothing. */
export function commandOfKey({ key, ctrlKey, metaKey }: Keys, current: number, count: number): GridCommand | null {
  const last = count - 1;
  const step = STEPS_OF_KEY[key];
  if (step !== undefined) return { kind: 'move', to: Math.max(0, Math.min(last, current + step)) };
  if (key === 'Home') return { kind: 'move', to: 0 };
  if (key === 'End') return { kind: 'move', to: last };
  if (key === ' ') return { kind: 'select' };
  if (key === 'a' && (ctrlKey || metaKey)) return { kind: 'select-all' };
  return key === 'Delete' ? { kind: 'delete' } : null;
}

const STEPS_OF_KEY: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: MOST_ROWS - 1,
  PageUp: 1 - MOST_ROWS,
};

/** The selection once the rows from one to another were chosen: added, or taken out where the last one is in it. */
export function withRange(
  selected: ReadonlySet<string>,
  rows: readonly DomainRow[],
  from: number,
  to: number,
): ReadonlySet<string> {
  const range = new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ domain }) => domain));
  const isTakenOut = selected.has(rows[to]?.domain ?? '');
  return new Set(isTakenOut ? [...selected].filter((one) => !range.has(one)) : [...selected, ...range]);
}
