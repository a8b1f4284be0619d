import { checkedOutside } from '../../core/formats/outside-value.ts';
import { jsonOrNothing } from '../../core/formats/strict-json.ts';
import { type DamagedLine, type JournalEntry, type RunEvent, runEventSchema } from '../../core/run/run-events.ts';
import { sha256 } from '../plan/digest.ts';

/**
 * A line of a journal is the event as JSON with one member more at its end: `check`, the SHA-256 over the `check` of the line
 * before and over the event's own text. So a line that was changed, and one that is missing, are told from what was
 * written. It is no signature: it tells damage and a careless hand, not somebody who reckons it anew.
 */
export interface SealedLine {
  /** The line, with its end. */
  readonly text: string;
  /** What the next line follows. */
  readonly check: string;
}

/** What the first line of a journal follows. */
export const NO_LINE = '';

/** An event as the next line of its journal. */
export function sealedLine(event: RunEvent, previous: string): SealedLine {
  const json = JSON.stringify(event);
  const check = sha256(`${previous}${json}`);
  return { text: `${json.slice(0, -1)},"check":"${check}"}\n`, check };
}

/** A journal as it was read: what its lines tell, and what the next one follows. */
export interface ReadJournal {
  readonly entries: readonly JournalEntry[];
  readonly check: string;
}

/**
 * Reads the text of a journal. A line that was cut off while it was written, by a power cut or a full disk, was never part
 * of the record: nothing follows it, or what follows it was reckoned without it. Every other line that cannot be read, or
 * does not follow from the one before, is damage.
 */
export function readLines(text: string): ReadJournal {
  const entries: JournalEntry[] = [];
  let check = NO_LINE;
  let unread: number[] = [];
  for (const { line, sealed } of linesOf(text)) {
    if (sealed === null) {
      unread.push(line);
      continue;
    }
    const follows = sealed.check === sha256(`${check}${sealed.json}`);
    if (!follows) entries.push(...(unread.length > 0 ? unread : [line]).map(damage(unread.length > 0)));
    // Behind a line that is lost nothing can be reckoned; a line that was changed is not believed.
    if (follows || unread.length > 0) entries.push(sealed.event);
    check = sealed.check;
    unread = [];
  }
  return { entries: [...entries, ...unread.map(damage(true))], check };
}

const damage =
  (isUnreadable: boolean) =>
  (line: number): DamagedLine => ({ type: 'line-damaged', line, problem: isUnreadable ? 'unreadable' : 'changed' });

/** An event as its line holds it: its text, and what it says to be reckoned to. */
interface Sealed {
  readonly event: RunEvent;
  readonly json: string;
  readonly check: string;
}

/** The lines that were written to their end; null for what cannot be read. */
function linesOf(text: string): { readonly line: number; readonly sealed: Sealed | null }[] {
  const lines = text.split('\n').map((content, index) => ({ line: index + 1, content, sealed: sealedOf(content) }));
  return lines.filter(({ line, content, sealed }) => content !== '' && (line < lines.length || sealed !== null));
}

const CHECK = /^,"check":"([0-9a-f]{64})"\}$/u;
const CHECK_LENGTH = ',"check":""}'.length + 64;

function sealedOf(content: string): Sealed | null {
  const [, check] = CHECK.exec(content.slice(-CHECK_LENGTH)) ?? [];
  const json = `${content.slice(0, -CHECK_LENGTH)}}`;
  const event = checkedOutside(runEventSchema, jsonOrNothing(json));
  return check !== undefined && event?.success === true ? { event: event.data, json, check } : null;
}
