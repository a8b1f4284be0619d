import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OpenJournal } from '../../electron/run/journal.ts';
import { readLines, sealedLine } from '../../electron/run/journal-lines.ts';
import { SimulatedCmdlets, type SimulatedSite, simulatedSite } from '../fakes/simulated-cmdlets.ts';
import { simulatedShells } from '../fakes/simulated-management-shell.ts';
import { typedCommand } from '../fakes/typed-command.ts';
import type { Ground } from './ground.ts';

/** The simulation of PowerShell with the practice module. */
export function simulatedGround(): Ground {
  const sites = new Map<string, SimulatedSite>();
  let cancel: (() => void) | null = null;
  const siteAt = (statePath: string): SimulatedSite => {
    const site = sites.get(statePath);
    if (!site) throw new Error(`There is no simulated site at ${statePath}.`);
    return site;
  };
  const openShell = simulatedShells(siteAt, () => {
    cancel?.();
    return cancel === null ? 'timed-out' : 'cancelled';
  });
  return {
    async deploy({ profile, statePath }, before, faults) {
      const site = simulatedSite(profile, before, faults);
      sites.set(statePath, site);
      return {
        state: async () => site.state,
        text: async () => JSON.stringify(site.state),
        calls: async () => site.calls,
      };
    },
    services: { openShell, openJournal: openQuickJournal, findPowerShell: () => ({ found: 'simulated' }) },
    openShellFor: () => openShell,
    async playHang(_wasHit, cancelRun, perform) {
      cancel = cancelRun;
      try {
        return await perform();
      } finally {
        cancel = null;
      }
    },
    async tryByHand(commands, { statePath, profile }) {
      const copy = simulatedSite(profile, siteAt(statePath).state);
      const cmdlets = new SimulatedCmdlets(copy);
      const errors = commands.flatMap((line) => {
        const ran = cmdlets.run(typedCommand(line));
        return ran.type === 'error' ? [ran.error.message] : [];
      });
      return { state: copy.state, errors };
    },
    close: async () => sites.clear(),
  };
}

/** A journal that is written when it is closed: nobody reads it before, and to write each line would take most of a case. */
const openQuickJournal: OpenJournal = async (path, isNew) => {
  let { check } = readLines(isNew ? '' : readFileSync(path, 'utf8'));
  let text = isNew ? '' : '\n';
  mkdirSync(dirname(path), { recursive: true });
  return {
    path,
    append: async (event) => {
      const line = sealedLine(event, check);
      text += line.text;
      check = line.check;
    },
    close: async () => writeFileSync(path, text, { flag: isNew ? 'wx' : 'a' }),
  };
};
