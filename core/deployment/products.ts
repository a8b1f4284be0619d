import type { Product } from './deployment.ts';

/**
 * The products that can be named without a server, in order of age: a script can be prepared for each, and the practice
 * deployment can behave as each. `majorVersion` is the first number of the version that each says it has (facts I);
 * `brought` are the parameters that the product was the first to have (facts A.1, A.2, D.1); the profiles of the practice
 * deployment say the same, and a test compares the two. With a deployment at hand its own answers decide.
 */
export const PREPARED_PRODUCTS = {
  lync2010: { name: 'Lync Server 2010', majorVersion: 4, brought: [] },
  'lync2013-rtm': {
    name: 'Lync Server 2013, before the fifth cumulative update',
    majorVersion: 5,
    brought: ['IconUrl', 'EnableXmppAccess'],
  },
  'lync2013-cu5': {
    name: 'Lync Server 2013 with the fifth cumulative update or later',
    majorVersion: 5,
    brought: ['NameDecorationDomain', 'NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'],
  },
  sfb2015: {
    name: 'Skype for Business Server 2015',
    majorVersion: 6,
    brought: ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'],
  },
  sfb2019: { name: 'Skype for Business Server 2019 or Subscription Edition', majorVersion: 7, brought: [] },
} as const satisfies Record<string, { name: string; majorVersion: number; brought: readonly string[] }>;

export type PreparedProductId = keyof typeof PREPARED_PRODUCTS;

/** Every product that can be named, in order of age. */
export const PREPARED_PRODUCT_IDS: readonly string[] = Object.keys(PREPARED_PRODUCTS);

/** The product that the practice deployment behaves as when none is named. */
export const DEFAULT_PRACTICE_PROFILE = 'lync2013-cu5' satisfies PreparedProductId;

/** True when the text names a product of the table. */
export function isPreparedProduct(id: unknown): id is PreparedProductId {
  return typeof id === 'string' && Object.hasOwn(PREPARED_PRODUCTS, id);
}

/** The first number of a product's version, which tells Lync 2010, Lync 2013 and later apart; null when it is not known. */
export function majorVersionOf({ edition, version }: Product): number | null {
  if (isPreparedProduct(edition)) return PREPARED_PRODUCTS[edition].majorVersion;
  const first = /^\d+/u.exec(version ?? '');
  return first ? Number(first[0]) : null;
}

/** The first product that has a parameter; null for one that every product has. */
export function productThatBrought(parameter: string): PreparedProductId | null {
  const found = Object.entries(PREPARED_PRODUCTS).find(([, { brought }]) =>
    brought.some((name: string) => name === parameter),
  )?.[0];
  return isPreparedProduct(found) ? found : null;
}

/** The parameters that only later products have. */
export function broughtAfter(id: PreparedProductId): readonly string[] {
  const later = PREPARED_PRODUCT_IDS.indexOf(id) + 1;
  return Object.values(PREPARED_PRODUCTS)
    .slice(later)
    .flatMap(({ brought }): readonly string[] => brought);
}
