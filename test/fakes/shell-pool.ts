import { success } from '../../core/failure.ts';
import { type ManagementShell, openManagementShell } from '../../electron/powershell/management-shell.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import type { OpenShell } from '../../electron/deployment/deployments.ts';
import { handLimits } from './hand-timers.ts';
import { type Fault, type PracticeSetup, practiceSetup } from './practice-setup.ts';
import { HOST_MODULE, testPowerShell, valueOf } from './practice-shell.ts';

/** Those that are not in use. They serve all files of a worker, and end with it: its end closes their input. */
const idle: ManagementShell[] = [];

/**
 * Opens a shell that a test has given back by closing it, or a new one: to start PowerShell takes longer than most tests.
 * One that was lost is never given out again, and each connect loads the deployment's module anew.
 */
export const openPooledShell: OpenShell = async (options) => {
  for (let shell = idle.pop(); shell; shell = idle.pop()) if (shell.isOpen()) return success(lent(shell));
  const opened = await openManagementShell({ startTimer: handLimits().start, ...options });
  return opened.ok ? success(lent(opened.value)) : opened;
};

function lent(shell: ManagementShell): ManagementShell {
  return {
    ...shell,
    close: async () => {
      if (shell.isOpen()) idle.push(shell);
      else await shell.close();
    },
  };
}

/** A management shell that may have been connected before, and is given back by closing it. */
export async function openSharedShell(): Promise<ManagementShell> {
  return valueOf(await openPooledShell({ executable: testPowerShell(), modulePath: HOST_MODULE }));
}

/** A practice deployment whose PowerShells are shared with other tests. */
export function pooledPracticeSetup(
  faults: readonly Fault[] = [],
  dataDir?: string,
  profile?: PreparedProductId,
): Promise<PracticeSetup> {
  return practiceSetup(faults, dataDir, profile, openPooledShell);
}
