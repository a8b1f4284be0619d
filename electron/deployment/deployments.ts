/**
 * This folder has the deployment in hand: it keeps the PowerShell processes that are connected to one, and reads what
 * plans and runs need of it.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ConnectedDeployment } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { PLANNED_CMDLETS } from '../../core/plan/plan-findings.ts';
import {
  type ManagementShell,
  type ManagementShellOptions,
  openManagementShell,
} from '../powershell/management-shell.ts';
import type { StartedShell } from '../powershell/shell-process.ts';
import { moveAside } from '../storage/json-file.ts';
import { storageFailure } from '../storage/storage-failure.ts';

/** How a PowerShell with the FederationHost module is started. */
export type OpenShell = (options: ManagementShellOptions) => Promise<Result<ManagementShell>>;

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
  /** A shell that was started before it was known what for; none when left out. */
  readonly takeStartedShell?: (executable: string) => StartedShell | null;
  /** False: only the parameters that a plan depends on are found out, which is faster. */
  readonly describesAllCmdlets: boolean;
  /** How PowerShell is started; as usual when left out. A test shortens its time limits, or keeps it from run to run. */
  readonly openShell?: OpenShell;
  /** Told when a practice state that could not be read was moved aside, with its new path. */
  readonly onMovedAside: (path: string) => void;
}

/** What the practice deployment is: the product that it behaves as, its state file, and its faults file if it makes any. */
export interface PracticeSettings {
  readonly profile: string;
  readonly statePath: string;
  readonly faultsPath: string | null;
}

/** A deployment with its PowerShell process. */
export interface OpenDeployment extends ConnectedDeployment {
  readonly shell: ManagementShell;
}

/** Whether a shell may change the deployment. A check works with one that may not. */
export type Access = 'read-write' | 'read-only';

/** Keeps one PowerShell process a deployment: opened when first asked for, opened again after it was lost. */
export interface Deployments {
  /** With `access` "read-only", the shell refuses every cmdlet that changes something. */
  open(deployment: DeploymentKind, access?: Access): Promise<Result<OpenDeployment>>;
  /** Ends the process that may change the deployment, so that the next `open` starts a new one. */
  discard(deployment: DeploymentKind): Promise<void>;
  /** What the practice deployment is at present. */
  practice(): PracticeSettings;
  /** Ends the processes of the practice deployment; the next `open` finds it as the settings say. */
  usePractice(settings: PracticeSettings): Promise<void>;
  dispose(): Promise<void>;
}

/** Creates the keeper of PowerShell processes; nothing is started yet. */
export function createDeployments(options: DeploymentOptions): Deployments {
  const opened = new Map<string, Promise<Result<OpenDeployment>>>();
  const present: { practice: PracticeSettings } = {
    practice: {
      profile: options.practiceProfile,
      statePath: options.practiceStatePath,
      faultsPath: options.practiceFaultsPath,
    },
  };
  const close = async (key: string): Promise<void> => {
    const current = await opened.get(key);
    opened.delete(key);
    if (current?.ok) await current.value.shell.close();
  };
  const open = async (deployment: DeploymentKind, access: Access): Promise<Result<OpenDeployment>> => {
    const key = keyOf(deployment, access);
    const pending = opened.get(key);
    const current = await pending;
    if (current?.ok && current.value.shell.isOpen()) return current;
    // Somebody else may have begun to open it meanwhile: then theirs is taken, so that there is never a second process.
    if (opened.get(key) !== pending) return open(deployment, access);
    const opening = connect({ ...options, practice: present.practice }, deployment, access);
    opened.set(key, opening);
    return opening;
  };
  return {
    open: (deployment, access = 'read-write') => open(deployment, access),
    discard: (deployment) => close(keyOf(deployment, 'read-write')),
    practice: () => present.practice,
    async usePractice(settings) {
      present.practice = settings;
      await Promise.all(ACCESSES.map((access) => close(keyOf('practice', access))));
    },
    async dispose() {
      await Promise.all([...opened.keys()].map(close));
    },
  };
}

/** Opens a deployment and works with it; where it cannot be opened, that is the answer. */
export async function withDeployment<T>(
  deployments: Deployments,
  deployment: DeploymentKind,
  access: Access,
  use: (open: OpenDeployment) => Promise<Result<T>>,
): Promise<Result<T>> {
  const open = await deployments.open(deployment, access);
  return open.ok ? use(open.value) : open;
}

const ACCESSES: readonly Access[] = ['read-write', 'read-only'];

function keyOf(deployment: DeploymentKind, access: Access): string {
  return `${deployment} ${access}`;
}

/** Where the engine and the modules are, and what the practice deployment is at this moment. */
interface ConnectOptions extends DeploymentOptions {
  readonly practice: PracticeSettings;
}

async function connect(
  options: ConnectOptions,
  deployment: DeploymentKind,
  access: Access,
): Promise<Result<OpenDeployment>> {
  const powershell = options.findPowerShell(deployment);
  if (!('found' in powershell)) return failed({ kind: 'powershell-missing', searched: powershell.searched });
  const folder = await ensureFolder(options, deployment);
  if (!folder.ok) return folder;
  const first = await connectOnce(options, { deployment, access, executable: powershell.found, movedAside: null });
  if (first.ok || first.failure.kind !== 'practice-state-invalid') return first;
  const { statePath } = options.practice;
  const aside = await moveAside(statePath).catch((error: unknown) => storageFailure(statePath, error));
  if (typeof aside !== 'string') return failed(aside);
  options.onMovedAside(aside);
  return connectOnce(options, { deployment, access, executable: powershell.found, movedAside: aside });
}

async function ensureFolder({ practice }: ConnectOptions, deployment: DeploymentKind): Promise<Result<null>> {
  if (deployment === 'local') return success(null);
  const folder = dirname(practice.statePath);
  try {
    await mkdir(folder, { recursive: true });
    return success(null);
  } catch (error) {
    return failed(storageFailure(folder, error));
  }
}

async function connectOnce(
  options: ConnectOptions,
  parts: {
    readonly deployment: DeploymentKind;
    readonly access: Access;
    readonly executable: string;
    readonly movedAside: string | null;
  },
): Promise<Result<OpenDeployment>> {
  const { deployment, access, executable, movedAside } = parts;
  const modulePath = join(options.assetsDir, 'powershell', 'FederationHost', 'FederationHost.psd1');
  const started = options.takeStartedShell?.(executable) ?? null;
  const openShell = options.openShell ?? openManagementShell;
  const shell = await openShell({ executable, modulePath, log: options.log, started });
  if (!shell.ok) return shell;
  const connection = await shell.value.connect(targetOf(options, deployment), {
    readOnly: access === 'read-only',
    ...(options.describesAllCmdlets ? {} : { describe: PLANNED_CMDLETS }),
  });
  if (connection.ok)
    return success({ powershellPath: executable, connection: connection.value, movedAside, shell: shell.value });
  await shell.value.close();
  return connection;
}

function targetOf({ practice }: ConnectOptions, deployment: DeploymentKind): Parameters<ManagementShell['connect']>[0] {
  if (deployment === 'local') return { deployment };
  const { statePath, profile, faultsPath } = practice;
  return { deployment, statePath, profile, ...(faultsPath === null ? {} : { faultsPath }) };
}
