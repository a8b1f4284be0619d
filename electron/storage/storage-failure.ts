import type { Failure } from '../../core/failure.ts';

/** A file-system error as a failure, with its code in plain sight. */
export function storageFailure(path: string, error: unknown): Failure {
  return { kind: 'storage', path, detail: error instanceof Error ? error.message : String(error) };
}
