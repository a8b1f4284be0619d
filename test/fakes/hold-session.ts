import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProgram } from './build-program.ts';

/** A program of its own that holds a session, so that it can die as a program does. */
export interface SessionHolder {
  readonly program: ChildProcess;
  /** The id of the PowerShell that it holds. */
  readonly shellId: number;
}

/** Builds and starts a program that opens a session and keeps it. */
export async function holdSession(executable: string, bootLine: string): Promise<SessionHolder> {
  const { folder, path } = await buildProgram(join(import.meta.dirname, 'session-holder.ts'));
  try {
    const program = spawn(process.execPath, [path, executable, bootLine], { stdio: ['ignore', 'pipe', 'inherit'] });
    const printed = String(await once(program.stdout, 'data'));
    const shellId = Number(printed);
    if (!Number.isSafeInteger(shellId)) throw new Error(printed);
    return { program, shellId };
  } finally {
    await rm(folder, { recursive: true });
  }
}
