import { describe, expect, test } from 'vitest';
import { lineStream } from '../../../electron/powershell/line-stream.ts';

describe('a line stream', () => {
  async function lines(chunks: readonly string[]): Promise<{ lines: string[]; rest: string[] }> {
    const seen: { lines: string[]; rest: string[] } = { lines: [], rest: [] };
    const stream = lineStream(
      (line) => seen.lines.push(line),
      (rest) => seen.rest.push(rest),
    );
    for (const chunk of chunks) stream.write(chunk);
    await new Promise<void>((resolve) => void stream.end(resolve));
    return seen;
  }

  test('joins what came in pieces, and keeps an unfinished line apart', async () => {
    expect(await lines(['a', 'b\r', '\nc\n\nd', 'e'])).toEqual({ lines: ['ab', 'c', ''], rest: ['de'] });
  });

  test('has no rest when the last line is finished', async () => {
    expect(await lines(['a\n'])).toEqual({ lines: ['a'], rest: [] });
  });
});
