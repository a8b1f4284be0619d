import type { OpenShell } from '../../electron/deployment/deployments.ts';
import type { FederationSetupOptions } from '../../electron/setup/federation-setup.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import type { Fault } from '../fakes/practice-setup.ts';
import type { State } from './deployment-state.ts';

/** A practice deployment, by the place where PracticeLync keeps it. */
export interface Place {
  readonly folder: string;
  readonly profile: PreparedProductId;
  readonly statePath: string;
  readonly faultsPath: string;
}

/** A practice deployment as it is. */
interface Deployed {
  state(): Promise<State>;
  /** All of its state, to the byte. */
  text(): Promise<string>;
  /** The names of the cmdlets that were called so far, those that suffered a fault included. */
  calls(): Promise<readonly string[]>;
}

/** What cases are played on: PowerShell with the practice module, or the simulation of both. */
export interface Ground {
  /** Puts a deployment at a place. `before` null: one that was never set up. */
  deploy(place: Place, before: State | null, faults: readonly Fault[]): Promise<Deployed>;
  /** What the product's services take from this ground. The shell is for what ends no PowerShell. */
  readonly services: Partial<FederationSetupOptions>;
  /** The shell for a case with this fault, which may end its PowerShell. */
  openShellFor(hit: Fault): OpenShell;
  /**
   * Performs what is going to hang. Once it does, which `wasHit` tells, it is cancelled if it is to be, and what cannot be
   * cancelled runs out of its time.
   */
  playHang<T>(wasHit: () => Promise<boolean>, cancel: (() => void) | null, perform: () => Promise<T>): Promise<T>;
  /**
   * What becomes of the deployment when an administrator runs these commands one after the other, also after one that
   * fails, at a shell of their own; the deployment itself stays as it is.
   */
  tryByHand(
    commands: readonly string[],
    place: Place,
  ): Promise<{ readonly state: State; readonly errors: readonly string[] }>;
  /** The ground on which each case must come to the same, if there is one. */
  readonly twin?: Ground;
  close(): Promise<void>;
}
