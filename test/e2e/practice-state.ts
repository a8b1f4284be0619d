import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const stateSchema = z.object({
  publicProviders: z.array(
    z.catchall(z.object({ Identity: z.string(), ProxyFqdn: z.string(), Enabled: z.boolean() }), z.nullable(value)),
  ),
  externalAccessPolicies: z.array(z.catchall(z.object({ Identity: z.string() }), value)),
  accessEdgeConfiguration: z.record(z.string(), value),
  users: z.array(z.object({ SipAddress: z.string(), ExternalAccessPolicy: z.nullable(z.string()) })),
});
type PracticeState = z.infer<typeof stateSchema>;

/** What a practice deployment is configured as, read from its file: what is so, whatever a page says. */
export async function stateIn(statePath: string): Promise<PracticeState> {
  const state = stateSchema.parse(JSON.parse(await readFile(statePath, 'utf8')));
  const byIdentity = <T extends { Identity: string }>(objects: readonly T[]) =>
    objects.toSorted((one, other) => one.Identity.localeCompare(other.Identity));
  return {
    ...state,
    publicProviders: byIdentity(state.publicProviders),
    externalAccessPolicies: byIdentity(state.externalAccessPolicies),
  };
}

/** The public providers of a practice deployment. */
export async function providersIn(statePath: string): Promise<readonly { Identity: string; Enabled: boolean }[]> {
  return (await stateIn(statePath)).publicProviders;
}

/** The names of those providers, sorted. */
export async function identitiesIn(statePath: string): Promise<readonly string[]> {
  return (await providersIn(statePath)).map(({ Identity }) => Identity).toSorted();
}
