import { Writable } from 'node:stream';

/** The longest line that is kept; a deployment of 100,000 users answers in about a quarter of it. */
const MAXIMUM_LINE_LENGTH = 128 * 1024 * 1024;

/**
 * A stream that cuts text into lines. `onRest` gets what stands after the last line end when the stream closes: an
 * unfinished line may be half an answer, and must not be taken for one. A line beyond the limit is left out.
 */
export function lineStream(onLine: (line: string) => void, onRest: (rest: string) => void): Writable {
  let pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    length += piece.length;
    if (length <= MAXIMUM_LINE_LENGTH) pieces.push(piece);
    else pieces = [];
  };
  const take = (): string => {
    const line = pieces.join('');
    pieces = [];
    length = 0;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  return new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      const text = String(chunk);
      let start = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
        add(text.slice(start, end));
        onLine(take());
        start = end + 1;
      }
      if (start < text.length) add(text.slice(start));
      done();
    },
    final(done) {
      if (length > 0) onRest(take());
      done();
    },
  });
}
