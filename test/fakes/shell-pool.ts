import { afterAll } from 'vitest';
import { success } from '../../core/failure.ts';
import { type ManagementShell, openManagementShell } from '../../electron/powershell/management-shell.ts';
import type { PreparedProductId } from '../../core/products.ts';
import type { OpenShell } from '../../electron/setup/deployments.ts';
import { type Fault, type PracticeSetup, practiceSetup } from './practice-setup.ts';

const idle: ManagementShell[] = [];
afterAll(async () => {
  await Promise.all(idle.splice(0).map((shell) => shell.close()));
});

/**
 * Opens a shell that a test has given back by closing it, or a new one: to start PowerShell takes longer than most tests.
 * One that was lost is never given out again, and each connect loads the deployment's module anew.
 */
export const openPooledShell: OpenShell = async (options) => {
  for (let shell = idle.pop(); shell; shell = idle.pop()) if (shell.isOpen()) return success(lent(shell));
  const opened = await openManagementShell(options);
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

/** A practice deployment whose PowerShells are shared with the other tests of the file. */
export function pooledPracticeSetup(
  faults: readonly Fault[] = [],
  dataDir?: string,
  profile?: PreparedProductId,
): Promise<PracticeSetup> {
  return practiceSetup(faults, dataDir, profile, openPooledShell);
}
