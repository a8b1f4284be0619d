import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { success } from '../../core/failure.ts';
import type { OpenShell } from '../../electron/deployment/deployments.ts';
import { type ManagementShell, openManagementShell } from '../../electron/powershell/management-shell.ts';
import { handLimits } from '../fakes/hand-timers.ts';
import { type Fault, recordOf } from '../fakes/practice-setup.ts';
import { openPooledShell } from '../fakes/shell-pool.ts';
import { until } from '../fakes/until.ts';
import { workByHand } from './by-hand.ts';
import { ENDING_KINDS } from './cases.ts';
import type { Ground } from './ground.ts';
import { simulatedGround } from './simulated-ground.ts';

/** A command is ended a millisecond after its run was cancelled; this timer is started later and ends later. */
const AFTER_CANCEL_MS = 2;

/** PowerShell with the practice module: one process for many cases, which the files of a worker hand on to each other. */
export function powerShellGround(): Ground {
  const spares: ManagementShell[] = [];
  const byHand = workByHand();
  // How long a request takes says nothing; what hangs is given up once it is seen to.
  const limits = handLimits();
  const openSpare: OpenShell = async (options) => {
    const opened = await openManagementShell({ ...options, startTimer: limits.start });
    if (opened.ok) spares.push(opened.value);
    return opened;
  };
  let kept: ManagementShell | null = null;
  const openShell: OpenShell = async (options) => {
    if (kept?.isOpen()) return success(kept);
    const opened = await openPooledShell(options);
    if (opened.ok) kept = opened.value;
    return opened;
  };
  return {
    twin: simulatedGround(),
    deploy,
    services: { openShell },
    openShellFor(hit) {
      if (!ENDING_KINDS.includes(hit.kind)) return openShell;
      let isFirst = true;
      return (options) => {
        const opening = isFirst ? openSpare(options) : openShell(options);
        isFirst = false;
        return opening;
      };
    },
    async playHang(wasHit, cancel, perform) {
      const watching = new AbortController();
      const performing = perform().finally(() => watching.abort());
      await until(async () => watching.signal.aborted || (await wasHit()));
      if (!watching.signal.aborted) {
        cancel?.();
        setTimeout(() => limits.runOut(), AFTER_CANCEL_MS);
      }
      return performing;
    },
    async tryByHand(commands, { folder, statePath, profile }) {
      const copy = join(folder, 'by-hand.json');
      await copyFile(statePath, copy);
      return byHand.run(commands, copy, profile);
    },
    close: async () => {
      await Promise.all([...spares, ...(kept ? [kept] : []), byHand].map((one) => one.close()));
    },
  };
}

/** Calls are counted only while faults are played; this one never comes. */
const NO_FAULT: Fault = { cmdlet: 'Get-CsServerVersion', call: 1_000_000, kind: 'error' };

const deploy: Ground['deploy'] = async ({ statePath, faultsPath }, before, faults) => {
  if (before !== null) await writeFile(statePath, JSON.stringify(before));
  await writeFile(faultsPath, JSON.stringify(faults.length > 0 ? faults : [NO_FAULT]));
  const text = (): Promise<string> => readFile(statePath, 'utf8');
  const callLines = (): Promise<string> => readFile(`${statePath}.calls`, 'utf8').catch(() => '');
  return {
    text,
    state: async () => recordOf(JSON.parse(await text())),
    calls: async () => (await callLines()).split('\n').filter((line) => line !== ''),
  };
};
