import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Result, failed, success } from '../../core/failure.ts';
import { planHash } from '../../core/plan/plan.ts';
import { type RunSnapshot, foldRun } from '../../core/run/run.ts';
import type { RunEvent, RunStarted } from '../../core/run/run-events.ts';
import { sha256 } from '../plan/digest.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { readLines, sealedLine } from './journal-lines.ts';

/** The record of one run on disk: a line an event. That a command is about to be sent is on the disk before it is. */
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

/**
 * A name for a new run, which sorts after every run that there is: UTC date and time, and a random part. Where the clock was
 * set back since, the second after the newest run's.
 */
export async function newRunId(dataDir: string, at: Date): Promise<string> {
  const [newest] = await runIds(dataDir);
  // Names tell whole seconds.
  const next = newest === undefined ? 0 : Date.parse(newest.replace(RUN_ID, '$1-$2-$3T$4:$5:$6Z')) + 1000;
  const named = new Date(Math.max(at.getTime(), next));
  return `${named.toISOString().replace(/[-:]|\.\d+/gu, '')}-${randomBytes(4).toString('hex')}`;
}

const RUN_ID = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-f]{8}$/u;

/** True for a text that `newRunId` could have made; no other becomes part of a path. */
function isRunId(text: string): boolean {
  return RUN_ID.test(text);
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
  const { check } = readLines(isNew ? '' : await readFile(path, 'utf8'));
  const file = await open(path, isNew ? 'ax' : 'a', 0o600);
  if (isNew) await flushFolder(dirname(path));
  // A line that a power cut left unfinished must not swallow the next one.
  else await file.appendFile('\n');
  return journalOn(path, file, check);
}

function journalOn(path: string, file: FileHandle, check: string): Journal {
  let previous = check;
  return {
    path,
    async append(event) {
      const line = sealedLine(event, previous);
      await file.appendFile(line.text);
      previous = line.check;
      // Flushed when a command is about to be sent. Should a later line be lost, the record says that a command was sent,
      // and what became of it is read from the deployment.
      if (FLUSHED.includes(event.type)) await file.datasync();
    },
    close: () => file.close(),
  };
}

/** What is on the disk before a command is sent: that it is, and to which PowerShell. */
const FLUSHED: readonly RunEvent['type'][] = ['shell-opened', 'change-started', 'restore-started'];

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

/**
 * Every run on this deployment that has a journal, the newest first. Of one whose beginning is damaged it is not known on
 * which deployment it was made: it is told as what it is, `run-damaged`.
 */
export async function* recordedRuns(dataDir: string, of: RunPlace): AsyncGenerator<Result<RecordedRun>> {
  for (const id of await runIds(dataDir)) {
    const recorded = await recordedRun(dataDir, id);
    const isDamaged = !recorded.ok && recorded.failure.kind === 'run-damaged';
    if (isDamaged || (recorded.ok && isRunOf(recorded.value.run, of))) yield recorded;
  }
}

/** The names of all runs that have a journal, the newest first. */
async function runIds(dataDir: string): Promise<string[]> {
  const names = await readdir(runsFolder(dataDir)).catch(() => []);
  const ids = names.flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []));
  return ids.filter(isRunId).toSorted().toReversed();
}

/**
 * The run of that name. Failures: `no-such-run`; `run-damaged` when its first line, which holds its commands, is not what was
 * written, or is not the plan that its hash names.
 */
export async function recordedRun(dataDir: string, runId: string): Promise<Result<RecordedRun>> {
  if (!isRunId(runId)) return failed({ kind: 'no-such-run', runId, detail: 'This is not the name of a run.' });
  const path = journalPath(dataDir, runId);
  const text = await readFile(path, 'utf8').catch((error: unknown) => storageFailure(path, error));
  if (typeof text !== 'string') {
    return failed({ kind: 'no-such-run', runId, detail: 'detail' in text ? text.detail : path });
  }
  const { entries } = readLines(text);
  const [started] = entries;
  if (started === undefined) return failed({ kind: 'no-such-run', runId, detail: 'It was not begun.' });
  const run = foldRun(entries);
  const isItself =
    started.type === 'run-started' && started.runId === runId && planHash(started, sha256) === started.planHash;
  return isItself && run !== null ? success({ started, run }) : failed({ kind: 'run-damaged', runId, path });
}

/** The picture of the newest run on this deployment that a journal holds, or null. */
export async function latestRun(dataDir: string, of: RunPlace): Promise<RunSnapshot | null> {
  for await (const recorded of recordedRuns(dataDir, of)) if (recorded.ok) return recorded.value.run;
  return null;
}

function runsFolder(dataDir: string): string {
  return join(dataDir, 'runs');
}
