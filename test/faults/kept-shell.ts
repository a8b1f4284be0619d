import { success } from '../../core/failure.ts';
import {
  type ManagementShell,
  type ManagementShellOptions,
  openManagementShell,
} from '../../electron/powershell/management-shell.ts';
import type { OpenShell } from '../../electron/deployment/deployments.ts';
import type { Fault } from '../fakes/practice-setup.ts';
import { openPooledShell } from '../fakes/shell-pool.ts';
import { ENDING_KINDS } from './cases.ts';

/** One PowerShell process for many cases. */
export interface KeptShell {
  readonly open: OpenShell;
  /** For a case that ends its PowerShell one of its own, and the kept one, which has warmed up by now, after it. */
  openFor(hit: Fault): OpenShell;
  close(): Promise<void>;
}

/** What hangs is given up after this; nothing else takes so long, on a busy machine either. */
const PATIENCE_MS = 3_000;
/** The one call by which a shell is connected, which loads the modules first. */
const CONNECTING = 'Get-CsServerVersion';
const CONNECT_PATIENCE_MS = 6_000;

/** Short limits for the operations in which this call can hang, and the usual ones for what only comes before. */
function limitsFor({ cmdlet }: Fault): NonNullable<ManagementShellOptions['timeoutsMs']> {
  if (cmdlet === CONNECTING) return { connect: CONNECT_PATIENCE_MS };
  return { snapshot: PATIENCE_MS, export: PATIENCE_MS, execute: PATIENCE_MS, show: PATIENCE_MS };
}

/** Keeps a shell, which the files of a worker hand on to each other; nothing is started yet. */
export function keepShell(): KeptShell {
  const spares: ManagementShell[] = [];
  const openSpare: OpenShell = async (options) => {
    const opened = await openManagementShell(options);
    if (opened.ok) spares.push(opened.value);
    return opened;
  };
  let kept: ManagementShell | null = null;
  const open: OpenShell = async (options) => {
    if (kept?.isOpen()) return success(kept);
    const opened = await openPooledShell(options);
    if (opened.ok) kept = opened.value;
    return opened;
  };
  return {
    open,
    openFor(hit) {
      if (!ENDING_KINDS.includes(hit.kind)) return open;
      const timeoutsMs = hit.kind === 'hang' ? limitsFor(hit) : {};
      let isFirst = true;
      return (options) => {
        const opening = isFirst ? openSpare({ ...options, timeoutsMs }) : open(options);
        isFirst = false;
        return opening;
      };
    },
    close: async () => {
      await Promise.all([...spares, ...(kept ? [kept] : [])].map((shell) => shell.close()));
    },
  };
}
