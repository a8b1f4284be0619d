import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Harness, fill, wizardAt } from './wizard-harness.tsx';
import type { FakeOptions } from './fake-bridge.ts';

/** The page itself: what is announced to screen readers stands outside of it, and says the same. */
const main = () => within(screen.getByRole('main'));

/** The wizard at Edge and domains, with the domains of the sample deployment. */
const atDomains = (options: FakeOptions = {}) => wizardAt('edge-and-domains', options);

const listOf = ({ wizard }: Harness) => wizard.store.getState().form.request.sipDomains.split('\n');

async function paste({ user }: Harness, text: string): Promise<void> {
  await user.click(screen.getByRole('textbox', { name: 'Add domains' }));
  await user.paste(text);
}

const grid = () => screen.getByRole('grid', { name: 'SIP domains of the request' });

describe('the SIP domains', () => {
  it('takes a pasted list at once, and says what was mended, refused and merged', async () => {
    const harness = await atDomains();
    await paste(harness, '@tailspintoys.com\nhttps://x.com\nbad_name.com\nCONTOSO.com\nwingtip.com');
    expect(await main().findByText('3 domains were added')).toBeTruthy();
    expect(main().getByText('3 mended, 1 refused, 1 duplicate merged.')).toBeTruthy();
    expect(listOf(harness)).toEqual(['contoso.com', 'fabrikam.com', 'tailspintoys.com', 'x.com', 'wingtip.com']);
    await harness.press('Show what was refused (1)');
    const refused = within(screen.getByRole('table', { name: 'Refused texts' }));
    expect(refused.getByText('bad_name.com')).toBeTruthy();
    expect(refused.getByText(/has no underscore/u)).toBeTruthy();
    await harness.press('Show what was mended (3)');
    const mended = within(screen.getByRole('table', { name: 'Mended texts' }));
    expect(mended.getByText('@ left out')).toBeTruthy();
  });

  it('takes out again what an import added, and nothing else', async () => {
    const harness = await atDomains();
    await paste(harness, 'contoso.com\nwingtip.com\nx.com');
    await harness.press('Undo this import');
    expect(listOf(harness)).toEqual(['contoso.com', 'fabrikam.com']);
    expect(await main().findByText('2 domains were taken out again.')).toBeTruthy();
  });

  it('adds what is typed at Enter, and when one goes on to another control', async () => {
    const harness = await atDomains();
    const box = screen.getByRole('textbox', { name: 'Add domains' });
    fill(box, 'x.com');
    await harness.user.keyboard('{Enter}');
    fill(box, 'y.com');
    await harness.user.tab();
    expect(listOf(harness)).toEqual(['contoso.com', 'fabrikam.com', 'x.com', 'y.com']);
  });

  it('imports a chosen file, and names it and its column', async () => {
    const harness = await atDomains({ domainsFile: { name: 'ours.csv', text: 'Owner;Domain\nIT;x.com\n' } });
    await harness.press('Import a file');
    expect(await main().findByText(/From ours\.csv\. Only the column "Domain" was read\./u)).toBeTruthy();
    expect(listOf(harness)).toContain('x.com');
  });

  it.each([
    ['UTF-8', new Uint8Array([0x6d, 0xc3, 0xbc, 0x2e, 0x64, 0x65])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x6d, 0, 0xfc, 0, 0x2e, 0, 0x64, 0, 0x65, 0])],
    ["Windows' code page", new Uint8Array([0x6d, 0xfc, 0x2e, 0x64, 0x65])],
  ])('imports a file in %s that is dropped on the page', async (_name, bytes) => {
    const harness = await atDomains();
    drop(new File([bytes], 'list.txt'));
    expect(await main().findByText(/From list\.txt/u)).toBeTruthy();
    expect(listOf(harness)).toContain('xn--m-eha.de');
    expect(await within(grid()).findByText('m\u00FC.de')).toBeTruthy();
  });

  it.each([
    ['too large', new Uint8Array(5 * 1024 * 1024 + 1), /is larger than 5 MB/u],
    ['no text', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /The file is no text/u],
  ])('refuses a dropped file that is %s, and keeps the list', async (_name, bytes, reason) => {
    const harness = await atDomains();
    drop(new File([bytes], 'list.xlsx'));
    expect(await main().findByText(reason)).toBeTruthy();
    expect(listOf(harness)).toEqual(['contoso.com', 'fabrikam.com']);
  });

  it('offers the SIP domains of the deployment that are not in the list, all at once', async () => {
    const harness = await atDomains();
    harness.wizard.actions.removeDomains(new Set(['contoso.com', 'fabrikam.com']));
    await harness.press('Add all 2 SIP domains of the deployment');
    expect(listOf(harness).toSorted()).toEqual(['contoso.com', 'fabrikam.com']);
    expect(screen.queryByRole('button', { name: /SIP domains of the deployment/u })).toBeNull();
  });

  it('draws of 5,000 domains only those in sight, and says how many there are', async () => {
    const harness = await atDomains();
    await paste(harness, Array.from({ length: 5000 }, (_, at) => `n${String(at).padStart(4, '0')}.com`).join('\n'));
    expect(await main().findByText('5,002 domains')).toBeTruthy();
    expect(grid().getAttribute('aria-rowcount')).toBe('5003');
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(40);
    fireEvent.scroll(grid(), { target: { scrollTop: 44 * 2500 } });
    expect(await within(grid()).findByText('n2500.com')).toBeTruthy();
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(40);
  });

  it('selects by keyboard, moves through the list, and deletes what is selected', async () => {
    const harness = await atDomains();
    await paste(harness, 'a.com, b.com');
    grid().focus();
    await harness.user.keyboard(' {ArrowDown} ');
    expect(within(grid()).getAllByRole('row', { selected: true })).toHaveLength(2);
    await harness.user.keyboard('{Delete}');
    expect(listOf(harness)).toEqual(['contoso.com', 'fabrikam.com']);
    await harness.user.keyboard('{Control>}a{/Control}');
    await harness.press('Remove 2 domains');
    expect(await main().findByText(/No domains yet/u)).toBeTruthy();
  });

  it('selects a range with Shift and a click, and finds and sorts', async () => {
    const harness = await atDomains();
    await paste(harness, 'a.com, b.com, m\u00FCnchen.de');
    await harness.user.click(within(grid()).getByText('a.com'));
    await harness.user.keyboard('{Shift>}');
    await harness.user.click(within(grid()).getByText('contoso.com'));
    await harness.user.keyboard('{/Shift}');
    expect(await screen.findByRole('button', { name: 'Remove 3 domains' })).toBeTruthy();
    await harness.user.click(within(grid()).getByRole('button', { name: 'Domain' }));
    const first = within(grid()).getAllByRole('row')[1];
    expect(first?.textContent).toContain('xn--mnchen-3ya.de');
    fill(screen.getByRole('searchbox', { name: 'Search domains' }), 'm\u00FC');
    await main().findByText('m\u00FCnchen.de');
    expect(within(grid()).getAllByRole('row')).toHaveLength(2);
  });

  it('warns of a name that mixes scripts', async () => {
    const harness = await atDomains();
    await paste(harness, 'p\u0430ypal.com\nx.com');
    expect(await main().findByText(/1 to check, because letters of several scripts are mixed/u)).toBeTruthy();
    expect(await within(grid()).findByText(/Mixes Latin and Cyrillic letters/u)).toBeTruthy();
  });
});

