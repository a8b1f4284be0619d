/** Provisioning: the record of what was asked of Microsoft's portal, what was seen of it, and when an answer is due. */

import * as z from 'zod/mini';
import { provisioningRequestSchema } from '../answers/answers-schema.ts';

/** The time within which the portal usually answered; after it one calls support (facts F). */
const USUAL_HOURS = 48;
/** The time that it might take by the book (facts F). */
const LIMIT_DAYS = 30;
const HOUR_MS = 3_600_000;

/** What can happen to a request. Each is one entry of its log. */
export const PROVISIONING_EVENTS = ['sent', 'in-progress', 'activated', 'adjusted', 'cancelled', 'noted'] as const;
export type ProvisioningEventKind = (typeof PROVISIONING_EVENTS)[number];

const moment = z.iso.datetime();

const entrySchema = z.object({
  kind: z.enum(PROVISIONING_EVENTS),
  /** When it happened, and when that was written down; in UTC. */
  at: moment,
  recordedAt: moment,
  /** The user's name on this computer. */
  who: z.string(),
  /** What was seen or done, in the administrator's words. */
  seen: z.string(),
});
type ProvisioningEntry = z.infer<typeof entrySchema>;

/** The record as it is stored: the file of version 1 in the data folder. */
export const provisioningRecordSchema = z.object({
  version: z.literal(1),
  /** Tells its reminders from those of other requests. */
  id: z.string(),
  /** What was sent last; null: nothing yet. */
  request: z.nullable(provisioningRequestSchema),
  /** In the order in which it was written down. */
  log: z.array(entrySchema),
});
export type ProvisioningRecord = z.infer<typeof provisioningRecordSchema>;

/** The record as it is read: at which moment, and where one that could not be read was put. */
export interface ProvisioningView {
  readonly record: ProvisioningRecord;
  readonly movedAside: string | null;
  /** ISO 8601; how the request stands is told for this moment. */
  readonly asOf: string;
}

/** A request that is under way: since when, and when an answer is due. Moments in UTC, as ISO 8601 texts. */
interface UnderWay {
  readonly sentAt: string;
  readonly usualAt: string;
  readonly limitAt: string;
}

/** How a request stands at a moment. `past` says which of the two times is over. */
export type ProvisioningState =
  | { readonly kind: 'draft' }
  | ({ readonly kind: 'sent' | 'in-progress' } & UnderWay)
  | ({ readonly kind: 'overdue'; readonly past: 'usual' | 'limit'; readonly wasSeenInProgress: boolean } & UnderWay)
  | { readonly kind: 'activated'; readonly activatedAt: string }
  | { readonly kind: 'cancelled'; readonly cancelledAt: string };
export type ProvisioningStateKind = ProvisioningState['kind'];

/** What the log says, whatever time it is. An adjustment of an activated request leaves that one activated meanwhile. */
type Phase =
  | { readonly kind: 'draft' }
  | {
      readonly kind: 'under-way';
      readonly sentAt: string;
      readonly wasSeenInProgress: boolean;
      readonly stands: boolean;
    }
  | { readonly kind: 'activated'; readonly at: string }
  | { readonly kind: 'cancelled'; readonly at: string };

/** Which events each phase takes. What has been cancelled, or was never sent, can be sent. */
const TAKES: Readonly<Record<Phase['kind'], readonly ProvisioningEventKind[]>> = {
  draft: ['sent', 'noted'],
  'under-way': ['in-progress', 'activated', 'adjusted', 'cancelled', 'noted'],
  activated: ['adjusted', 'cancelled', 'noted'],
  cancelled: ['sent', 'noted'],
};

function phaseOf(log: readonly ProvisioningEntry[]): Phase {
  return log.reduce<Phase>(nextPhase, { kind: 'draft' });
}

function nextPhase(phase: Phase, { kind, at }: ProvisioningEntry): Phase {
  switch (kind) {
    case 'sent':
      return { kind: 'under-way', sentAt: at, wasSeenInProgress: false, stands: false };
    case 'adjusted': {
      const stands = phase.kind === 'activated' || (phase.kind === 'under-way' && phase.stands);
      return { kind: 'under-way', sentAt: at, wasSeenInProgress: false, stands };
    }
    case 'in-progress':
      return phase.kind === 'under-way' ? { ...phase, wasSeenInProgress: true } : phase;
    case 'activated':
      return { kind: 'activated', at };
    case 'cancelled':
      return { kind: 'cancelled', at };
    case 'noted':
      return phase;
  }
}

