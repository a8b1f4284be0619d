import type { Command } from '../../core/deployment/cmdlets.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import type { Result } from '../../core/failure.ts';

/** What a run needs of the management shell. */
export interface RunShell {
  execute(
    command: Command,
    options?: { readonly signal?: AbortSignal },
  ): Promise<
    Result<{ readonly output: readonly unknown[]; readonly warnings: readonly string[]; readonly durationMs: number }>
  >;
  snapshot(): Promise<Result<Snapshot>>;
  show(): Promise<Result<string>>;
}
