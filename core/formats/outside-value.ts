import * as z from 'zod/mini';

/**
 * Checks a value from outside by a schema. Null: it is wrong in so many places that they cannot be listed; the checker
 * hands them on as the arguments of one call, which overflows at about a hundred thousand.
 */
export function checkedOutside<T>(schema: z.ZodMiniType<T>, value: unknown): z.core.util.SafeParseResult<T> | null {
  try {
    return z.safeParse(schema, value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
