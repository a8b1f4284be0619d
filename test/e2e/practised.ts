import type { Answers } from '../../core/answers/answers-schema.ts';
import { DEFAULT_PRACTICE_PROFILE } from '../../core/deployment/products.ts';
import { createFederationSetup } from '../../electron/setup/federation-setup.ts';
import { findPowerShellHere } from '../../electron/powershell/find-powershell.ts';
import { UNREVIEWED, engineOverride } from '../fakes/practice-setup.ts';
import { join } from 'node:path';
import { checkoutRoot } from './app-fixture.ts';

/** Sets the practice deployment up with the product's own services, in a second instead of a walk through the window. */
export async function setUpBefore(practiceStatePath: string, dataDir: string, answers: Answers): Promise<void> {
  const setup = createFederationSetup({
    findPowerShell: (deployment) => findPowerShellHere(deployment, engineOverride()),
    assetsDir: join(checkoutRoot, 'assets'),
    practiceStatePath,
    practiceProfile: DEFAULT_PRACTICE_PROFILE,
    practiceFaultsPath: null,
    log: () => undefined,
    describesAllCmdlets: false,
    onMovedAside: () => undefined,
    dataDir,
    version: 'test',
    now: () => new Date(),
    onRunChange: () => undefined,
    onReplicationChange: () => undefined,
    programData: null,
  });
  const started = await setup.runs.start('practice', answers, UNREVIEWED);
  if (!started.ok) throw new Error(JSON.stringify(started.failure));
  const { outcome } = await started.value.ended;
  await setup.dispose();
  if (outcome !== 'done') throw new Error(`The deployment could not be set up: ${outcome ?? ''}`);
}
