import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { type PlannedChange, type Subject, subjectKey } from '../../core/plan/change.ts';
import { subjectObject } from '../../core/run/verification.ts';
import type { ManagementShell } from '../powershell/management-shell.ts';
import { storageFailure } from '../storage/storage-failure.ts';

/**
 * Keeps every object that a run is going to touch as it is before the first change: as JSON for people and programs, and
 * as CLIXML, which `Import-Clixml` turns into an object again. An object that does not exist yet is listed without a file.
 * Names of objects never become part of a path. Failures: those of reading, and `storage`.
 */
export async function writeEvidence(
  folder: string,
  shell: Pick<ManagementShell, 'export'>,
  changes: readonly PlannedChange[],
  before: Snapshot,
): Promise<Result<null>> {
  const subjects = touchedSubjects(changes);
  if (subjects.length === 0) return success(null);
  const exported = await shell.export(subjects.map(named));
  if (!exported.ok) return exported;
  const objects = subjects.map((subject, index) => {
    const clixml = exported.value[index]?.clixml ?? null;
    const file = clixml === null ? null : `${index + 1}.clixml`;
    return { listed: { ...named(subject), file, object: subjectObject(before, subject) }, clixml };
  });
  try {
    await mkdir(folder, { recursive: true });
    for (const { listed, clixml } of objects) {
      if (listed.file !== null && clixml !== null) await writeFlushed(join(folder, listed.file), clixml);
    }
    const list = objects.map(({ listed }) => listed);
    await writeFlushed(join(folder, 'objects.json'), `${JSON.stringify(list, null, 2)}\n`);
    return success(null);
  } catch (error) {
    return failed(storageFailure(folder, error));
  }
}

function touchedSubjects(changes: readonly PlannedChange[]): readonly Subject[] {
  const pending = changes.filter((change) => change.call !== null);
  return [...new Map(pending.map(({ subject }) => [subjectKey(subject), subject])).values()];
}

/** The one Access Edge configuration is called Global. */
function named(subject: Subject): { readonly type: Subject['type']; readonly identity: string } {
  return { type: subject.type, identity: 'identity' in subject ? subject.identity : 'Global' };
}

/** On the disk before it returns: a power cut after the first change must not take it away. */
async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}
