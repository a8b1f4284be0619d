const LOGGED_LINES = 50;
const RECENT_LINES = 8;
const LINE_LENGTH = 500;
/** Far more than any cmdlet prints for one call. */
const PRINTED_LINES = 1000;

/**
 * Everything a shell prints that is no answer: logged, and the last of it kept to explain a loss. It never decides anything.
 * Of each call only the first lines are logged and kept, because a shell that has gone wrong can print without end.
 */
export class PrintedLines {
  readonly #log: (message: string) => void;
  #recent: string[] = [];
  #lines: string[] = [];
  #count = 0;

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  /** From here on, only what belongs to the next call is remembered. */
  startCall(): void {
    this.#recent = [];
    this.#lines = [];
    this.#count = 0;
  }

  /** A line of standard output, which is also kept as it is. */
  addPrinted(line: string): void {
    if (this.#lines.length < PRINTED_LINES) this.#lines.push(line);
    this.add(line);
  }

  add(line: string): void {
    const text = line.slice(0, LINE_LENGTH).trimEnd();
    if (text === '') return;
    this.#count += 1;
    this.#recent = [...this.#recent, text].slice(-RECENT_LINES);
    if (this.#count <= LOGGED_LINES) this.#log(`PowerShell printed: ${text}`);
    else if (this.#count === LOGGED_LINES + 1) this.#log('PowerShell printed more, which is left out here.');
  }

  /** The last lines, in one text; empty when there were none. */
  recent(): string {
    return this.#recent.join('\n');
  }

  /** The whole lines of standard output, the first thousand of them. */
  lines(): readonly string[] {
    return this.#lines;
  }
}
