import { describe, expect, it } from 'vitest';
import { nextZoom } from '../../../electron/zoom.ts';

describe('the zoom', () => {
  it('goes in tenths, without rounding errors', () => {
    expect([nextZoom(1, 1), nextZoom(1.1, 1), nextZoom(0.8, -1)]).toEqual([1.1, 1.2, 0.7]);
  });

  it('stays between a half and twice the size', () => {
    expect([nextZoom(2, 1), nextZoom(1.95, 1), nextZoom(0.5, -1)]).toEqual([2, 2, 0.5]);
  });

  it('goes back to the actual size', () => {
    expect(nextZoom(1.7, 0)).toBe(1);
  });
});
