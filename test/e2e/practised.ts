import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the practice deployment is once Skype has been set up on it; the journey proves that it is. */
export const SET_UP_STATE = join(import.meta.dirname, 'set-up-state.json');

/** Makes the practice deployment one that has been set up already; with `enabled` false, its provider is not enabled. */
export async function setUpBefore(practiceStatePath: string, { enabled = true } = {}): Promise<void> {
  const state = JSON.parse(await readFile(SET_UP_STATE, 'utf8')) as { publicProviders: { Identity: string }[] };
  const publicProviders = state.publicProviders.map((one) =>
    one.Identity === 'Skype' ? { ...one, Enabled: enabled } : one,
  );
  await writeFile(practiceStatePath, JSON.stringify({ ...state, publicProviders }, null, 2));
}
