import { describe, expect, it } from 'vitest';
import { nextZoom, zoomOfKey } from '../../../electron/window/zoom.ts';

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

describe('the keys that zoom', () => {
  const press = (key: string, special: Partial<Parameters<typeof zoomOfKey>[0]> = {}) =>
    zoomOfKey({ type: 'keyDown', control: true, alt: false, meta: false, key, ...special });

  it('are Control with plus, minus and zero, with and without Shift', () => {
    expect(['+', '=', '-', '_', '0'].map((key) => press(key))).toEqual([1, 1, -1, -1, 0]);
  });

  it('are no others, so that nothing typed gets lost', () => {
    expect(press('+', { control: false })).toBeNull();
    expect(press('0', { alt: true })).toBeNull();
    expect(press('+', { type: 'keyUp' })).toBeNull();
    expect(press('1')).toBeNull();
  });
});
