import * as z from 'zod/mini';
import { line } from '../answers/lengths.ts';
import { STEP_IDS, WIZARD_MODES } from '../steps.ts';
import { wizardFormSchema } from './form.ts';

/** What is saved while one types, so that a restart continues at the same page. */
export const draftSchema = z.object({
  version: z.literal(1),
  savedAt: line,
  step: z.enum(STEP_IDS),
  mode: z.enum(WIZARD_MODES),
  /** The stated product in `prepare` mode. */
  preparedProduct: line,
  /** The product that the practice deployment behaves as; faults are never kept. */
  practiceProfile: z.optional(line),
  form: wizardFormSchema,
});

export type Draft = z.infer<typeof draftSchema>;
