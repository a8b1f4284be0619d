import { visibleText } from '../../core/formats/visible-text.ts';

/** Standard output and standard error, as what is written to. */
export interface StandardStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A stream that text is written to: the standard output or error of a process. */
export type TextStream = Pick<NodeJS.WritableStream, 'write' | 'on'>;

/**
 * The streams of this process. Output that nobody reads decides about nothing: a reader that has left (`| head -1`), a
 * terminal that was closed and a disk that is full make a stream fail, which Node ends the process for unless somebody
 * listens. What was under way goes on, and its result is in the exit code and in the journal.
 *
 * Everything that is written passes here, whoever wrote it, and whether a terminal or a pipe reads it (what reads the
 * pipe may be a terminal's own page): a text of somebody else must not move the cursor or hide what was said. JSON comes
 * with escapes and is not changed; what has to be exact in another form is saved with `--out`.
 */
export function standardStreams(process: {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
}): StandardStreams {
  return { out: unreadAllowed(process.stdout), err: unreadAllowed(process.stderr) };
}

function unreadAllowed(stream: TextStream): (text: string) => void {
  stream.on('error', () => undefined);
  return (text) => void stream.write(visibleText(text));
}
