import { join } from 'node:path';
import { default as envPaths } from 'env-paths';
import { DEFAULT_PRACTICE_PROFILE, type PreparedProductId } from '../../core/deployment/products.ts';

/** The folder that is used when `--data-dir` does not name one; the same for the window and the command line. */
export function defaultDataDir(): string {
  return envPaths('Skype Federation Setup', { suffix: '' }).data;
}

/**
 * The practice deployment's file when `--practice-state` does not name one. A file belongs to one profile; that of the
 * default profile has the name that it had when there was no other.
 */
export function defaultPracticeStatePath(dataDir: string, profile: PreparedProductId): string {
  return join(dataDir, 'practice', profile === DEFAULT_PRACTICE_PROFILE ? 'state.json' : `${profile}.json`);
}
