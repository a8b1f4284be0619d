import { join } from 'node:path';
import { success } from '../../core/failure.ts';
import { draftSchema } from '../../core/wizard/draft.ts';
import { deleteFile, readJsonFile, writeJsonFile } from '../storage/json-file.ts';
import type { HandlersOf } from './handlers-of.ts';

/** What was filled in, kept from one start of the program to the next. */
export function draftHandlers(dataFolder: string) {
  const path = join(dataFolder, 'draft.json');
  return {
    'draft.load': async () => {
      const read = await readJsonFile(path, draftSchema);
      return read.ok ? success({ draft: read.value.value, movedAside: read.value.movedAside }) : read;
    },
    'draft.save': (draft) => writeJsonFile(path, draft),
    'draft.discard': () => deleteFile(path),
  } satisfies HandlersOf<'draft'>;
}
