import { describe, expect, test } from 'vitest';
import type { JournalEntry, RunEvent } from '../../../core/run/run-events.ts';
import { NO_LINE, readLines, sealedLine } from '../../../electron/run/journal-lines.ts';

const AT = '2024-05-06T10:00:00.000Z';
const EVENTS: readonly RunEvent[] = ['one', 'two', 'three', 'four'].map((id) => ({
  type: 'change-started',
  id,
  at: AT,
}));

function linesOf(events: readonly RunEvent[]): string[] {
  let check = NO_LINE;
  return events.map((event) => {
    const line = sealedLine(event, check);
    check = line.check;
    return line.text;
  });
}

/** What is read of the four lines when they are put together so: an event by its id, damage by line and problem. */
function told(change: (lines: string[]) => string): string[] {
  return readLines(change(linesOf(EVENTS))).entries.map(nameOf);
}

function nameOf(entry: JournalEntry): string {
  if (entry.type === 'line-damaged') return `${entry.line} ${entry.problem}`;
  return 'id' in entry ? entry.id : entry.type;
}

const all = (lines: readonly string[]): string => lines.join('');

describe('the lines of a journal', () => {
  test('are read as they were written, empty ones between them or not', () => {
    expect(told(all)).toEqual(['one', 'two', 'three', 'four']);
    expect(told((lines) => lines.join('\n'))).toEqual(['one', 'two', 'three', 'four']);
  });

  test('go on where they ended', () => {
    const { check } = readLines(all(linesOf(EVENTS)));
    const next = sealedLine({ type: 'change-started', id: 'five', at: AT }, check);
    expect(told((lines) => all([...lines, next.text]))).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  test('a line that was cut off while it was written was never part of them', () => {
    expect(told(([first = '', second = '']) => first + second.slice(0, 40))).toEqual(['one']);
    // The next program began a new line.
    const [one = '', , three = ''] = linesOf(EVENTS.filter((_, place) => place !== 1));
    const next = sealedLine({ type: 'change-started', id: 'next', at: AT }, readLines(one).check).text;
    expect(readLines(`${one}{"type":"chan\n${next}`).entries.map(nameOf)).toEqual(['one', 'next']);
    expect(three).not.toBe('');
  });

  test('a line whole but for its end counts', () => {
    expect(told((lines) => all(lines).slice(0, -1))).toEqual(['one', 'two', 'three', 'four']);
  });

  test.each<[string, (lines: string[]) => string, string[]]>([
    ['garbage in place of one', ([a, , c, d]) => `${a}garbage\n${c}${d}`, ['one', '2 unreadable', 'three', 'four']],
    ['garbage in place of two', ([a, , , d]) => `${a}x\ny\n${d}`, ['one', '2 unreadable', '3 unreadable', 'four']],
    ['garbage in place of the last', ([a, b, c]) => `${a}${b}${c}x\n`, ['one', 'two', 'three', '4 unreadable']],
    ['one that is missing', ([a, , c, d]) => `${a}${c}${d}`, ['one', '2 changed', 'four']],
    ['one that was changed', (all4) => all(all4).replace('"two"', '"2"'), ['one', '2 changed', 'three', 'four']],
    ['the first one changed', (all4) => all(all4).replace('"one"', '"1"'), ['1 changed', 'two', 'three', 'four']],
    ['two in another order', ([a, b, c, d]) => `${a}${c}${b}${d}`, ['one', '2 changed', '3 changed', '4 changed']],
    [
      'one without its seal',
      ([a, , c, d]) => `${a}${JSON.stringify(EVENTS[1])}\n${c}${d}`,
      ['one', '2 unreadable', 'three', 'four'],
    ],
    [
      'a key that is there twice',
      (all4) => all(all4).replace('"id":"two"', '"id":"two","id":"two"'),
      ['one', '2 unreadable', 'three', 'four'],
    ],
    [
      'nul bytes',
      ([a, b, c, d]) => `${a}${b}${'\0'.repeat(c?.length ?? 0)}\n${d}`,
      ['one', 'two', '3 unreadable', 'four'],
    ],
  ])('%s is damage, and the line is named', (_, change, expected) => {
    expect(told(change)).toEqual(expected);
  });
});
