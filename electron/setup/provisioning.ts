import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Result, failed, success } from '../../core/failure.ts';
import { calendarText } from '../../core/formats/calendar.ts';
import {
  type ProvisioningRecord,
  type ProvisioningView,
  type ProvisioningEventKind,
  emptyRecord,
  isRefusal,
  momentOf,
  provisioningRecordSchema,
  recordEvent,
} from '../../core/provisioning/provisioning.ts';
import { provisioningReminders } from '../../core/provisioning/provisioning-notices.ts';
import { provisioningTexts as say } from '../../core/provisioning/provisioning-texts.ts';
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts';

/** Something to record, as a person says it: `on` is a date or a moment, null is now. */
export interface ToRecord {
  readonly kind: ProvisioningEventKind;
  readonly on: string | null;
  readonly seen: string;
  readonly request: ProvisioningRecord['request'];
}

/** The record of the provisioning request, in the data folder. */
export interface Provisioning {
  read(): Promise<Result<ProvisioningView>>;
  record(event: ToRecord): Promise<Result<ProvisioningView>>;
  /** The times that are still to come, as an iCalendar file. */
  reminder(): Promise<Result<string>>;
}

/** Keeps the record in `provisioning.json`; a file that cannot be read is moved aside, and this is told. */
export function createProvisioning(options: {
  readonly dataDir: string;
  readonly userName: string;
  readonly now: () => Date;
}): Provisioning {
  const { dataDir, userName, now } = options;
  const path = join(dataDir, 'provisioning.json');
  /** One change after the other, so that none is lost. */
  let last: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<Result<ProvisioningView>> => {
    const stored = await readJsonFile(path, provisioningRecordSchema);
    if (!stored.ok) return stored;
    const { value, movedAside } = stored.value;
    return success({ record: value ?? emptyRecord(randomUUID()), movedAside, asOf: now().toISOString() });
  };
  const change = async (event: ToRecord): Promise<Result<ProvisioningView>> => {
    const present = await read();
    if (!present.ok) return present;
    const recorded = withEvent(present.value, event, userName);
    if (!recorded.ok) return recorded;
    const written = await writeJsonFile(path, recorded.value);
    return written.ok ? success({ ...present.value, record: recorded.value }) : written;
  };
  return {
    read,
    record: (event) => {
      const changed = last.then(() => change(event));
      last = changed;
      return changed;
    },
    reminder: async () => {
      const present = await read();
      return present.ok ? reminderOf(present.value) : present;
    },
  };
}

/** The record with one event more; `not-recorded` says why the event does not fit in. */
function withEvent(
  { record, asOf }: ProvisioningView,
  { on, ...event }: ToRecord,
  who: string,
): Result<ProvisioningRecord> {
  const at = on === null ? asOf : momentOf(on, asOf);
  if (at === null) return refused(say.notDate(on ?? ''));
  if (event.kind === 'noted' && event.seen.trim() === '') return refused(say.noteEmpty);
  const recorded = recordEvent(record, { ...event, at, recordedAt: asOf, who });
  return isRefusal(recorded) ? refused(say.refusal(event.kind, recorded)) : success(recorded);
}

function reminderOf({ record, asOf }: ProvisioningView): Result<string> {
  const events = provisioningReminders(record, asOf);
  if (events.length > 0) return success(calendarText(events, asOf));
  const isUnderWay = record.log.length > 0 && provisioningReminders(record, EPOCH).length > 0;
  return refused(isUnderWay ? say.allPast : say.nothingUnderWay);
}

/** Before every due time, to tell a request whose times are over from one that is not under way. */
const EPOCH = new Date(0).toISOString();

function refused(detail: string): Result<never> {
  return failed({ kind: 'not-recorded', detail });
}
