import * as z from 'zod/mini';

/**
 * What comes from a page or from a file of ours has a largest length, far above what anybody fills in: what is longer is
 * refused at once, and is not worked on for minutes. What a value has to be besides is looked at where it is used.
 */
export const line = z.string().check(z.maxLength(10_000));

/** A text of many lines: thousands of domains or users. */
export const manyLines = z.string().check(z.maxLength(5_000_000));

/** The largest number of things in a list that a page holds. */
const MOST_LISTED = 10_000;

/** A list of such things. */
export function listOf<Item extends z.ZodMiniType>(item: Item): z.ZodMiniArray<Item> {
  return z.array(item).check(z.maxLength(MOST_LISTED));
}
