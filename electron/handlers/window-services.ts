import { defaultPracticeStatePath } from '../launch/data-folders.ts';
import { type Emit, type HandlerDependencies, createHandlers, isRunActive } from './handlers.ts';
import type { AnswerRequest } from '../window/ipc.ts';
import type { LaunchOptions } from '../launch/launch-options.ts';
import { createReadinessChecks } from '../network/readiness-checks.ts';
import { findPowerShellHere } from '../powershell/find-powershell.ts';
import { createAnswering } from './answer-requests.ts';
import { createFederationSetup } from '../setup/federation-setup.ts';
import { createPractice } from '../setup/practice.ts';

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
  const { options, assetsDir, version, dialogs, clipboard, openLink, emit, log } = surroundings;
  const now = (): Date => new Date();
  const setup = createFederationSetup({
    findPowerShell: (deployment) => findPowerShellHere(deployment, options.powershellOverride),
    assetsDir,
    practiceStatePath: options.practiceStatePath,
    practiceProfile: options.practiceProfile,
    practiceFaultsPath: options.practiceFaultsPath,
    log,
    describesAllCmdlets: false,
    // The page that connects is told by its answer.
    onMovedAside: () => undefined,
    dataDir: options.dataDir,
    version,
    now,
    onRunChange: (run) => emit('run.changed', run),
    onReplicationChange: (progress) => emit('replication.changed', progress),
    programData: options.programData,
  });
  const practice = createPractice({
    setup,
    dataDir: options.dataDir,
    // A file that was named when the program was started stays with the product that it was started with.
    statePathOf: (profile) =>
      profile === options.practiceProfile
        ? options.practiceStatePath
        : defaultPracticeStatePath(options.dataDir, profile),
    isRunActive: () => isRunActive(setup),
    now,
  });
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
