import type { ConnectedDeployment } from '../../../core/contract/contract.ts';
import type { DeploymentKind, Snapshot } from '../../../core/deployment/deployment.ts';
import { jsonText } from '../../../core/formats/visible-text.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';
import type { Printable } from '../output.ts';

/** What `detect` prints. */
export function connectedView(deployment: DeploymentKind, connected: ConnectedDeployment): Printable {
  const { powershellPath, connection, movedAside } = connected;
  const { powershell, ...rest } = connection;
  const json = { deployment, ...rest, powershell: { path: powershellPath, ...powershell }, movedAside };
  return { json, words: connectedWords(connected) };
}

/** What `snapshot` prints: the same for programs and for people. */
export function snapshotView(snapshot: Snapshot): Printable {
  return { json: snapshot, words: jsonText(snapshot).trimEnd() };
}

/** What `show` prints: for a person, what the shell itself does. */
export function shownView(textOutput: string): Printable {
  return { json: { textOutput }, words: textOutput.trimEnd() };
}

function connectedWords({ powershellPath, connection }: ConnectedDeployment): string {
  const { product, module, powershell } = connection;
  return [
    `${reportTexts.labels.product}: ${product.name}${product.version === null ? '' : ` (${product.version})`}`,
    `${reportTexts.labels.module}: ${reportTexts.module(module)}`,
    `${reportTexts.labels.powershell}: ${powershell.version} (${powershell.edition}, ${powershell.is64Bit ? '64' : '32'}-bit), ${powershellPath}`,
  ].join('\n');
}
