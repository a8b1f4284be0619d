import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarText } from '../../../core/formats/calendar.ts';
import { provisioningReminders } from '../../../core/provisioning/provisioning-notices.ts';
import { emptyRecord, isRefusal, recordEvent } from '../../../core/provisioning/provisioning.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';

const STAMP = '2024-05-06T10:00:00.000Z';

function parsed(text: string) {
  const calendar = ICAL.Component.fromString(text);
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component, { strictExceptions: true }));
}

const textual = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => !/\p{Cs}|(?!\t)\p{Cc}/u.test(text));

describe('an iCalendar file', () => {
  it('keeps the letter of RFC 5545: ends of lines, widths, required properties', () => {
    const text = calendarText(
      [{ uid: 'a@b', at: STAMP, title: 'x'.repeat(200), description: 'é€😀'.repeat(60) }],
      STAMP,
    );
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    expect(Buffer.from(text).toString('utf8')).toBe(text);
    const [event] = parsed(text);
    expect(event?.uid).toBe('a@b');
    expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2024-05-06T10:00:00Z');
    expect(event?.startDate.toString()).toBe('2024-05-06T10:00:00Z');
    expect(event?.component.getAllSubcomponents('valarm')).toHaveLength(1);
  });

  it('gives back any text through a strict parser', () => {
    fc.assert(
      fc.property(textual, textual, (title, description) => {
        const [event] = parsed(calendarText([{ uid: 'u', at: STAMP, title, description }], STAMP));
        expect(event?.summary).toBe(title);
        expect(event?.description).toBe(description);
      }),
      { numRuns: 500 },
    );
  });

  it('escapes what would begin another property', () => {
    const hostile: CalendarEvent = {
      uid: 'u',
      at: STAMP,
      title: 'a\r\nATTACH:file:///etc/passwd',
      description: String.raw`\n,;\\`,
    };
    const [event, ...more] = parsed(calendarText([hostile], STAMP));
    expect(more).toEqual([]);
    expect(event?.component.getFirstProperty('attach')).toBeNull();
    expect(event?.summary).toBe('a\nATTACH:file:///etc/passwd');
    expect(event?.description).toBe(String.raw`\n,;\\`);
  });
});

describe('the reminders of a request', () => {
  const entry = { at: STAMP, recordedAt: STAMP, who: 'admin', seen: '' };
  const sent = recordEvent(emptyRecord('record-1'), {
    ...entry,
    kind: 'sent',
    request: SAMPLE_ANSWERS.request ?? null,
  });
  if (isRefusal(sent)) throw new Error('refused');

  it('are one for each time that is to come, under names that stay the same', () => {
    const events = provisioningReminders(sent, STAMP);
    expect(events.map(({ uid, at }) => [uid, at])).toEqual([
      ['record-1-usual@skype-federation-setup', '2024-05-08T10:00:00.000Z'],
      ['record-1-limit@skype-federation-setup', '2024-06-05T10:00:00.000Z'],
    ]);
    expect(provisioningReminders(sent, '2024-05-09T00:00:00.000Z').map(({ uid }) => uid)).toEqual([
      'record-1-limit@skype-federation-setup',
    ]);
    expect(parsed(calendarText(events, STAMP)).map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
      '2024-05-08T10:00:00.000Z',
      '2024-06-05T10:00:00.000Z',
    ]);
  });

  it('are none before it is sent and after both times', () => {
    expect(provisioningReminders(emptyRecord('x'), STAMP)).toEqual([]);
    expect(provisioningReminders(sent, '2025-01-01T00:00:00.000Z')).toEqual([]);
  });
});
