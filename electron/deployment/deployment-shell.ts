import type { Command } from '../../core/deployment/cmdlets.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import type { Result } from '../../core/failure.ts';

/** What reading, and changing one thing after another, need of a management shell. */
export interface DeploymentShell {
  /** Calls one cmdlet. */
  execute(
    command: Command,
    options?: { readonly signal?: AbortSignal },
  ): Promise<
    Result<{ readonly output: readonly unknown[]; readonly warnings: readonly string[]; readonly durationMs: number }>
  >;
  /** Reads everything that a plan needs. */
  snapshot(): Promise<Result<Snapshot>>;
  /** The text that a shell prints for `Get-CsPublicProvider`. */
  show(): Promise<Result<string>>;
}
