import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** A program of its own that holds a session, so that it can die as a program does. */
export interface SessionHolder {
  readonly program: ChildProcess;
  /** The id of the PowerShell that it holds. */
  readonly shellId: number;
}

/** Builds and starts a program that opens a session and keeps it. */
export async function holdSession(executable: string, bootLine: string): Promise<SessionHolder> {
  // Inside the project, so that the built program finds the project's packages.
  const folder = await mkdtemp(join(ROOT, '.cache', 'session-holder-'));
  try {
    const entry = join(import.meta.dirname, 'session-holder.ts');
    const options = {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'holder.mjs' } },
    };
    await build({ configFile: false, root: ROOT, logLevel: 'silent', publicDir: false, build: options });
    const program = spawn(process.execPath, [join(folder, 'holder.mjs'), executable, bootLine], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const printed = String(await once(program.stdout, 'data'));
    const shellId = Number(printed);
    if (!Number.isSafeInteger(shellId)) throw new Error(printed);
    return { program, shellId };
  } finally {
    await rm(folder, { recursive: true });
  }
}
