import { PREPARED_PRODUCT_IDS, isPreparedProduct } from '../../core/deployment/products.ts';
// A program that does one thing with a run and kills itself at one write of the journal: `node killed-program.mjs ORDER`.
// It prints the id of its PowerShell.
import { appendFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { answersSchema } from '../../core/answers/answers-schema.ts';
import { createFederationSetup } from '../../electron/setup/federation-setup.ts';
import { type OpenJournal, openJournal } from '../../electron/run/journal.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { perform } from './actions.ts';
import { setupOptions } from './site.ts';

const orderSchema = z.object({
  paths: z.object({
    profile: z.enum(PREPARED_PRODUCT_IDS.filter(isPreparedProduct)),
    statePath: z.string(),
    faultsPath: z.string(),
    dataDir: z.string(),
  }),
  answers: answersSchema,
  action: z.discriminatedUnion('type', [
    z.object({ type: z.literal('start'), onFailure: z.enum(['stop', 'rollback']) }),
    z.object({ type: z.literal('continue') }),
    z.object({ type: z.literal('rollback') }),
  ]),
  /** The how-manieth line, and whether nothing, half or all of it is on the disk by then. */
  line: z.number(),
  when: z.enum(['before', 'within', 'after']),
});
export type Order = z.infer<typeof orderSchema>;

function deadlyJournal({ line, when }: Order): OpenJournal {
  return async (path, isNew) => {
    const journal = await openJournal(path, isNew);
    let lines = 0;
    return {
      ...journal,
      append: async (event) => {
        lines += 1;
        if (lines !== line) return journal.append(event);
        const text = JSON.stringify(event);
        if (when === 'within') appendFileSync(path, text.slice(0, text.length / 2));
        if (when === 'after') await journal.append(event);
        process.kill(process.pid, 'SIGKILL');
        return undefined;
      },
    };
  };
}

const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
const setup = createFederationSetup({ ...setupOptions(order.paths), openJournal: deadlyJournal(order) });
const { connection } = valueOf(await setup.connect('practice', 'read-write'));
process.stdout.write(`${connection.powershell.processId}\n`);
await perform({ setup, ...order.paths }, order.action, order.answers);
await setup.dispose();
