import { type OpenJournal, openJournal as realJournal } from '../../electron/run/journal.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { perform } from './actions.ts';
import { type LineCase, linesOf, lineSelection } from './cases.ts';
import type { CaseKind } from './define-cases.ts';
import type { Ground } from './ground.ts';
import { judgeEnd } from './judgement.ts';
import { isLineInMatrix } from './matrix.ts';
import { mend, tryByHand } from './run-case.ts';
import { openSite } from './site.ts';

/** From one line of the journal on nothing can be written any more, until the disk has room again for the next action. */
export const FULL_DISKS: CaseKind<LineCase> = {
  casesOf: (recording) => linesOf(recording, ['full']),
  selectionOf: lineSelection,
  isInMatrix: isLineInMatrix,
  run: runFullDiskCase,
};

async function runFullDiskCase(one: LineCase, ground: Ground): Promise<readonly string[]> {
  const { recording, line } = one;
  const { profile, before, scenario, answers } = recording;
  const faults = scenario.base ? [scenario.base] : [];
  const openJournal = fullDisk(ground.services.openJournal ?? realJournal, scenario.actions.length, line);
  const site = await openSite({ ground, profile, before, faults, openJournal });
  try {
    const violations: string[] = [];
    for (const action of scenario.actions) {
      const isLast = action === scenario.actions.at(-1);
      const run = valueOf(await perform(site, action, answers));
      // The record cannot say what could not be written; the picture can.
      if (!isLast) continue;
      if (run.journalFailure?.kind !== 'storage') violations.push('The picture does not say that the journal failed.');
      violations.push(...judgeEnd(run, await site.state(), recording));
      violations.push(...(await tryByHand(run, { site, ground, before })));
    }
    return [...violations, ...(await mend({ ...one, isSettled: true }, site))];
  } finally {
    await site.remove();
  }
}

/** Of the journals that are opened one after the other, that one takes no line from the given one on. */
function fullDisk(openJournal: OpenJournal, opening: number, line: number): OpenJournal {
  let openings = 0;
  return async (path, isNew) => {
    const journal = await openJournal(path, isNew);
    openings += 1;
    if (openings !== opening) return journal;
    let lines = 0;
    return {
      ...journal,
      append: async (event) => {
        lines += 1;
        if (lines >= line) throw new Error('ENOSPC: no space left on device, write');
        await journal.append(event);
      },
    };
  };
}