/** The events that can be recorded now. */
export function possibleEvents({ log }: ProvisioningRecord): readonly ProvisioningEventKind[] {
  return TAKES[phaseOf(log).kind];
}

/** How the request stands at a moment (ISO 8601). Times run in hours, so clocks that are set forward or back change nothing. */
export function stateOf({ log }: ProvisioningRecord, now: string): ProvisioningState {
  const phase = phaseOf(log);
  if (phase.kind === 'activated') return { kind: 'activated', activatedAt: phase.at };
  if (phase.kind === 'cancelled') return { kind: 'cancelled', cancelledAt: phase.at };
  if (phase.kind === 'draft') return phase;
  const { sentAt, wasSeenInProgress } = phase;
  const due = { sentAt, usualAt: later(sentAt, USUAL_HOURS), limitAt: later(sentAt, LIMIT_DAYS * 24) };
  const isPast = (at: string) => Date.parse(now) > Date.parse(at);
  if (isPast(due.usualAt)) {
    return { kind: 'overdue', past: isPast(due.limitAt) ? 'limit' : 'usual', wasSeenInProgress, ...due };
  }
  return { kind: wasSeenInProgress ? 'in-progress' : 'sent', ...due };
}

function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
}

/** The two numbers of the portal's landing page. */
export function portalCounts({ log }: ProvisioningRecord): { readonly activated: number; readonly inProgress: number } {
  const phase = phaseOf(log);
  const isUnderWay = phase.kind === 'under-way';
  return {
    activated: phase.kind === 'activated' || (isUnderWay && phase.stands) ? 1 : 0,
    inProgress: isUnderWay ? 1 : 0,
  };
}

/** Why an event cannot be recorded: the request does not stand so, or its time cannot be. */
export type RecordRefusal =
  | { readonly reason: 'state'; readonly possible: readonly ProvisioningEventKind[] }
  | { readonly reason: 'future' }
  | { readonly reason: 'before-last'; readonly lastAt: string };

/** Something that happened, as it is to be written down. `request`: what is sent with it. */
export interface NewEvent extends ProvisioningEntry {
  readonly request: ProvisioningRecord['request'];
}

/**
 * The record with one more entry, or why it cannot be. Events are recorded in the order in which they happened; notes may
 * be about any time.
 */
export function recordEvent(record: ProvisioningRecord, event: NewEvent): ProvisioningRecord | RecordRefusal {
  const { request, ...entry } = event;
  const possible = possibleEvents(record);
  if (!possible.includes(entry.kind)) return { reason: 'state', possible };
  if (Date.parse(entry.at) > Date.parse(entry.recordedAt)) return { reason: 'future' };
  const last = record.log.findLast(({ kind }) => kind !== 'noted');
  if (entry.kind !== 'noted' && last && Date.parse(entry.at) < Date.parse(last.at)) {
    return { reason: 'before-last', lastAt: last.at };
  }
  const sends = entry.kind === 'sent' || entry.kind === 'adjusted';
  return { ...record, request: sends ? (request ?? record.request) : record.request, log: [...record.log, entry] };
}

/** True for a refusal. */
export function isRefusal(recorded: ProvisioningRecord | RecordRefusal): recorded is RecordRefusal {
  return 'reason' in recorded;
}

/** A record without entries. */
export function emptyRecord(id: string): ProvisioningRecord {
  return { version: 1, id, request: null, log: [] };
}

/**
 * The moment that a date means, in the time zone of this computer: of a past day its end, since the hour is not known and
 * nothing may be called overdue too early; of this very day now. A moment with its zone means itself. Null: not a date.
 */
export function momentOf(text: string, now: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!day) return moment.safeParse(text).success ? new Date(text).toISOString() : momentWithZone(text);
  const [year, month, date] = day.slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const start = new Date(year, month - 1, date);
  if (start.getMonth() !== month - 1 || start.getDate() !== date) return null;
  // The day after begins 23, 24 or 25 hours later.
  const end = new Date(year, month - 1, date + 1).getTime() - 1000;
  const present = Date.parse(now);
  return new Date(start.getTime() <= present && present < end ? present : end).toISOString();
}

function momentWithZone(text: string): string | null {
  const isZoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?[+-]\d{2}:\d{2}$/u.test(text);
  const time = isZoned ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
