import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this folder in memory, where what is flushed to the disk waits for none. */
const IN_MEMORY = '/dev/shm';

/** Makes a temporary folder of the test's own, in memory where that can be. */
export function quickFolder(prefix: string): Promise<string> {
  return mkdtemp(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), prefix));
}
