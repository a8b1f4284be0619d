import { CMDLETS } from './cmdlets.ts';
import type { Capabilities, Product } from './deployment.ts';
import type { PlanningFacts } from './plan.ts';

const DECORATION = ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'] as const;
const SKYPE_SEARCH = ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'] as const;

/**
 * The products that a script can be prepared for when no deployment can be asked, and which parameters of
 * `New-CsPublicProvider` each lacks (facts A.1). With a deployment at hand its own `Get-Command` decides.
 */
export const PREPARED_PRODUCTS = {
  lync2010: { name: 'Lync Server 2010', lacks: ['IconUrl', 'NameDecorationDomain', ...DECORATION, ...SKYPE_SEARCH] },
  'lync2013-rtm': {
    name: 'Lync Server 2013, before the fifth cumulative update',
    lacks: [...DECORATION, ...SKYPE_SEARCH],
  },
  'lync2013-cu5': { name: 'Lync Server 2013 with the fifth cumulative update or later', lacks: [...SKYPE_SEARCH] },
  sfb2015: { name: 'Skype for Business Server 2015', lacks: [] },
  sfb2019: { name: 'Skype for Business Server 2019 or Subscription Edition', lacks: [] },
} as const satisfies Record<string, { name: string; lacks: readonly string[] }>;

export type PreparedProductId = keyof typeof PREPARED_PRODUCTS;

/** Every product that can be stated, in order of age. */
export const PREPARED_PRODUCT_IDS: readonly string[] = Object.keys(PREPARED_PRODUCTS);

/** True when the text names a product that a script can be prepared for. */
export function isPreparedProduct(id: string): id is PreparedProductId {
  return Object.hasOwn(PREPARED_PRODUCTS, id);
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
