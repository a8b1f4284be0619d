import { describe, expect, it } from 'vitest';
import { commandOfKey, gridPlace, scrolledTo, withRange } from '../../renderer/components/domain-grid-moves.ts';
import { type DomainRow, ROW_HEIGHT } from '../../renderer/components/domain-grid-parts.tsx';

function rowsOf(count: number): DomainRow[] {
  return Array.from({ length: count }, (_, at) => ({
    domain: `d${at}`,
    unicode: `d${at}`,
    edge: 0,
    edgeName: '',
    inDeployment: 'unknown',
    note: null,
  }));
}

describe('a key in the table of SIP domains', () => {
  const press = (key: string, held = {}) => commandOfKey({ key, ctrlKey: false, metaKey: false, ...held }, 50, 100);

  it.each([
    ['ArrowDown', 51],
    ['ArrowUp', 49],
    ['PageDown', 58],
    ['PageUp', 42],
    ['Home', 0],
    ['End', 99],
  ])('%s moves from row 50 of 100 to row %i', (key, to) => {
    expect(press(key)).toEqual({ kind: 'move', to });
  });

  it('moves no further than the first and the last row', () => {
    const plain = { ctrlKey: false, metaKey: false };
    expect(commandOfKey({ key: 'PageUp', ...plain }, 3, 100)).toEqual({ kind: 'move', to: 0 });
    expect(commandOfKey({ key: 'PageDown', ...plain }, 95, 100)).toEqual({ kind: 'move', to: 99 });
  });

  it('selects, selects all with Control or Command, and asks for removal', () => {
    expect(press(' ')).toEqual({ kind: 'select' });
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'select-all' });
    expect(press('a', { metaKey: true })).toEqual({ kind: 'select-all' });
    expect(press('Delete')).toEqual({ kind: 'delete' });
  });

  it.each(['a', 'Tab', 'Enter', 'Escape'])('%s is left to the window', (key) => {
    expect(press(key)).toBeNull();
  });
});

describe('the rows that are drawn', () => {
  it('are those in sight with some around them, whatever their number', () => {
    const { visible, start, drawn } = gridPlace(rowsOf(5000), 2500, 0);
    expect([visible, start, drawn.length]).toEqual([9, 2492, 25]);
  });

  it('are all where all are in sight', () => {
    const { visible, start, drawn } = gridPlace(rowsOf(4), 0, 0);
    expect([visible, start, drawn.length]).toEqual([4, 0, 4]);
  });

  it('point at no row that has been scrolled away', () => {
    expect(gridPlace(rowsOf(100), 0, 3).currentDomain).toBe('d3');
    expect(gridPlace(rowsOf(100), 60, 3).currentDomain).toBeNull();
    expect(gridPlace(rowsOf(100), 0, 60).currentDomain).toBeNull();
  });

  it('leave the last row current when rows after it are gone', () => {
    expect(gridPlace(rowsOf(3), 0, 7)).toMatchObject({ current: 2, currentDomain: 'd2' });
  });

  it('are scrolled no further than is needed to see the current one', () => {
    const top = 20 * ROW_HEIGHT;
    expect(scrolledTo(25, top, 9)).toBe(top);
    expect(scrolledTo(10, top, 9)).toBe(10 * ROW_HEIGHT);
    expect(scrolledTo(40, top, 9)).toBe(32 * ROW_HEIGHT);
  });
});

describe('a range', () => {
  const rows = rowsOf(6);

  it('is added to what is selected, in whichever direction it was drawn', () => {
    expect([...withRange(new Set(['d0']), rows, 4, 2)]).toEqual(['d0', 'd2', 'd3', 'd4']);
  });

  it('is taken out when its end was selected', () => {
    expect([...withRange(new Set(['d0', 'd2', 'd3']), rows, 2, 3)]).toEqual(['d0']);
  });
});
