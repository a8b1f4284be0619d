import type { PreparedProductId } from '../../core/deployment/products.ts';
import { readFile } from 'node:fs/promises';
import { recordOf } from '../fakes/practice-setup.ts';
import { importPractice } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import type { State } from './deployment-state.ts';

/** An administrator at a shell of their own, who runs the commands that a run names. */
export interface ByHand {
  /** Runs them one after the other, also after one that fails. */
  run(
    commands: readonly string[],
    statePath: string,
    profile: PreparedProductId,
  ): Promise<{ readonly state: State; readonly errors: readonly string[] }>;
  close(): Promise<void>;
}

/** The shell is started when it is first needed. */
export function workByHand(): ByHand {
  let opened: Promise<ScriptShell> | null = null;
  return {
    async run(commands, statePath, profile) {
      opened ??= openScripts(statePath, profile);
      const shell = await opened;
      await shell.output(importPractice(statePath, profile));
      const errors: string[] = [];
      for (const command of commands) {
        const result = await shell.run(command);
        errors.push(
          ...[...result.errors, ...(result.terminating ? [result.terminating] : [])].map((one) => one.message),
        );
      }
      return { state: recordOf(JSON.parse(await readFile(statePath, 'utf8'))), errors };
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}
