import { CMDLETS } from './cmdlets.ts';
import type { Capabilities, Product } from './deployment.ts';
import type { PlanningFacts } from './plan.ts';

const DECORATION = ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'] as const;
const SKYPE_SEARCH = ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'] as const;

/**
 * The products that a script can be prepared for when no deployment can be asked: the first number of the version that
 * each says it has (facts I), and which parameters of `New-CsPublicProvider` it lacks (facts A.1). With a deployment at
 * hand its own answers decide.
 */
export const PREPARED_PRODUCTS = {
  lync2010: {
    name: 'Lync Server 2010',
    majorVersion: 4,
    lacks: ['IconUrl', 'NameDecorationDomain', ...DECORATION, ...SKYPE_SEARCH],
  },
  'lync2013-rtm': {
    name: 'Lync Server 2013, before the fifth cumulative update',
    majorVersion: 5,
    lacks: [...DECORATION, ...SKYPE_SEARCH],
  },
  'lync2013-cu5': {
    name: 'Lync Server 2013 with the fifth cumulative update or later',
    majorVersion: 5,
    lacks: [...SKYPE_SEARCH],
  },
  sfb2015: { name: 'Skype for Business Server 2015', majorVersion: 6, lacks: [] },
  sfb2019: { name: 'Skype for Business Server 2019 or Subscription Edition', majorVersion: 7, lacks: [] },
} as const satisfies Record<string, { name: string; majorVersion: number; lacks: readonly string[] }>;

export type PreparedProductId = keyof typeof PREPARED_PRODUCTS;

/** Every product that can be stated, in order of age. */
export const PREPARED_PRODUCT_IDS: readonly string[] = Object.keys(PREPARED_PRODUCTS);

/** True when the text names a product that a script can be prepared for. */
export function isPreparedProduct(id: string): id is PreparedProductId {
  return Object.hasOwn(PREPARED_PRODUCTS, id);
}

/** The first number of a product's version, which tells Lync 2010, Lync 2013 and later apart; null when it is not known. */
export function majorVersionOf({ edition, version }: Product): number | null {
  if (isPreparedProduct(edition)) return PREPARED_PRODUCTS[edition].majorVersion;
  const first = /^\d+/u.exec(version ?? '');
  return first ? Number(first[0]) : null;
}

/** What is known of a stated product without asking it: its cmdlets, and nothing of its present state. */
export function factsOfPreparedProduct(id: PreparedProductId): PlanningFacts {
  const { name, lacks } = PREPARED_PRODUCTS[id];
  const missing: readonly string[] = lacks;
  const product: Product = { name, edition: id, version: null };
  const capabilities: Capabilities = Object.fromEntries(
    Object.entries(CMDLETS).map(([cmdlet, { parameters }]) => {
      const names = Object.keys(parameters);
      return [cmdlet, cmdlet === 'New-CsPublicProvider' ? names.filter((one) => !missing.includes(one)) : names];
    }),
  );
  return { product, capabilities, snapshot: null, environment: null, readAt: null };
}
