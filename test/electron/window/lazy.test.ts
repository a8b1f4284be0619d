import { describe, expect, it } from 'vitest';
import { lazily } from '../../../electron/window/lazy.ts';

describe('something that is made lazily', () => {
  it('is made once, at the first need', async () => {
    const made: number[] = [];
    const lazy = lazily(async () => made.push(1));
    expect([made.length, lazy.loaded()]).toEqual([0, null]);
    await Promise.all([lazy.load(), lazy.load()]);
    expect([made.length, lazy.loaded()]).toEqual([1, 1]);
  });

  it('is tried again after it could not be made', async () => {
    const tries: string[] = [];
    const lazy = lazily(async () => {
      tries.push('try');
      if (tries.length === 1) throw new Error('not yet');
      return 'made';
    });
    await expect(lazy.load()).rejects.toThrow('not yet');
    expect(lazy.loaded()).toBeNull();
    expect(await lazy.load()).toBe('made');
  });
});
