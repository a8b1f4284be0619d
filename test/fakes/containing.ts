import { expect } from 'vitest';

/** Matches any text that holds this one; typed, where Vitest's own matcher is `any`. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}
