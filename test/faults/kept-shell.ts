import { success } from '../../core/failure.ts';
import {
  type ManagementShell,
  type ManagementShellOptions,
  openManagementShell,
} from '../../electron/powershell/management-shell.ts';
import type { OpenShell } from '../../electron/setup/deployments.ts';

/** One PowerShell process for many cases. */
export interface KeptShell {
  readonly open: OpenShell;
  /** A shell of its own for a case that ends it, with its own time limits; the next one that is asked for is the kept one. */
  spareOnce(timeoutsMs: ManagementShellOptions['timeoutsMs']): OpenShell;
  close(): Promise<void>;
}

/** Keeps a shell; nothing is started yet. */
export function keepShell(): KeptShell {
  const started: ManagementShell[] = [];
  const start: OpenShell = async (options) => {
    const opened = await openManagementShell(options);
    if (opened.ok) started.push(opened.value);
    return opened;
  };
  let kept: ManagementShell | null = null;
  const open: OpenShell = async (options) => {
    if (kept?.isOpen()) return success(kept);
    const opened = await start(options);
    if (opened.ok) kept = opened.value;
    return opened;
  };
  return {
    open,
    spareOnce(timeoutsMs) {
      let isFirst = true;
      return (options) => {
        const opening = isFirst ? start({ ...options, ...(timeoutsMs && { timeoutsMs }) }) : open(options);
        isFirst = false;
        return opening;
      };
    },
    close: async () => {
      await Promise.all(started.map((shell) => shell.close()));
    },
  };
}
