import * as z from 'zod/mini';
import { type CmdletName, isCmdletName } from './cmdlets.ts';
import { DEFAULT_PRACTICE_PROFILE, type PreparedProductId, isPreparedProduct } from './products.ts';

/** Everything that the practice deployment can be made to do wrong, in the order in which a page offers it. */
export const FAULT_KINDS = [
  'error',
  'access-denied',
  'partial',
  'silent',
  'slow',
  'hang',
  'exit',
  'kill',
  'garbage',
  'replication-stuck',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** More calls of one cmdlet than a plan makes in practice. */
const MAX_CALL = 99;
const MAX_FAULTS = 50;

const practiceFault = z.object({
  cmdlet: z.custom<CmdletName>(isCmdletName),
  /** 1 is the first call of the cmdlet after the list was last changed. */
  call: z.int().check(z.minimum(1), z.maximum(MAX_CALL)),
  kind: z.enum(FAULT_KINDS),
});

/** A fault that the practice deployment makes on purpose, once. */
export type PracticeFault = z.infer<typeof practiceFault>;

/** A list of faults; the faults file holds one as JSON. */
export const practiceFaultsSchema = z.readonly(z.array(practiceFault).check(z.maxLength(MAX_FAULTS)));

/** What the practice deployment behaves as, and what it does wrong. */
export const practiceChoiceSchema = z.object({
  profile: z.custom<PreparedProductId>(isPreparedProduct),
  faults: practiceFaultsSchema,
});
export type PracticeChoice = z.infer<typeof practiceChoiceSchema>;

/** The practice deployment when nothing else is said: the product of the article, in good health. */
export const DEFAULT_PRACTICE: PracticeChoice = { profile: DEFAULT_PRACTICE_PROFILE, faults: [] };
