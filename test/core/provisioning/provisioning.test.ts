import { afterAll, describe, expect, it } from 'vitest';
import { escalationText } from '../../../core/provisioning/provisioning-notices.ts';
import {
  type NewEvent,
  type ProvisioningRecord,
  PROVISIONING_EVENTS,
  type ProvisioningEventKind,
  emptyRecord,
  isRefusal,
  momentOf,
  portalCounts,
  possibleEvents,
  provisioningRecordSchema,
  recordEvent,
  stateOf,
} from '../../../core/provisioning/provisioning.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';

const LATE = '2030-01-01T00:00:00.000Z';

function event(kind: ProvisioningEventKind, at: string, more: Partial<NewEvent> = {}): NewEvent {
  return { kind, at, recordedAt: LATE, who: 'admin', seen: '', request: null, ...more };
}

function recordOf(...events: readonly (readonly [ProvisioningEventKind, string])[]): ProvisioningRecord {
  return events.reduce<ProvisioningRecord>((record, [kind, at]) => {
    const next = recordEvent(record, event(kind, at));
    if (isRefusal(next)) throw new Error(JSON.stringify(next));
    return next;
  }, emptyRecord('id'));
}

const SENT = '2024-05-06T10:00:00.000Z';

describe('the state of a request', () => {
  it.each<[string, readonly (readonly [ProvisioningEventKind, string])[], string, object]>([
    ['begins as a draft', [], LATE, { kind: 'draft' }],
    [
      'is sent, due in 48 hours and in 30 days',
      [['sent', SENT]],
      SENT,
      { kind: 'sent', usualAt: '2024-05-08T10:00:00.000Z', limitAt: '2024-06-05T10:00:00.000Z' },
    ],
    [
      'is in progress once that was seen',
      [
        ['sent', SENT],
        ['in-progress', '2024-05-07T10:00:00.000Z'],
      ],
      '2024-05-07T11:00:00.000Z',
      { kind: 'in-progress' },
    ],
    ['is in time on the very moment', [['sent', SENT]], '2024-05-08T10:00:00.000Z', { kind: 'sent' }],
    [
      'is overdue a moment later',
      [['sent', SENT]],
      '2024-05-08T10:00:00.001Z',
      { kind: 'overdue', past: 'usual', wasSeenInProgress: false },
    ],
    [
      'is overdue though it was seen in progress',
      [
        ['sent', SENT],
        ['in-progress', SENT],
      ],
      '2024-05-09T10:00:00.000Z',
      { kind: 'overdue', past: 'usual', wasSeenInProgress: true },
    ],
    [
      'is past the limit after 30 days',
      [['sent', SENT]],
      '2024-06-05T10:00:00.001Z',
      { kind: 'overdue', past: 'limit' },
    ],
    [
      'stays activated whatever the time',
      [
        ['sent', SENT],
        ['activated', '2024-07-01T00:00:00.000Z'],
      ],
      LATE,
      { kind: 'activated', activatedAt: '2024-07-01T00:00:00.000Z' },
    ],
    [
      'runs anew when it was adjusted',
      [
        ['sent', SENT],
        ['adjusted', '2024-05-20T10:00:00.000Z'],
      ],
      '2024-05-21T00:00:00.000Z',
      { kind: 'sent', sentAt: '2024-05-20T10:00:00.000Z' },
    ],
    [
      'is cancelled',
      [
        ['sent', SENT],
        ['cancelled', '2024-05-07T00:00:00.000Z'],
      ],
      LATE,
      { kind: 'cancelled' },
    ],
    [
      'is sent again after it was cancelled',
      [
        ['sent', SENT],
        ['cancelled', SENT],
        ['sent', '2024-06-01T00:00:00.000Z'],
      ],
      '2024-06-01T00:00:00.000Z',
      { kind: 'sent' },
    ],
    [
      'is not moved by notes',
      [
        ['sent', SENT],
        ['noted', '2024-01-01T00:00:00.000Z'],
      ],
      SENT,
      { kind: 'sent', sentAt: SENT },
    ],
  ])('%s', (_name, events, now, expected) => {
    expect(stateOf(recordOf(...events), now)).toMatchObject(expected);
  });

  it.each<[string, readonly (readonly [ProvisioningEventKind, string])[], number, number]>([
    ['nothing', [], 0, 0],
    ['one under way', [['sent', SENT]], 0, 1],
    [
      'one activated',
      [
        ['sent', SENT],
        ['activated', SENT],
      ],
      1,
      0,
    ],
    [
      'one activated and its adjustment under way',
      [
        ['sent', SENT],
        ['activated', SENT],
        ['adjusted', SENT],
      ],
      1,
      1,
    ],
    [
      'one activated when the adjustment is too',
      [
        ['sent', SENT],
        ['activated', SENT],
        ['adjusted', SENT],
        ['activated', SENT],
      ],
      1,
      0,
    ],
    [
      'nothing after it was cancelled',
      [
        ['sent', SENT],
        ['activated', SENT],
        ['cancelled', SENT],
      ],
      0,
      0,
    ],
  ])('counts as the portal did: %s', (_name, events, activated, inProgress) => {
    expect(portalCounts(recordOf(...events))).toEqual({ activated, inProgress });
  });

  it('takes only what can follow, and says what can', () => {
    const paths: readonly (readonly [ProvisioningEventKind, string])[][] = [
      [],
      [['sent', SENT]],
      [
        ['sent', SENT],
        ['activated', SENT],
      ],
      [
        ['sent', SENT],
        ['cancelled', SENT],
      ],
    ];
    expect(paths.map((path) => possibleEvents(recordOf(...path)))).toEqual([
      ['sent', 'noted'],
      ['in-progress', 'activated', 'adjusted', 'cancelled', 'noted'],
      ['adjusted', 'cancelled', 'noted'],
      ['sent', 'noted'],
    ]);
    for (const path of paths) {
      const record = recordOf(...path);
      const possible = possibleEvents(record);
      for (const kind of PROVISIONING_EVENTS) {
        const next = recordEvent(record, event(kind, SENT));
        expect(isRefusal(next)).toBe(!possible.includes(kind));
      }
    }
  });

  it('refuses what lies in the future, and what lies before what was recorded', () => {
    const record = recordOf(['sent', SENT]);
    expect(recordEvent(record, event('activated', '2031-01-01T00:00:00.000Z'))).toEqual({ reason: 'future' });
    expect(recordEvent(record, event('activated', '2024-05-05T00:00:00.000Z'))).toEqual({
      reason: 'before-last',
      lastAt: SENT,
    });
  });

  it('keeps what was sent, and what an adjustment sent in its place', () => {
    const { request = null } = SAMPLE_ANSWERS;
    const sent = recordEvent(emptyRecord('id'), event('sent', SENT, { request }));
    if (isRefusal(sent)) throw new Error('refused');
    expect(sent.request).toEqual(request);
    const noted = recordEvent(sent, event('noted', SENT, { seen: 'called support' }));
    if (isRefusal(noted)) throw new Error('refused');
    expect(noted.request).toEqual(request);
    expect(provisioningRecordSchema.safeParse(JSON.parse(JSON.stringify(noted))).data).toEqual(noted);
  });

  it('asks with every fact there is, and not before anything was sent', () => {
    const { request = null } = SAMPLE_ANSWERS;
    const sent = recordEvent(emptyRecord('id'), event('sent', SENT, { request, seen: 'In progress 1' }));
    if (isRefusal(sent)) throw new Error('refused');
    const text = escalationText(sent, '2024-05-09T10:00:00.000Z') ?? '';
    for (const fact of [
      'V1234567',
      'sip.contoso.com: contoso.com, fabrikam.com',
      '2024-05-06 10:00 UTC',
      '72 hours',
      '48 hours are over',
      'In progress 1',
    ]) {
      expect(text).toContain(fact);
    }
    expect(escalationText(emptyRecord('id'), SENT)).toBeNull();
  });
});

