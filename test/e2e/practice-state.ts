import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

const stateSchema = z.object({
  publicProviders: z.array(z.object({ Identity: z.string(), ProxyFqdn: z.string(), Enabled: z.boolean() })),
});

/** The public providers of a practice deployment, read from its file: what is so, whatever a page says. */
export async function providersIn(statePath: string): Promise<readonly { Identity: string; Enabled: boolean }[]> {
  return stateSchema.parse(JSON.parse(await readFile(statePath, 'utf8'))).publicProviders;
}

/** The names of those providers, sorted. */
export async function identitiesIn(statePath: string): Promise<readonly string[]> {
  return (await providersIn(statePath)).map(({ Identity }) => Identity).toSorted();
}
