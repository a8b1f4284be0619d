import { octetsOf } from './text-encoding.ts';

/** One moment that a calendar reminds of. */
export interface CalendarEvent {
  /** The same for the same reminder, so that importing it again replaces it. */
  readonly uid: string;
  /** ISO 8601. */
  readonly at: string;
  readonly title: string;
  readonly description: string;
}

const MAX_OCTETS = 75;

/**
 * Events as an iCalendar file (RFC 5545): times in UTC, lines folded at 75 octets and ended by CR LF, texts escaped. Each
 * reminds when it begins. `stampedAt`: when the file was made (ISO 8601).
 */
export function calendarText(events: readonly CalendarEvent[], stampedAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Skype Federation Setup//Request reminders//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, stampedAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, at, title, description }: CalendarEvent, stampedAt: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART:${utc(at)}`,
    'DURATION:PT15M',
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** `20240506T100000Z` */
function utc(at: string): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/gu, '');
}

/** A text value: backslash, comma, semicolon and line breaks escaped, other controls left out (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\,;]/gu, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/gu, String.raw`\n`)
    .replaceAll(/(?!\t)\p{Cc}/gu, '');
}

/** A line in pieces of at most 75 octets, never cut within a character; each next one begins with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MAX_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
