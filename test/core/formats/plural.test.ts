import { describe, expect, it } from 'vitest';
import { joined, listed } from '../../../core/formats/lists.ts';
import { counted, ordinal, plural } from '../../../core/formats/plural.ts';
import { hoursAgo } from '../../../core/formats/times.ts';

const DOMAINS = { one: 'domain', other: 'domains' };

describe('numbers in English texts', () => {
  it.each([
    [0, '0 domains'],
    [1, '1 domain'],
    [2, '2 domains'],
    [11, '11 domains'],
    [21, '21 domains'],
    [101, '101 domains'],
    [10_000, '10,000 domains'],
  ])('%i goes with the right form', (count, words) => {
    expect(counted(count, DOMAINS)).toBe(words);
    expect(plural(count, DOMAINS)).toBe(words.split(' ')[1]);
  });

  it('counts places as English does', () => {
    const places = [1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 99, 101, 111, 112];
    expect(places.map(ordinal).join(' ')).toBe(
      '1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 99th 101st 111th 112th',
    );
  });

  it.each([
    [0, '0 hours ago'],
    [1, '1 hour ago'],
    [49, '49 hours ago'],
    [1200, '1,200 hours ago'],
  ])('tells how long ago %i hours are', (hours, words) => {
    expect(hoursAgo(hours)).toBe(words);
  });
});

describe('lists in English texts', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b, and c'],
  ])('joins %j', (names, words) => {
    expect(joined(names)).toBe(words);
  });

  it('names the first of a long list, and counts the others', () => {
    expect(listed(['a', 'b', 'c'], 3)).toBe('a, b, c');
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  });
});
