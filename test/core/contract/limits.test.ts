import { expect, test } from 'vitest';
import { REQUESTS } from '../../../core/contract/contract.ts';

/** What is known of a schema's insides; zod calls it `_zod.def`. */
type Def = Readonly<Record<string, unknown>>;

function defOf(schema: unknown): Def {
  const inner: unknown = typeof schema === 'object' && schema !== null ? Reflect.get(schema, '_zod') : undefined;
  const def: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'def') : undefined;
  if (typeof def !== 'object' || def === null) throw new Error('This is no schema.');
  return { ...def };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The checks of a schema by name: `max_length`, `string_format` and the like. */
function checksOf({ checks }: Def): string[] {
  return isList(checks) ? checks.map((check) => String(defOf(check)['check'])) : [];
}

/** Every place in a schema, as a path, where a text or a list of any length is taken. */
function unbounded(schema: unknown, path: string): string[] {
  const def = defOf(schema);
  const isBounded = checksOf(def).some((check) => ['max_length', 'length_equals', 'string_format'].includes(check));
  switch (def['type']) {
    case 'string':
      return isBounded || def['format'] !== undefined ? [] : [path];
    case 'array':
      return [...(isBounded ? [] : [`${path}[]`]), ...unbounded(def['element'], `${path}[]`)];
    case 'record':
      return [...unbounded(def['keyType'], `${path}{key}`), ...unbounded(def['valueType'], `${path}{}`)];
    case 'object':
      return Object.entries({ ...(def['shape'] as object) }).flatMap(([name, one]) =>
        unbounded(one, `${path}.${name}`),
      );
    case 'union':
      return isList(def['options']) ? def['options'].flatMap((one) => unbounded(one, path)) : [path];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
      return unbounded(def['innerType'], path);
    case 'pipe':
      return unbounded(def['in'], path);
    // Held to a table.
    case 'custom':
    case 'enum':
    case 'literal':
    case 'boolean':
    case 'number':
    case 'null':
    case 'undefined':
      return [];
    default:
      return [`${path}: ${String(def['type'])}`];
  }
}

test.each(Object.entries(REQUESTS))('every text and every list of %s has a largest length', (name, schema) => {
  expect(unbounded(schema, name)).toEqual([]);
});
