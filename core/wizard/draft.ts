import * as z from 'zod/mini';
import { STEP_IDS, WIZARD_MODES } from '../steps.ts';
import { wizardFormSchema } from './form.ts';

/** What is saved while one types, so that a restart continues at the same page. */
export const draftSchema = z.object({
  version: z.literal(1),
  savedAt: z.string(),
  step: z.enum(STEP_IDS),
  mode: z.enum(WIZARD_MODES),
  /** The stated product in `prepare` mode. */
  preparedProduct: z.string(),
  /** The product that the practice deployment behaves as; faults are never kept. */
  practiceProfile: z.optional(z.string()),
  form: wizardFormSchema,
});

export type Draft = z.infer<typeof draftSchema>;
