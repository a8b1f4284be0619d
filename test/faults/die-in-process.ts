import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createFederationSetup } from '../../electron/setup/federation-setup.ts';
import { type OpenJournal, openJournal as realJournal } from '../../electron/run/journal.ts';
import { recordOf } from '../fakes/practice-setup.ts';
import { perform } from './actions.ts';
import type { Kill } from './run-killed-case.ts';
import { setupOptions } from './site.ts';

/**
 * What a killed program leaves behind, without a program: at that line of the journal everything stands still for good,
 * and the lock is of a process that has ended.
 */
export const dieInProcess: Kill = async (one, { site, action, ground }) => {
  let die = (): void => undefined;
  const dead = new Promise<string>((resolve) => (die = () => resolve('SIGKILL')));
  const { openJournal = realJournal } = ground.services;
  const setup = createFederationSetup({
    ...setupOptions(site),
    ...ground.services,
    openJournal: deadlyJournal(openJournal, one, () => die()),
  });
  const lived = perform({ ...site, setup }, action, one.recording.answers).then(() => 'It has not died.');
  const signal = await Promise.race([dead, lived]);
  await leaveLock(`${site.statePath}.run.lock`);
  return signal;
};

function deadlyJournal(openJournal: OpenJournal, { line, when }: Parameters<Kill>[0], die: () => void): OpenJournal {
  return async (path, isNew) => {
    const journal = await openJournal(path, isNew);
    let lines = 0;
    return {
      ...journal,
      append: async (event) => {
        lines += 1;
        if (lines !== line) return journal.append(event);
        if (when === 'after') await journal.append(event);
        await journal.close();
        const text = JSON.stringify(event);
        if (when === 'within') appendFileSync(path, text.slice(0, text.length / 2));
        die();
        return new Promise<never>(() => undefined);
      },
    };
  };
}

let endedProcessId: number | null = null;

async function leaveLock(path: string): Promise<void> {
  endedProcessId ??= spawnSync(process.execPath, ['--version']).pid;
  const lock = recordOf(JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path, JSON.stringify({ ...lock, processId: endedProcessId }));
}
