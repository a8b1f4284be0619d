import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Product } from '../../core/deployment.ts';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import { type RunEvent, type RunSnapshot, foldRun } from '../../core/run.ts';

/** The record of one run on disk: a JSON line an event. That a command is about to be sent is on the disk before it is. */
export interface Journal {
  readonly path: string;
  append(event: RunEvent): Promise<void>;
  close(): Promise<void>;
}

/** A name for a run that sorts by time: UTC date and time, and a random part. */
export function newRunId(at: Date): string {
  return `${at.toISOString().replace(/[-:]|\.\d+/gu, '')}-${randomBytes(4).toString('hex')}`;
}

/** Starts the journal of a run in `<data folder>/runs`. The file is new: an existing one is never written to. */
export async function openJournal(dataDir: string, runId: string): Promise<Result<Journal>> {
  const folder = runsFolder(dataDir);
  const path = join(folder, `${runId}.jsonl`);
  try {
    await mkdir(folder, { recursive: true });
    return success(journalOn(path, await open(path, 'ax', 0o600)));
  } catch (error) {
    return failed(storageFailure(path, error));
  }
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

/**
 * The picture of the newest run on this deployment that a journal holds, or null. Each product is a practice deployment
 * of its own.
 */
export async function latestRun(
  dataDir: string,
  deployment: RunSnapshot['deployment'],
  product: Product,
): Promise<RunSnapshot | null> {
  const folder = runsFolder(dataDir);
  const names = await readdir(folder).catch(() => []);
  for (const name of names
    .filter((one) => one.endsWith('.jsonl'))
    .toSorted()
    .toReversed()) {
    const run = foldRun(eventsOf(await readFile(join(folder, name), 'utf8')));
    if (run?.deployment !== deployment) continue;
    if (deployment === 'local' || run.product.edition === product.edition) return run;
  }
  return null;
}

/** A journal's last line may be cut off by a power failure: what cannot be read ends the record. */
function eventsOf(text: string): RunEvent[] {
  const events: RunEvent[] = [];
  for (const line of text.split('\n')) {
    const event = parsedLine(line);
    if (event === null) break;
    events.push(event);
  }
  return events;
}

function parsedLine(line: string): RunEvent | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRunEvent(value) ? value : null;
  } catch {
    return null;
  }
}

/** Journals are this program's own files in the user's own folder; the shape is checked as far as the fold relies on it. */
function isRunEvent(value: unknown): value is RunEvent {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'at' in value
  );
}

function runsFolder(dataDir: string): string {
  return join(dataDir, 'runs');
}

/** A file-system error as a failure, with its code in plain sight. */
export function storageFailure(path: string, error: unknown): Failure {
  return { kind: 'storage', path, detail: error instanceof Error ? error.message : String(error) };
}
