import { CMDLETS } from '../deployment/cmdlets.ts';
import type { Capabilities, Connection, DeploymentKind, Product, Snapshot } from '../deployment/deployment.ts';
import { PREPARED_PRODUCTS, type PreparedProductId, broughtAfter } from '../deployment/products.ts';

/** The shell that answers, as far as it decides whether a plan can be carried out. */
export interface Environment extends Pick<Connection, 'module' | 'powershell' | 'operator'> {
  readonly deployment: DeploymentKind;
}

/** What is known of the deployment that a plan is made for; `snapshot` and what follows are null when nothing was asked. */
export interface PlanningFacts {
  readonly product: Product;
  readonly capabilities: Capabilities;
  readonly snapshot: Snapshot | null;
  readonly environment: Environment | null;
  /** When the snapshot was read, ISO 8601. */
  readonly readAt: string | null;
}

/** What is known of a stated product without asking it: its cmdlets, and nothing of its present state. */
export function factsOfPreparedProduct(id: PreparedProductId): PlanningFacts {
  const product: Product = { name: PREPARED_PRODUCTS[id].name, edition: id, version: null };
  const missing = broughtAfter(id);
  const capabilities: Capabilities = Object.fromEntries(
    Object.entries(CMDLETS).map(([cmdlet, { parameters }]) => [
      cmdlet,
      Object.keys(parameters).filter((name) => !missing.includes(name)),
    ]),
  );
  return { product, capabilities, snapshot: null, environment: null, readAt: null };
}
