import { afterEach, describe, expect, test } from 'vitest';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type PracticeSetup, UNREVIEWED } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { valueOf } from '../fakes/practice-shell.ts';
import { SAMPLE_ANSWERS } from '../fakes/sample-answers.ts';
import { isWholeSet, productsPlayed } from '../fakes/scope.ts';

const ICON = { IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png' };
const DECORATION = {
  NameDecorationDomain: null,
  NameDecorationRoutingDomain: 'msn.com',
  NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
};
const SEARCH = { EnableSkypeIdRouting: true, EnableSkypeDirectorySearch: true };

/** What the answers of the README's example become on each product, beside what all have. */
const CREATED: Readonly<Record<PreparedProductId, object>> = {
  lync2010: {},
  'lync2013-rtm': ICON,
  'lync2013-cu5': { ...ICON, ...DECORATION },
  sfb2015: { ...ICON, ...DECORATION, ...SEARCH },
  sfb2019: { ...ICON, ...DECORATION, ...SEARCH },
};

const sites: PracticeSetup[] = [];
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.dispose()));
});

async function siteOf(product: PreparedProductId, dataDir?: string): Promise<PracticeSetup> {
  const site = await pooledPracticeSetup([], dataDir, product);
  sites.push(site);
  return site;
}

async function outcomeOn({ setup }: PracticeSetup): Promise<unknown> {
  const { ended } = valueOf(await setup.runs.start('practice', SAMPLE_ANSWERS, UNREVIEWED));
  return (await ended).outcome;
}

describe.each(productsPlayed('sfb2015'))('on %s', (product) => {
  test('a run sets up what the product can, and a second one finds nothing to do', async () => {
    const site = await siteOf(product);
    expect(await outcomeOn(site)).toBe('done');
    const { publicProviders } = valueOf(await site.setup.read('practice', 'read-only'));
    expect(publicProviders.map(({ Identity }) => Identity)).toEqual(['AOL', 'Yahoo!', 'Skype']);
    expect(publicProviders.at(-1)).toEqual({
      Identity: 'Skype',
      Name: 'Skype',
      ProxyFqdn: 'federation.messenger.msn.com',
      VerificationLevel: 'UseSourceVerification',
      Enabled: true,
      ...CREATED[product],
    });
    expect(await outcomeOn(site)).toBe('nothing-to-do');
  });
});

test.runIf(isWholeSet)('a report tells of no run on another product', async () => {
  const lync = await siteOf('lync2010');
  await outcomeOn(lync);
  const skype = await siteOf('sfb2019', lync.dataDir);
  expect(valueOf(await lync.setup.report('practice', SAMPLE_ANSWERS)).run).toMatchObject({ outcome: 'done' });
  expect(valueOf(await skype.setup.report('practice', SAMPLE_ANSWERS)).run).toBeNull();
});
