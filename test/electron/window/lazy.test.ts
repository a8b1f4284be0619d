import { describe, expect, it } from 'vitest';
import { lazy } from '../../../electron/window/lazy.ts';

describe('something lazy', () => {
  it('is made once, at the first need', async () => {
    const made: number[] = [];
    const list = lazy(async () => made.push(1));
    expect([made.length, list.loaded()]).toEqual([0, null]);
    await Promise.all([list.load(), list.load()]);
    expect([made.length, list.loaded()]).toEqual([1, 1]);
  });

  it('is tried again after it could not be made', async () => {
    const tries: string[] = [];
    const word = lazy(async () => {
      tries.push('try');
      if (tries.length === 1) throw new Error('not yet');
      return 'made';
    });
    await expect(word.load()).rejects.toThrow('not yet');
    expect(word.loaded()).toBeNull();
    expect(await word.load()).toBe('made');
  });
});
