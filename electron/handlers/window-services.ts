import type { EventName, Events } from '../../core/contract/contract.ts';
import { defaultPracticeStatePath } from '../launch/data-folders.ts';
import type { LaunchOptions } from '../launch/launch-options.ts';
import { createReadinessChecks } from '../network/readiness-checks.ts';
import { findPowerShellHere } from '../powershell/find-powershell.ts';
import { type FederationSetup, createFederationSetup } from '../setup/federation-setup.ts';
import { type Practice, createPractice } from '../setup/practice.ts';
import type { AnswerRequest } from '../window/ipc.ts';
import { createAnswering } from './answer-requests.ts';
import { type HandlerDependencies, createHandlers, isRunActive } from './handlers.ts';

/** Sends an event to the window. */
type Emit = <Name extends EventName>(name: Name, payload: Events[Name]) => void;

/** What the window's side gives to the services. */
export interface WindowSurroundings extends Pick<HandlerDependencies, 'dialogs' | 'clipboard' | 'openLink'> {
  readonly options: LaunchOptions;
  /** The folder `assets` of the product; PowerShell reads files in it, so it is never inside an archive. */
  readonly assetsDir: string;
  readonly version: string;
  readonly emit: Emit;
  readonly log: (line: string) => void;
}

/** Everything that works behind the window. */
export interface WindowServices {
  readonly answer: AnswerRequest;
  isRunActive(): boolean;
  cancelRun(): void;
  dispose(): Promise<void>;
}

/** Builds what works behind the window; a module of its own, so that it is loaded after the first page is on its way. */
export function createWindowServices(surroundings: WindowSurroundings): WindowServices {
  const { options, version, dialogs, clipboard, openLink, emit, log } = surroundings;
  const now = (): Date => new Date();
  const setup = setupOf(surroundings, now);
  const practice = practiceOf(options, setup, now);
  const readiness = createReadinessChecks({
    now,
    extraRootsPath: options.extraRootsPath,
    onChange: (progress) => emit('readiness.changed', progress),
  });
  const description = { version, deployment: options.deployment, dataFolder: options.dataDir };
  const handlers = createHandlers({ setup, practice, readiness, description, dialogs, clipboard, openLink, now });
  return {
    answer: createAnswering(handlers, log),
    isRunActive: () => isRunActive(setup),
    cancelRun: () => setup.runs.cancel(),
    dispose: () => setup.dispose(),
  };
}

function setupOf({ options, assetsDir, version, emit, log }: WindowSurroundings, now: () => Date): FederationSetup {
  const { practiceStatePath, practiceProfile, practiceFaultsPath, dataDir, programData } = options;
  return createFederationSetup({
    findPowerShell: (deployment) => findPowerShellHere(deployment, options.powershellOverride),
    assetsDir,
    practiceStatePath,
    practiceProfile,
    practiceFaultsPath,
    dataDir,
    programData,
    version,
    now,
    log,
    describesAllCmdlets: false,
    // The page that connects is told by its answer.
    onMovedAside: () => undefined,
    onRunChange: (run) => emit('run.changed', run),
    onReplicationChange: (progress) => emit('replication.changed', progress),
  });
}

function practiceOf(options: LaunchOptions, setup: FederationSetup, now: () => Date): Practice {
  const { dataDir, practiceProfile, practiceStatePath } = options;
  return createPractice({
    setup,
    dataDir,
    // A file that was named when the program was started stays with the product that it was started with.
    statePathOf: (profile) =>
      profile === practiceProfile ? practiceStatePath : defaultPracticeStatePath(dataDir, profile),
    isRunActive: () => isRunActive(setup),
    now,
  });
}
