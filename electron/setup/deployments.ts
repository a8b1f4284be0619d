import { dirname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { ConnectedDeployment } from '../../core/contract.ts';
import type { DeploymentKind } from '../../core/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { PLANNED_CMDLETS } from '../../core/plan-findings.ts';
import type { PreparedProductId } from '../../core/products.ts';
import { type ManagementShell, openManagementShell } from '../powershell/management-shell.ts';
import { moveAside } from '../storage/json-file.ts';
import { storageFailure } from './journal.ts';

/** Where the engine, the modules and the practice deployment are. */
export interface DeploymentOptions {
  /** Finds PowerShell; asked anew at each start, so that one that was installed meanwhile is found. */
  readonly findPowerShell: (
    deployment: DeploymentKind,
  ) => { readonly found: string } | { readonly searched: readonly string[] };
  /** The folder `assets` of the product. */
  readonly assetsDir: string;
  readonly practiceStatePath: string;
  /** The product that the practice deployment behaves as; the state file must be of the same one. */
  readonly practiceProfile: PreparedProductId;
  readonly practiceFaultsPath: string | null;
  readonly log: (line: string) => void;
  /** False: only the parameters that a plan depends on are found out, which is faster. */
  readonly describesAllCmdlets: boolean;
  /** Told when a practice state that could not be read was moved aside, with its new path. */
  readonly onMovedAside: (path: string) => void;
}

/** A deployment with its PowerShell process. */
export interface OpenDeployment extends ConnectedDeployment {
  readonly shell: ManagementShell;
}

/** Keeps one PowerShell process a deployment: opened when first asked for, opened again after it was lost. */
export interface Deployments {
  open(deployment: DeploymentKind): Promise<Result<OpenDeployment>>;
  /** Ends the process, so that the next `open` starts a new one. */
  discard(deployment: DeploymentKind): Promise<void>;
  dispose(): Promise<void>;
}

/** Creates the keeper of PowerShell processes; nothing is started yet. */
export function createDeployments(options: DeploymentOptions): Deployments {
  const opened = new Map<DeploymentKind, Promise<Result<OpenDeployment>>>();
  const discard = async (deployment: DeploymentKind): Promise<void> => {
    const current = await opened.get(deployment);
    opened.delete(deployment);
    if (current?.ok) await current.value.shell.close();
  };
  const open = async (deployment: DeploymentKind): Promise<Result<OpenDeployment>> => {
    const pending = opened.get(deployment);
    const current = await pending;
    if (current?.ok && current.value.shell.isOpen()) return current;
    // Somebody else may have begun to open it meanwhile: then theirs is taken, so that there is never a second process.
    if (opened.get(deployment) !== pending) return open(deployment);
    const opening = connect(options, deployment);
    opened.set(deployment, opening);
    return opening;
  };
  return {
    open,
    discard,
    async dispose() {
      await Promise.all([...opened.keys()].map(discard));
    },
  };
}

async function connect(options: DeploymentOptions, deployment: DeploymentKind): Promise<Result<OpenDeployment>> {
  const powershell = options.findPowerShell(deployment);
  if (!('found' in powershell)) return failed({ kind: 'powershell-missing', searched: powershell.searched });
  const folder = await ensureFolder(options, deployment);
  if (!folder.ok) return folder;
  const first = await connectOnce(options, deployment, powershell.found, null);
  if (first.ok || first.failure.kind !== 'practice-state-invalid') return first;
  const aside = await moveAside(options.practiceStatePath).catch((error: unknown) =>
    storageFailure(options.practiceStatePath, error),
  );
  if (typeof aside !== 'string') return failed(aside);
  options.onMovedAside(aside);
  return connectOnce(options, deployment, powershell.found, aside);
}

async function ensureFolder(options: DeploymentOptions, deployment: DeploymentKind): Promise<Result<null>> {
  if (deployment === 'local') return success(null);
  const folder = dirname(options.practiceStatePath);
  try {
    await mkdir(folder, { recursive: true });
    return success(null);
  } catch (error) {
    return failed(storageFailure(folder, error));
  }
}

async function connectOnce(
  options: DeploymentOptions,
  deployment: DeploymentKind,
  executable: string,
  movedAside: string | null,
): Promise<Result<OpenDeployment>> {
  const modulePath = join(options.assetsDir, 'powershell', 'FederationHost', 'FederationHost.psd1');
  const shell = await openManagementShell({ executable, modulePath, log: options.log });
  if (!shell.ok) return shell;
  const connection = await shell.value.connect(
    targetOf(options, deployment),
    options.describesAllCmdlets ? {} : { describe: PLANNED_CMDLETS },
  );
  if (connection.ok)
    return success({ powershellPath: executable, connection: connection.value, movedAside, shell: shell.value });
  await shell.value.close();
  return connection;
}

function targetOf(options: DeploymentOptions, deployment: DeploymentKind): Parameters<ManagementShell['connect']>[0] {
  if (deployment === 'local') return { deployment };
  const { practiceStatePath: statePath, practiceProfile: profile, practiceFaultsPath: faultsPath } = options;
  return { deployment, statePath, profile, ...(faultsPath === null ? {} : { faultsPath }) };
}
