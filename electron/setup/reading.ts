import type { ConnectedDeployment } from '../../core/contract/contract.ts';
import type { DeploymentKind, Snapshot } from '../../core/deployment/deployment.ts';
import { type Result, success } from '../../core/failure.ts';
import { type Access, type Deployments, withDeployment } from '../deployment/deployments.ts';

/** Finding a deployment, and what it tells without being asked for anything more. */
export interface Reading {
  connect(deployment: DeploymentKind, access: Access): Promise<Result<ConnectedDeployment>>;
  read(deployment: DeploymentKind, access: Access): Promise<Result<Snapshot>>;
  /** What `Get-CsPublicProvider` prints. */
  show(deployment: DeploymentKind, access: Access): Promise<Result<string>>;
}

/** Creates the part of the setup that reads. */
export function createReading(deployments: Deployments): Reading {
  return {
    connect: (deployment, access) =>
      withDeployment(deployments, deployment, access, async ({ powershellPath, connection, movedAside }) =>
        success({ powershellPath, connection, movedAside }),
      ),
    read: (deployment, access) => withDeployment(deployments, deployment, access, ({ shell }) => shell.snapshot()),
    show: (deployment, access) => withDeployment(deployments, deployment, access, ({ shell }) => shell.show()),
  };
}
