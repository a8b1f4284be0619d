import { CMDLETS, type CmdletName } from '../../core/deployment/cmdlets.ts';
import { type Connection, type Product, connectionSchema } from '../../core/deployment/deployment.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';

/** PracticeLync's own version, by which a product goes whose version cannot be read. */
const MODULE_VERSION = '1.0.0';
/** Products by the first number of their version, as the host module names them. */
const PRODUCTS: Readonly<Record<string, Pick<Product, 'edition' | 'name'>>> = {
  4: { edition: 'lync2010', name: 'Lync Server 2010' },
  5: { edition: 'lync2013', name: 'Lync Server 2013' },
  6: { edition: 'sfb2015', name: 'Skype for Business Server 2015' },
  7: { edition: 'sfb2019', name: 'Skype for Business Server 2019' },
};

/** The product that a deployment is by what `Get-CsServerVersion` says; null: it could not be asked. */
export function productOf(said: string | null): Product {
  const version = /\d+(?:\.\d+){1,3}/u.exec(said ?? '')?.[0] ?? MODULE_VERSION;
  const known = PRODUCTS[version.split('.')[0] ?? ''];
  return { edition: 'unknown', name: `PracticeLync ${version}`, ...known, version };
}

/** What is found when a practice deployment is connected to; of the cmdlets that are not described, the name alone. */
export function connectionOf(parts: {
  readonly profile: PreparedProductId;
  readonly product: Product;
  readonly groups: readonly string[];
  readonly readOnly: boolean;
  readonly describe: readonly CmdletName[] | undefined;
}): Connection {
  const { profile, product, groups, readOnly, describe = Object.keys(CMDLETS) } = parts;
  const isDescribed = (name: string): boolean => describe.some((one) => one === name);
  const { capabilities } = factsOfPreparedProduct(profile);
  return connectionSchema.parse({
    product,
    module: {
      name: 'PracticeLync',
      version: MODULE_VERSION,
      path: '',
      behavesAs: profile.startsWith('lync') ? 'Lync' : 'SkypeForBusiness',
    },
    powershell: { edition: 'Core', version: '7.6.9', is64Bit: true, processId: process.pid },
    operator: { name: 'admin', groups },
    readOnly,
    cmdlets: Object.fromEntries(
      Object.entries(capabilities).map(([name, parameters]) => [name, isDescribed(name) ? parameters : []]),
    ),
    searched: ['SkypeForBusiness', 'Lync'],
  });
}
