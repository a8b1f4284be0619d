import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Result, failed, success } from '../../core/failure.ts';
import { type RunSnapshot, foldRun } from '../../core/run/run.ts';
import { type RunEvent, type RunStarted, runEventSchema } from '../../core/run/run-events.ts';
import { storageFailure } from '../storage/storage-failure.ts';

/** The record of one run on disk: a JSON line an event. That a command is about to be sent is on the disk before it is. */
export interface Journal {
  readonly path: string;
  append(event: RunEvent): Promise<void>;
  close(): Promise<void>;
}

/** A run as its journal tells it. */
export interface RecordedRun {
  readonly started: RunStarted;
  readonly run: RunSnapshot;
}

/** The deployment that a run was made on. */
export type RunPlace = Pick<RunSnapshot, 'deployment' | 'place'>;

/** True for a run that was made on that deployment, and not on another practice one. */
export function isRunOf(run: RunPlace, { deployment, place }: RunPlace): boolean {
  return run.deployment === deployment && run.place === place;
}

/** How a journal is opened: injected, so that a test can end the program at any of its writes. */
export type OpenJournal = (path: string, isNew: boolean) => Promise<Journal>;

/** A name for a run that sorts by time: UTC date and time, and a random part. */
export function newRunId(at: Date): string {
  return `${at.toISOString().replace(/[-:]|\.\d+/gu, '')}-${randomBytes(4).toString('hex')}`;
}

/** True for a text that `newRunId` could have made; no other becomes part of a path. */
function isRunId(text: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-f]{8}$/u.test(text);
}

/** Where the journal of a run is kept: in `<data folder>/runs`. */
export function journalPath(dataDir: string, runId: string): string {
  return join(runsFolder(dataDir), `${runId}.jsonl`);
}

/** Where the objects that a run touches are kept as they were before it. */
export function evidencePath(dataDir: string, runId: string): string {
  return join(runsFolder(dataDir), `${runId}.before`);
}

/**
 * Opens a journal for appending. A new one must not exist yet; an existing one is only ever added to. The folder is flushed
 * too, so that a power cut does not take a new file away.
 */
export async function openJournal(path: string, isNew: boolean): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, isNew ? 'ax' : 'a', 0o600);
  if (isNew) await flushFolder(dirname(path));
  // A line that a power cut left unfinished must not swallow the next one.
  else await file.appendFile('\n');
  return journalOn(path, file);
}

function journalOn(path: string, file: FileHandle): Journal {
  return {
    path,
    async append(event) {
      await file.appendFile(`${JSON.stringify(event)}\n`);
      // Flushed when a command is about to be sent. Should a later line be lost, the record says that a command was sent,
      // and what became of it is read from the deployment.
      if (event.type === 'change-started' || event.type === 'restore-started') await file.datasync();
    },
    close: () => file.close(),
  };
}

/** Windows has no way to flush a folder, and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every run on this deployment that has a journal, the newest first. A file that is no journal is passed over. */
export async function* recordedRuns(dataDir: string, of: RunPlace): AsyncGenerator<RecordedRun> {
  const names = await readdir(runsFolder(dataDir)).catch(() => []);
  const ids = names.flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []));
  for (const id of ids.filter(isRunId).toSorted().toReversed()) {
    const recorded = await recordedRun(dataDir, id);
    if (recorded.ok && isRunOf(recorded.value.run, of)) yield recorded.value;
  }
}

/** The run of that name. Failures: `no-such-run`. */
export async function recordedRun(dataDir: string, runId: string): Promise<Result<RecordedRun>> {
  if (!isRunId(runId)) return failed({ kind: 'no-such-run', runId, detail: 'This is not the name of a run.' });
  const path = journalPath(dataDir, runId);
  const text = await readFile(path, 'utf8').catch((error: unknown) => storageFailure(path, error));
  if (typeof text !== 'string') {
    return failed({ kind: 'no-such-run', runId, detail: 'detail' in text ? text.detail : path });
  }
  const events = eventsOf(text);
  const [started] = events;
  const run = foldRun(events);
  if (started?.type === 'run-started' && run !== null && run.id === runId) return success({ started, run });
  return failed({ kind: 'no-such-run', runId, detail: 'Its journal does not begin with the start of this run.' });
}

/** The picture of the newest run on this deployment that a journal holds, or null. */
export async function latestRun(dataDir: string, of: RunPlace): Promise<RunSnapshot | null> {
  for await (const { run } of recordedRuns(dataDir, of)) return run;
  return null;
}

/** A line may have been cut off by a power failure, and others may follow it when the run was resumed. */
function eventsOf(text: string): RunEvent[] {
  return text.split('\n').flatMap((line) => {
    const event = runEventSchema.safeParse(jsonOrNothing(line));
    return event.success ? [event.data] : [];
  });
}

function jsonOrNothing(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function runsFolder(dataDir: string): string {
  return join(dataDir, 'runs');
}
