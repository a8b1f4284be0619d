import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readinessFacts } from '../fakes/readiness-facts.ts';
import { fill, wizardAt } from './wizard-harness.tsx';

const openPage = () => wizardAt('network-readiness');

/** Puts the result of a check into the page, as somebody who was sent one does. */
async function pasteResult(harness: Awaited<ReturnType<typeof openPage>>, text: string): Promise<void> {
  await harness.user.click(screen.getByRole('textbox', { name: 'Result of a check from elsewhere' }));
  await harness.user.paste(text);
  await harness.press('Take this result');
}

describe('the Network readiness page', () => {
  it('asks nothing of the network before Check is pressed, and then about the domains that can be used', async () => {
    const { bridge, wizard, press } = await openPage();
    wizard.actions.edit((form) => ({
      ...form,
      request: { ...form.request, sipDomains: 'Contoso.com\ncontoso.com\nbad_name.com\nfabrikam.com' },
    }));
    expect(bridge.inputsOf('readiness.run')).toEqual([]);
    fill(screen.getByRole('textbox', { name: 'DNS servers to ask' }), '192.0.2.53, 192.0.2.54:5353');
    await press('Check');
    expect(bridge.inputsOf('readiness.run')).toMatchObject([
      {
        domains: ['contoso.com', 'fabrikam.com'],
        edge: 'sip.contoso.com',
        dnsServers: ['192.0.2.53', '192.0.2.54:5353'],
        tlsPort: 5061,
      },
    ]);
    expect(await screen.findByText('0 of 2 domains looked at.')).toBeTruthy();
  });

  it('asks about the domains of every Access Edge, each with the name of its own', async () => {
    const { bridge, wizard, press } = await openPage();
    const furtherEdges = [{ fqdn: 'edge.fabrikam.com', sipDomains: 'Fabrikam.com' }];
    wizard.actions.edit((form) => ({ ...form, request: { ...form.request, sipDomains: 'contoso.com', furtherEdges } }));
    await press('Check');
    expect(bridge.inputsOf('readiness.run')).toMatchObject([
      {
        domains: ['contoso.com', 'fabrikam.com'],
        edge: null,
        edges: { 'contoso.com': 'sip.contoso.com', 'fabrikam.com': 'edge.fabrikam.com' },
      },
    ]);
  });

  it('refuses a DNS server that is no address, and says why', async () => {
    const { bridge } = await openPage();
    fill(screen.getByRole('textbox', { name: 'DNS servers to ask' }), 'dns.contoso.com');
    expect(await screen.findByText(/dns\.contoso\.com: enter an IP address/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check' })).toHaveProperty('disabled', true);
    expect(bridge.inputsOf('readiness.run')).toEqual([]);
  });

  it('shows each domain as it is looked at, and can be cancelled', async () => {
    const { bridge, wizard, press } = await openPage();
    await press('Check');
    wizard.store.setState({
      readiness: {
        state: 'checking',
        domains: [
          { domain: 'contoso.com', status: 'good' },
          { domain: 'fabrikam.com', status: null },
        ],
        result: null,
      },
    });
    await screen.findByText('good');
    const [first, second] = within(await screen.findByRole('list', { name: 'Results' })).getAllByRole('listitem');
    expect(first?.textContent).toBe('contoso.comgood');
    expect(second?.textContent).toBe('fabrikam.comwaiting');
    await press('Cancel');
    expect(bridge.inputsOf('readiness.cancel')).toHaveLength(1);
  });

  it('shows a pasted result as seen from elsewhere, with cause, remedy and what mends it to copy', async () => {
    const harness = await openPage();
    const facts = readinessFacts({ certificate: { names: ['other.contoso.com'], commonName: 'other.contoso.com' } });
    await pasteResult(harness, JSON.stringify(facts));
    expect(await screen.findByText('Seen from elsewhere, 2026-06-01 00:00 UTC')).toBeTruthy();
    await harness.press('Findings for contoso.com');
    expect(screen.getByText(/The certificate does not hold sip\.contoso\.com/u)).toBeTruthy();
    expect(screen.getByText(/Request a certificate from a public certification authority/u)).toBeTruthy();
    await harness.press(/^Copy The names for the certificate request/u);
    expect(harness.bridge.inputsOf('clipboard.write')).toEqual([{ text: 'DNS:sip.contoso.com' }]);
  });

  it('tells a screen reader of a result that comes while the page is open', async () => {
    const harness = await openPage();
    const said: string[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) said.push(node.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true });
    await pasteResult(harness, JSON.stringify(readinessFacts()));
    await waitFor(() => expect(said.join('\n')).toContain('The check has ended. 1 good'));
  });

  it('keeps what was pasted when it is no result, and says so', async () => {
    const harness = await openPage();
    await pasteResult(harness, 'Server: dns.contoso.com');
    expect(await screen.findByText(/This is not the result of a network check/u)).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Results' })).toBeNull();
  });

  it('never holds up the way, whatever was found', async () => {
    const harness = await openPage();
    await pasteResult(harness, JSON.stringify(readinessFacts({ certificate: { keySize: 512 } })));
    await screen.findByRole('list', { name: 'Results' });
    await harness.next();
    await harness.page('Confirmation');
  });

  it('copies the text for a check from outside', async () => {
    const { bridge, press } = await openPage();
    await press('Copy text');
    expect(bridge.inputsOf('clipboard.write')[0]?.text).toContain(
      'nslookup -type=SRV _sipfederationtls._tcp.contoso.com',
    );
  });
});
