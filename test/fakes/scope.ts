import { PREPARED_PRODUCT_IDS, type PreparedProductId, isPreparedProduct } from '../../core/deployment/products.ts';

/**
 * True when everything is played: `npm run test:all`. `npm test` plays a selection: what costs a PowerShell much, and is of
 * a class with another case, is left to the whole set.
 */
export const isWholeSet = process.env['TEST_SCOPE'] === 'all';

/** The cases that are played: every one in the whole set, else the first of each class. */
export function oneOfEach<T>(cases: readonly T[], classOf: (one: T) => unknown): readonly T[] {
  if (isWholeSet) return cases;
  const classes = cases.map(classOf);
  return cases.filter((_, place) => classes.indexOf(classes[place]) === place);
}

/** The products that a file is played on: all of them in the whole set, else this one. Files take different ones. */
export function productsPlayed(one: PreparedProductId): readonly PreparedProductId[] {
  return isWholeSet ? PREPARED_PRODUCT_IDS.filter(isPreparedProduct) : [one];
}
