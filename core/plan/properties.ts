import type { Properties } from './change.ts';

/** Names, addresses and lists of a deployment compare without case; an empty text is the same as none. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The wanted properties whose present value differs. */
export function differingProperties(wanted: Properties, present: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !isSameValue(value, present[name])));
}

/** The named properties of an object; what is no plain value or absent is null. */
export function pickProperties(source: Readonly<Record<string, unknown>>, names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [name, plainValue(source[name])]));
}

function plainValue(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