/** Drops a file where domains are added. happy-dom makes the event without its files. */
function drop(file: File): void {
  const target = screen.getByRole('textbox', { name: 'Add domains' });
  const event = createEvent.drop(target);
  Object.defineProperty(event, 'dataTransfer', { value: { files: [file], getData: () => '' } });
  fireEvent(target, event);
}

describe('the Access Edges', () => {
  it('says where a name differs from the topology, and nothing where it agrees', async () => {
    await atDomains();
    expect(main().queryByText('The topology says something else')).toBeNull();
    fill(screen.getByRole('textbox', { name: 'Access Edge FQDN' }), 'edge.contoso.com');
    expect(await main().findByText(/Not an Access Edge of the topology: edge\.contoso\.com/u)).toBeTruthy();
    expect(main().getByText(/but not in this request: sip\.contoso\.com/u)).toBeTruthy();
  });

  it('takes a second one with domains of its own, to which domains are moved', async () => {
    const harness = await atDomains();
    await harness.press('Add another Access Edge');
    fill(screen.getByRole('textbox', { name: 'Access Edge FQDN 2' }), 'sip.fabrikam.com');
    await harness.user.click(within(grid()).getByText('fabrikam.com'));
    await harness.user.selectOptions(screen.getByRole('combobox', { name: 'Move selected to' }), 'sip.fabrikam.com');
    const { request } = harness.wizard.store.getState().form;
    expect(request.sipDomains).toBe('contoso.com');
    expect(request.furtherEdges).toEqual([{ fqdn: 'sip.fabrikam.com', sipDomains: 'fabrikam.com' }]);
  });

  it('names what is missing of each, by its number', async () => {
    const harness = await atDomains();
    await harness.press('Add another Access Edge');
    await harness.next();
    expect(await main().findByText(/Access Edge FQDN, Access Edge 2: Enter a name\./u)).toBeTruthy();
    expect(document.activeElement?.id).toContain('accessEdges-1-fqdn');
    await harness.press('Remove Access Edge 2');
    await harness.next();
    await harness.page('Network readiness');
  });
});