describe('dates across time zones and daylight saving', () => {
  const { TZ } = process.env;
  afterAll(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  it.each([
    // Clocks go forward on 31 March 2024 and back on 27 October 2024.
    ['Europe/Berlin', '2024-03-31', '2024-03-31T21:59:59.000Z'],
    ['Europe/Berlin', '2024-10-27', '2024-10-27T22:59:59.000Z'],
    ['America/New_York', '2024-03-10', '2024-03-11T03:59:59.000Z'],
    ['America/New_York', '2024-11-03', '2024-11-04T04:59:59.000Z'],
    ['Asia/Kolkata', '2024-05-06', '2024-05-06T18:29:59.000Z'],
    ['Pacific/Auckland', '2024-05-06', '2024-05-06T11:59:59.000Z'],
    ['Pacific/Kiritimati', '2024-05-06', '2024-05-06T09:59:59.000Z'],
    ['UTC', '2024-02-29', '2024-02-29T23:59:59.000Z'],
  ])('in %s the past day %s ends at %s', (zone, day, expected) => {
    process.env['TZ'] = zone;
    expect(momentOf(day, LATE)).toBe(expected);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])(
    'in %s this very day means now',
    (zone) => {
      process.env['TZ'] = zone;
      const now = '2024-03-31T01:30:00.000Z';
      const local = new Date(now);
      const day = `2024-${String(local.getMonth() + 1).padStart(2, '0')}-${String(local.getDate()).padStart(2, '0')}`;
      expect(momentOf(day, now)).toBe(now);
    },
  );

  it('is due after 48 hours and 30 days of 24 hours, though clocks are set forward in between', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const sentAt = momentOf('2024-03-30', LATE) ?? '';
    expect(stateOf(recordOf(['sent', sentAt]), sentAt)).toMatchObject({
      usualAt: '2024-04-01T22:59:59.000Z',
      limitAt: '2024-04-29T22:59:59.000Z',
    });
  });

  it('takes a moment with its zone as it is', () => {
    process.env['TZ'] = 'America/New_York';
    expect(momentOf('2024-05-06T10:00:00+02:00', LATE)).toBe('2024-05-06T08:00:00.000Z');
    expect(momentOf('2024-05-06T10:00:00Z', LATE)).toBe('2024-05-06T10:00:00.000Z');
  });

  it.each(['', 'yesterday', '2024-02-30', '2023-02-29', '2024-13-01', '06.05.2024', '2024-05-06T10:00:00', '2024-5-6'])(
    'refuses %j as a date',
    (text) => {
      expect(momentOf(text, LATE)).toBeNull();
    },
  );
});
